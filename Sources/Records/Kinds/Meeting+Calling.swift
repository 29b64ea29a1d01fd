import Diagnostics
import Values

extension Meeting {
  /// Calls a meeting: its agenda makes its motions, and who is entitled is fixed now.
  ///
  /// - Parameters:
  ///   - new: title, bodies, time and place are set.
  ///   - agenda: what will be decided, in order.
  ///   - mover: who puts the agenda forward.
  public static func call(_ new: Record, agenda: [String], mover: Reference? = nil, in writer: RecordWriter) throws
    -> Record
  {
    var meeting = new
    meeting[called] = writer.today
    let bodies = try bodies(of: meeting, in: writer.store)
    for body in bodies { try checkNotice(of: meeting[at].date, for: body, in: writer) }
    return try writer.together {
      let added = try writer.add(meeting)
      for body in bodies { try fixRoll(of: body, at: added, in: writer) }
      for item in agenda { try Motion.put(item, on: added, mover: mover, in: writer) }
      return added
    }
  }

  /// Ends an open meeting before its agenda is through and calls another for what is left, with a notice of its own.
  ///
  /// - Parameter moment: when the other meeting is.
  /// - Returns: the other meeting.
  public static func adjourn(_ meeting: Record, to moment: Moment, in writer: RecordWriter) throws -> Record {
    try require(meeting, [.open])
    let left = try writer.store.all(
      Motion.kind, .equal(Motion.meeting, meeting.reference), .equal(Motion.outcome, .onAgenda))
    guard !left.isEmpty else {
      throw Diagnostic(
        .agenda,
        Localized("M\(meeting.id) has decided on all of its agenda", "M\(meeting.id) 的议程已全部表决"),
        hint: Localized("close it: meeting close M\(meeting.id)", "请散会：会议 散会 M\(meeting.id)"), subject: "to")
    }
    return try writer.together {
      _ = try advance(meeting, to: .adjourned, from: [.open], in: writer) { $0[ended] = writer.authorship.now }
      var next = Record(kind)
      next[title] = meeting[title]
      next[bodies] = meeting[bodies]
      next[at] = moment
      next[place] = meeting[place]
      let called = try call(next, agenda: [], in: writer)
      for motion in left {
        let carriedOver = try Motion.put(motion[Motion.text], on: called, mover: motion[Motion.mover], in: writer)
        try writer.change(carriedOver) { $0[Motion.opinions] = motion[Motion.opinions] }
      }
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
    for seat in seats {
      var entry = Record(RollEntry.kind)
      entry[RollEntry.meeting] = meeting.reference
      entry[RollEntry.body] = body.reference
      entry[RollEntry.resident] = seat[Membership.resident]
      try writer.add(entry)
    }
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
