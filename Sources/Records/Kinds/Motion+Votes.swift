import Diagnostics
import Values

extension Motion {
  /// Records the totals of a body's vote by count or secret, if the body has its quorum at this moment.
  ///
  /// - Parameters:
  ///   - body: the body that votes; nothing if the meeting has only one.
  ///   - isSecret: whether nobody knows who voted what; only the totals are kept then.
  /// - Returns: the motion: carried or lost once every body of the meeting has voted.
  public static func vote(
    on motion: Record, body: Reference? = nil, _ tally: Tally, isSecret: Bool = false, in writer: RecordWriter
  ) throws -> Record {
    let roll = try voter(body, on: motion, in: writer.store)
    guard !roll.rule.bySignature else {
      let name = roll.body[Body.name]
      throw Diagnostic(
        .ballot, Localized("\(name) decides by signature", "\(name) 以签字方式决定"),
        hint: Localized(
          "motion cast \(motion[number]) for NAME …, then motion tally", "议题 投票 \(motion[number]) 同意 姓名 …，再 议题 计票"))
    }
    try refuseBallots(on: motion, of: roll.body, isSecret: isSecret, in: writer.store)
    return try record(tally, by: isSecret ? .secret : .count, of: roll, on: motion, in: writer)
  }

  /// Refuses totals where members have begun to vote by name: the body's own, and, if they are secret, any other body's.
  private static func refuseBallots(
    on motion: Record, of body: Record, isSecret: Bool, in reader: any RecordReader
  ) throws {
    let number = motion[number]
    if try !Ballot.of(body.reference, on: motion.reference, in: reader).isEmpty {
      throw Diagnostic(
        .ballot, Localized("members vote on \(number) by name", "\(number) 正以记名方式表决"),
        hint: Localized("end that vote: motion tally \(number)", "请结束该表决：议题 计票 \(number)"))
    }
    guard isSecret, try reader.first(Ballot.kind, .equal(Ballot.motion, motion.reference)) != nil else { return }
    throw Diagnostic(
      .ballot, Localized("another body votes on \(number) by name", "另一组织已就 \(number) 记名表决"),
      hint: Localized("vote by name or by count", "请记名表决或举手表决"), subject: "secret")
  }

  /// Records what members vote by name, or that they sign; each is there, on the roll, and votes once.
  public static func cast(
    _ choice: BallotChoice, by voters: [Reference], on motion: Record, body: Reference? = nil, in writer: RecordWriter
  ) throws {
    let store = writer.store
    let roll = try voter(body, on: motion, in: store)
    guard try store.first(Vote.kind, .equal(Vote.motion, motion.reference), .equal(Vote.method, .secret)) == nil else {
      throw Diagnostic(
        .ballot, Localized("the vote on \(motion[number]) is secret", "\(motion[number]) 以无记名方式表决"),
        hint: Localized("the other body votes in secret too: motion vote", "其他组织也应无记名表决：议题 表决"))
    }
    let meeting = try store.get(Meeting.kind, motion[meeting])
    let present = roll.present(in: try Presence(at: meeting.reference, in: store))
    try requireQuorum(roll.quorum(of: present), of: roll)
    try writer.together {
      for voter in voters {
        try requireEntitled(voter, roll, present: present, at: meeting, in: store)
        let earlier = try store.first(
          Ballot.kind, .equal(Ballot.motion, motion.reference), .equal(Ballot.body, roll.body.reference),
          .equal(Ballot.resident, voter))
        guard earlier == nil else {
          let name = try store.get(Resident.kind, voter)[Resident.name]
          throw Diagnostic(
            .voted, Localized("\(name) has voted on \(motion[number])", "\(name) 已就 \(motion[number]) 表决"),
            subject: "people")
        }
        var ballot = Record(Ballot.kind)
        ballot[Ballot.motion] = motion.reference
        ballot[Ballot.body] = roll.body.reference
        ballot[Ballot.resident] = voter
        ballot[Ballot.choice] = choice
        try writer.add(ballot)
      }
    }
  }

  /// Ends a body's vote by name and counts it.
  public static func tally(_ motion: Record, body: Reference? = nil, in writer: RecordWriter) throws -> Record {
    let roll = try voter(body, on: motion, in: writer.store)
    let ballots = try Ballot.of(roll.body.reference, on: motion.reference, in: writer.store)
    guard !ballots.isEmpty else {
      throw Diagnostic(
        .state, Localized("nobody has voted on \(motion[number]) by name", "尚无人就 \(motion[number]) 记名表决"),
        hint: Localized("motion cast \(motion[number]) for NAME …", "议题 投票 \(motion[number]) 同意 姓名 …"))
    }
    func count(_ choice: BallotChoice) -> Int { ballots.count { $0[Ballot.choice] == choice } }
    let tally = Tally(inFavour: count(.inFavour), against: count(.against), abstain: count(.abstain))
    return try record(tally, by: roll.rule.bySignature ? .signature : .byName, of: roll, on: motion, in: writer)
  }

  /// The members' ballots of a vote by name that has ended.
  public static func ballots(on motion: Record, in reader: any RecordReader) throws -> [Record] {
    let meeting = try reader.get(Meeting.kind, motion[meeting])
    guard try Ballot.underWay(at: meeting, in: reader)?.id != motion.id else {
      throw Diagnostic(
        .state, Localized("the vote on \(motion[number]) is not over", "\(motion[number]) 的表决尚未结束"),
        hint: Localized("what was voted is shown when it is", "表决结束后方可查看"), subject: "motion")
    }
    return try reader.all(Ballot.kind, .equal(Ballot.motion, motion.reference))
  }
}
