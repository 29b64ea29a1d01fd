import Diagnostics
import Values

extension Motion {
  /// Records a body's vote, if the body has its quorum at this moment, and says what becomes of the motion once every
  /// body of the meeting has voted: carried if all carried it.
  ///
  /// - Parameter body: the body that votes; nothing if the meeting has only one.
  public static func vote(
    on motion: Record, body: Reference?, inFavour: Int, against: Int, abstain: Int, in writer: RecordWriter
  ) throws -> Record {
    let store = writer.store
    let meeting = try store.get(Meeting.kind, motion[self.meeting])
    try Meeting.require(meeting, [.open])
    let voter = try store.get(Body.kind, self.body(body, of: meeting))
    guard try store.first(Vote.kind, .equal(Vote.motion, motion.reference), .equal(Vote.body, voter.reference)) == nil
    else {
      throw Diagnostic(
        .state,
        Localized("\(voter[Body.name]) has voted on \(motion[number])", "\(voter[Body.name]) 已就 \(motion[number]) 表决"))
    }
    let quorum = try Meeting.quorum(of: voter, at: meeting, in: store)
    guard quorum.present >= quorum.needed else {
      let more = quorum.needed - quorum.present
      throw Diagnostic(
        .quorum,
        Localized(
          "\(voter[Body.name]): \(quorum.present) of \(quorum.entitled) are present, \(quorum.needed) needed: \(more) more needed",
          "\(voter[Body.name])：应到 \(quorum.entitled) 人，在场 \(quorum.present) 人，法定 \(quorum.needed) 人，还差 \(more) 人"),
        hint: Localized("sign more members in, or adjourn the meeting", "请等更多成员签到，或休会"))
    }
    let cast = inFavour + against + abstain
    guard min(inFavour, against, abstain) >= 0 else {
      throw Diagnostic(.votes, Localized("votes are counted from 0", "票数不能为负"), subject: "for")
    }
    guard cast <= quorum.present else {
      throw Diagnostic(
        .votes, Localized("\(cast) votes, but \(quorum.present) are present", "共 \(cast) 票，而在场只有 \(quorum.present) 人"),
        subject: "for")
    }
    let rule = try Body.meetingRule(of: voter)
    let needed = rule.passing.needed(of: rule.base == .present ? quorum.present : quorum.entitled)
    var vote = Record(Vote.kind)
    vote[Vote.motion] = motion.reference
    vote[Vote.body] = voter.reference
    vote[Vote.entitled] = quorum.entitled
    vote[Vote.present] = quorum.present
    vote[Vote.inFavour] = inFavour
    vote[Vote.against] = against
    vote[Vote.abstain] = abstain
    vote[Vote.needed] = needed
    vote[Vote.carried] = inFavour >= needed
    return try writer.together {
      try writer.add(vote)
      let votes = try store.all(Vote.kind, .equal(Vote.motion, motion.reference))
      guard votes.count == meeting[Meeting.bodies].count else { return motion }
      return try writer.change(motion) { $0[outcome] = votes.allSatisfy { $0[Vote.carried] } ? .carried : .lost }
    }
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

extension Motion {
  /// Hangs a carried motion out for the public to object: after its vote, for the days it takes, and once.
  public static func publish(
    _ motion: Record, from start: CalendarDate, days: Int, place: String?, in writer: RecordWriter
  ) throws -> Record {
    guard motion[outcome] == .carried else {
      throw Diagnostic(
        .state, Localized("\(motion[number]) has not been carried", "\(motion[number]) 尚未通过"),
        hint: Localized("only what was carried is put on notice", "只有通过的议题才能公示"), subject: "motion")
    }
    guard days >= Profile.cn.noticeDays else {
      throw Diagnostic(
        .notice,
        Localized("a notice hangs for \(Profile.cn.noticeDays) days at least", "公示不得少于 \(Profile.cn.noticeDays) 天"),
        subject: "days")
    }
    if let hung = motion[noticeFrom], hung <= writer.today {
      throw Diagnostic(
        .state,
        Localized(
          "\(motion[number]) was put on notice from \(hung.exchangeText)",
          "\(motion[number]) 已自 \(hung.exchangeText) 起公示"),
        hint: Localized("a notice hangs once; objections are answered while it does", "公示只进行一次，期间答复异议"),
        subject: "motion")
    }
    let meeting = try writer.store.get(Meeting.kind, motion[meeting])
    let voted = (meeting[Meeting.opened] ?? meeting[Meeting.at]).date
    guard start >= voted else {
      throw Diagnostic(
        .dates,
        Localized(
          "\(motion[number]) was voted on \(voted.exchangeText), after \(start.exchangeText)",
          "\(motion[number]) 于 \(voted.exchangeText) 表决，晚于 \(start.exchangeText)"),
        hint: Localized("a notice hangs after the vote", "表决之后方可公示"), subject: "from")
    }
    return try writer.change(motion) {
      $0[noticeFrom] = start
      $0[noticeUntil] = start.adding(days: days)
      $0[noticePlace] = place
    }
  }

  /// Records an objection against a motion, made today while it hangs out.
  public static func object(
    to motion: Record, _ objection: String, by resident: Reference? = nil, in writer: RecordWriter
  ) throws -> Record {
    let state = try state(of: motion, on: writer.today, in: writer.store)
    guard state == .inNotice || state == .challenged, let last = motion[noticeUntil], writer.today <= last else {
      throw Diagnostic(
        .state, Localized("\(motion[number]) is \(state.rawValue)", "\(motion[number]) 当前“\(state.chineseName)”"),
        hint: Localized("objections are heard while the notice hangs", "公示期间方可提出异议"), subject: "motion")
    }
    var record = Record(Objection.kind)
    record[Objection.motion] = motion.reference
    record[Objection.text] = objection
    record[Objection.by] = resident
    record[Objection.date] = writer.today
    return try writer.add(record)
  }

  /// Answers the oldest open objection; with `amended`, that stands instead of the motion's text, which is kept as it
  /// was voted on.
  public static func reply(to motion: Record, _ answer: String, amended wording: String?, in writer: RecordWriter)
    throws
    -> Record
  {
    guard
      let objection = try writer.store.first(
        Objection.kind, .equal(Objection.motion, motion.reference), .equal(Objection.reply, nil))
    else {
      throw Diagnostic(
        .state, Localized("no objection to \(motion[number]) is open", "\(motion[number]) 没有待答复的异议"), subject: "motion")
    }
    return try writer.together {
      if let wording { try writer.change(motion) { $0[amended] = wording } }
      return try writer.change(objection) {
        $0[Objection.reply] = answer
        $0[Objection.replied] = writer.today
      }
    }
  }
}
