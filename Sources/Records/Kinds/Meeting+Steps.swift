import Diagnostics
import Values

extension Meeting {
  /// Opens a meeting on the day that its notice named. Later is allowed, for what is written down afterwards; earlier
  /// is refused, for who was called would come too late.
  ///
  /// - Parameter time: the time of day at which it was opened; now unless given.
  public static func open(
    _ meeting: Record, time: TimeOfDay? = nil, in writer: RecordWriter, _ edit: (inout Record) -> Void = { _ in }
  ) throws -> Record {
    try require(meeting, [.called])
    let day = meeting[at].date
    guard day <= writer.today else {
      throw Diagnostic(
        .dates,
        Localized(
          "M\(meeting.id) is called for \(day.exchangeText), and today is \(writer.today.exchangeText)",
          "M\(meeting.id) 定于 \(day.exchangeText)，今天是 \(writer.today.exchangeText)"),
        hint: Localized("a meeting opens on the day of its notice", "会议在通知的日期召开"), subject: "meeting")
    }
    let moment = time.map { Moment(day, $0) } ?? writer.authorship.now
    guard moment <= writer.authorship.now else {
      throw Diagnostic(
        .dates, Localized("\(moment.exchangeText) is still to come", "\(moment.exchangeText) 尚未到"), subject: "at")
    }
    return try advance(meeting, to: .open, from: [.called], in: writer) {
      $0[opened] = moment
      edit(&$0)
    }
  }

  /// Closes a meeting, or adjourns it for want of people or time; refused while a vote is under way.
  ///
  /// - Parameter time: the time of day at which it ended; now unless given.
  public static func end(
    _ meeting: Record, as next: MeetingStatus, time: TimeOfDay? = nil, in writer: RecordWriter
  ) throws -> Record {
    try require(meeting, [.open])
    try Ballot.requireNoneUnderWay(at: meeting, in: writer.store)
    let moment = try moment(time, at: meeting, in: writer)
    let attendances = try writer.store.all(Attendance.kind, .equal(Attendance.meeting, meeting.reference))
    let last = attendances.flatMap { [$0[Attendance.signedIn], $0[Attendance.signedOut]].compactMap { $0 } }.max()
    if let last, moment < last {
      throw Diagnostic(
        .dates,
        Localized("somebody signed in or out at \(last.exchangeText)", "\(last.exchangeText) 还有人签到或签退"), subject: "at")
    }
    return try advance(meeting, to: next, from: [.open], in: writer) { $0[ended] = moment }
  }

  /// Takes a meeting a step further, if its state allows it.
  public static func advance(
    _ meeting: Record, to next: MeetingStatus, from allowed: [MeetingStatus], in writer: RecordWriter,
    _ edit: (inout Record) -> Void = { _ in }
  ) throws -> Record {
    try require(meeting, allowed)
    return try writer.change(meeting) {
      $0[status] = next
      edit(&$0)
    }
  }

  /// Refuses what a meeting's state does not allow.
  static func require(_ meeting: Record, _ allowed: [MeetingStatus]) throws {
    let present = meeting[status]
    guard !allowed.contains(present) else { return }
    throw Diagnostic(
      .state, Localized("meeting M\(meeting.id) is \(present.rawValue)", "会议 M\(meeting.id) \(present.chineseName)"),
      hint: Localized(
        "this needs it to be \(allowed.map(\.rawValue).joined(separator: " or "))",
        "此操作要求会议\(allowed.map(\.chineseName).joined(separator: "或"))"), subject: "meeting")
  }
}
