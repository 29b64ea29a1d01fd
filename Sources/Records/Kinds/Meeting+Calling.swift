import Diagnostics
import Values

extension Meeting {
  /// Calls a meeting: its agenda makes its motions, and who is entitled is fixed now.
  ///
  /// - Parameters:
  ///   - new: title, bodies, time and place are set.
  ///   - agenda: what will be decided, in order.
  ///   - mover: who puts the agenda forward.
  ///   - origin: where it comes from.
  public static func call(
    _ new: Record, agenda: [String], mover: Reference? = nil, origin: MotionOrigin? = nil, in writer: RecordWriter
  ) throws -> Record {
    var meeting = new
    meeting[called] = writer.today
    let bodies = try bodies(of: meeting, in: writer.store)
    for body in bodies { try checkRule(of: body, on: meeting[at].date) }
    meeting[rules] = try bodies.map { .choice(try Body.meetingRule(of: $0).choice) }
    for body in bodies { try checkNotice(of: meeting[at].date, for: body, in: writer) }
    return try writer.together {
      let added = try writer.add(meeting)
      for body in bodies { try fixRoll(of: body, at: added, in: writer) }
      for item in agenda { try Motion.put(item, on: added, mover: mover, origin: origin, in: writer) }
      return added
    }
  }

  /// Ends an open meeting before its agenda is through and calls another for what is left, with a notice of its own.
  ///
  /// - Parameters:
  ///   - moment: when the other meeting is.
  ///   - time: the time of day at which this one ended; now unless given.
  /// - Returns: the other meeting.
  public static func adjourn(
    _ meeting: Record, time: TimeOfDay? = nil, to moment: Moment, in writer: RecordWriter
  ) throws -> Record {
    try writer.together { try recall(end(meeting, as: .adjourned, time: time, in: writer), to: moment, in: writer) }
  }

  /// Calls a meeting for what another left undecided, with a notice of its own.
  ///
  /// - Parameters:
  ///   - meeting: one that is over, or was cancelled, and has not been taken up yet.
  ///   - moment: when the other meeting is.
  /// - Returns: the other meeting.
  public static func recall(_ meeting: Record, to moment: Moment, in writer: RecordWriter) throws -> Record {
    try require(meeting, [.adjourned, .closed, .cancelled])
    if let next = try writer.store.first(kind, .equal(reconvenes, meeting.reference)) {
      throw Diagnostic(
        .state, Localized("M\(next.id) has taken up what M\(meeting.id) left", "M\(meeting.id) 的未决议程已由 M\(next.id) 接续"),
        subject: "meeting")
    }
    let left = try writer.store.all(
      Motion.kind, .equal(Motion.meeting, meeting.reference), .equal(Motion.outcome, .onAgenda))
    guard !left.isEmpty else {
      throw Diagnostic(
        .agenda, Localized("M\(meeting.id) has decided on all of its agenda", "M\(meeting.id) 的议程已全部表决"),
        hint: Localized("call a new meeting for other matters", "其他事项请另行召集会议"), subject: "meeting")
    }
    return try writer.together {
      var next = Record(kind)
      for field in [title.declaration, bodies.declaration, place.declaration, sort.declaration] {
        let slot = kind.slot(of: field)
        next.values[slot] = meeting.values[slot]
      }
      next[at] = moment
      next[reconvenes] = meeting.reference
      let called = try call(next, agenda: [], in: writer)
      for motion in left { try Motion.carry(motion, over: called, in: writer) }
      return called
    }
  }

  /// The bodies that a new meeting is to be of: one at least, and none twice.
  private static func bodies(of meeting: Record, in reader: any RecordReader) throws -> [Record] {
    let references = meeting[bodies]
    guard !references.isEmpty else {
      throw Diagnostic(
        .missingValue, Localized("no body is called", "没有写明由哪个组织开会"),
        hint: Localized("add body=NAME, or body=[NAME, NAME] for a joint meeting", "请加 议事组织=名称，联席会议写多个"),
        subject: "body")
    }
    let called = try references.map { try reader.get(Body.kind, $0) }
    for (index, body) in called.enumerated() where references.prefix(index).contains(body.reference) {
      throw Diagnostic(
        .duplicateRecord, Localized("\(body[Body.name]) is called twice", "\(body[Body.name]) 写了两次"), subject: "body")
    }
    return called
  }

  /// Puts a body's voting members of today on a meeting's roll; a body without any can decide nothing.
  private static func fixRoll(of body: Record, at meeting: Record, in writer: RecordWriter) throws {
    let seats = try Body.memberships(of: body.reference, on: writer.today, in: writer.store).filter {
      $0[Membership.voting]
    }
    guard !seats.isEmpty else {
      let name = body[Body.name]
      throw Diagnostic(
        .roll, Localized("\(name) has no voting members", "\(name) 没有表决成员"),
        hint: Localized("add some first: body join \(name) …", "请先添加：议事组织 加入 \(name) …"), subject: "body")
    }
    let needsOwners = try Body.meetingRule(of: body).terms.representatives != nil
    guard !needsOwners || seats.contains(where: { $0[Membership.representative] }) else {
      let name = body[Body.name]
      throw Diagnostic(
        .roll, Localized("\(name) has no owners' representatives, and its rule asks for them", "\(name) 没有业主代表，而规则要求有"),
        hint: Localized("body join \(name) … owner-representative=yes", "议事组织 加入 \(name) … 业主代表=是"), subject: "body")
    }
    for seat in seats {
      var entry = Record(RollEntry.kind)
      entry[RollEntry.meeting] = meeting.reference
      entry[RollEntry.body] = body.reference
      entry[RollEntry.resident] = seat[Membership.resident]
      entry[RollEntry.representative] = seat[Membership.representative]
      try writer.add(entry)
    }
  }

  /// Refuses a rule that does not stand yet on the day of the meeting.
  private static func checkRule(of body: Record, on date: CalendarDate) throws {
    let rule = try Body.meetingRule(of: body)
    guard date.ordinal < rule.since.ordinal else { return }
    let name = body[Body.name]
    throw Diagnostic(
      .rule,
      Localized(
        "\(name) decides by \(rule.choice.name.english), which stands since \(rule.since.displayText(in: .english))",
        "\(name) 的议事规则“\(rule.choice.name.chinese)”自 \(rule.since.displayText(in: .chinese)) 起施行"),
      hint: Localized("give it a rule that stands: body rules", "请改用届时有效的规则：议事组织 议事规则"), subject: "body")
  }

  /// Refuses a notice that goes out too late for a meeting on a day.
  static func checkNotice(of date: CalendarDate, for body: Record, in writer: RecordWriter) throws {
    let days = date.ordinal - writer.today.ordinal
    let needed = try Body.meetingRule(of: body).noticeDays
    guard days < needed else { return }
    throw Diagnostic(
      .notice,
      Localized(
        "\(body[Body.name]) meets \(needed) days after its notice at the earliest, not \(max(days, 0))",
        "\(body[Body.name]) 须提前 \(needed) 天通知，现仅 \(max(days, 0)) 天"),
      hint: Localized(
        "choose \(writer.today.adding(days: needed).exchangeText) or later",
        "请改在 \(writer.today.adding(days: needed).exchangeText) 或以后"),
      subject: "at")
  }
}
