import Diagnostics
import Values

extension Motion {
  /// The roll of the body that is to vote on a motion now: its meeting is open, it meets there, and it has not voted.
  static func voter(_ named: Reference?, on motion: Record, in reader: any RecordReader) throws -> Roll {
    let meeting = try reader.get(Meeting.kind, motion[meeting])
    try Meeting.require(meeting, [.open])
    let body = try reader.get(Body.kind, body(named, of: meeting))
    guard try reader.first(Vote.kind, .equal(Vote.motion, motion.reference), .equal(Vote.body, body.reference)) == nil
    else {
      throw Diagnostic(
        .voted,
        Localized("\(body[Body.name]) has voted on \(motion[number])", "\(body[Body.name]) 已就 \(motion[number]) 表决"))
    }
    return try Roll(of: body, at: meeting, in: reader)
  }

  /// Counts a vote by the body's rule, and the motion's once every body has voted: carried if all carried it.
  static func record(
    _ tally: Tally, by method: VoteMethod, of roll: Roll, on motion: Record, in writer: RecordWriter
  ) throws -> Record {
    let store = writer.store
    let present = roll.present(in: try Presence(at: motion[meeting], in: store))
    let quorum = roll.quorum(of: present)
    try requireQuorum(quorum, of: roll)
    try tally.require(atMost: quorum.members.present)
    let base = roll.terms.base == .present ? quorum.members.present : quorum.members.entitled
    let needed = roll.terms.passing.needed(of: base)
    var vote = Record(Vote.kind)
    vote[Vote.motion] = motion.reference
    vote[Vote.body] = roll.body.reference
    vote[Vote.entitled] = quorum.members.entitled
    vote[Vote.quorum] = quorum.members.needed
    vote[Vote.present] = quorum.members.present
    vote[Vote.inFavour] = tally.inFavour
    vote[Vote.against] = tally.against
    vote[Vote.abstain] = tally.abstain
    vote[Vote.needed] = needed
    vote[Vote.carried] = tally.inFavour >= needed
    vote[Vote.method] = method
    return try writer.together {
      try writer.add(vote)
      let votes = try store.all(Vote.kind, .equal(Vote.motion, motion.reference))
      guard votes.count == (try store.get(Meeting.kind, motion[meeting])[Meeting.bodies].count) else { return motion }
      return try writer.change(motion) { $0[outcome] = votes.allSatisfy { $0[Vote.carried] } ? .carried : .lost }
    }
  }

  /// Refuses a vote without quorum, and says how many more are needed.
  static func requireQuorum(_ quorum: Quorum, of roll: Roll) throws {
    guard !quorum.isReached else { return }
    let name = roll.body[Body.name]
    throw Diagnostic(
      .quorum,
      Localized(
        "\(name): \(quorum.text.english): \(quorum.rest.english)",
        "\(name)：\(quorum.text.chinese)，\(quorum.rest.chinese)"),
      hint: Localized("sign more members in, or adjourn the meeting", "请等更多成员签到，或休会"))
  }

  /// Refuses a voter who is not on the roll, or not there.
  static func requireEntitled(
    _ voter: Reference, _ roll: Roll, present: Set<Reference>, at meeting: Record, in reader: any RecordReader
  ) throws {
    guard !present.contains(voter) else { return }
    let name = try reader.get(Resident.kind, voter)[Resident.name]
    guard roll.members.contains(voter) else {
      let body = roll.body[Body.name]
      throw Diagnostic(
        .roll,
        Localized("\(name) does not vote for \(body) at M\(meeting.id)", "\(name) 不在 M\(meeting.id) \(body) 的应到名册上"),
        hint: Localized("the roll: roll list meeting=M\(meeting.id)", "名册：应到名册 列出 会议=M\(meeting.id)"),
        subject: "people")
    }
    throw Diagnostic(
      .state, Localized("\(name) is not there", "\(name) 不在场"),
      hint: Localized("who has come signs in first: meeting sign-in", "到会者请先签到：会议 签到"), subject: "people")
  }

  /// The body meant: the one named, which must meet here, or the only one.
  private static func body(_ named: Reference?, of meeting: Record) throws -> Reference {
    let bodies = meeting[Meeting.bodies]
    if let named {
      if bodies.contains(named) { return named }
      throw Diagnostic(.roll, Localized("that body does not meet here", "该组织不在此会议中"), subject: "body")
    }
    if bodies.count == 1, let only = bodies.first { return only }
    throw Diagnostic(
      .missingValue, Localized("this is a joint meeting: whose vote is it?", "这是联席会议：是哪个组织的表决？"),
      hint: Localized("add body=NAME; each body votes apart", "请加 议事组织=名称；各组织分别表决"))
  }
}
