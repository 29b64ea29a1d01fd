import CommandLanguage
import Diagnostics
import Records
import Values

/// The special verbs of `meeting` about who comes and goes.
enum AttendanceCommands {
  static let all = [signIn, signOut]

  private static let meeting = MeetingCommands.meeting
  private static let people = Field<[Reference]>("people", "人员", "Who.", "人员。", type: .list(.reference(["resident"])))

  static let signIn = OfficeCommand(
    CommandDeclaration(
      Meeting.kind.name, Name("sign-in", "签到"),
      Localized(
        "Signs people in: who is on the roll, or observers; by proxy or in writing where the rule allows.",
        "签到：名册成员到场，规则允许时可委托或书面；其他人列席。"),
      parameters: [
        .positional(meeting), .rest(people), .named(Attendance.mode), .named(Attendance.holder),
        .named(MeetingCommands.time),
      ], effect: .writes, result: .row(Meeting.kind.shape),
      examples: [
        Example("meeting open 年末例会; meeting sign-in 年末例会 胡建国 李梅", "Two have come.", "两人到会。"),
        Example("meeting open 年末例会; meeting sign-in 年末例会 王建华 mode=observer", "Somebody listens.", "有人列席。"),
      ])
  ) { session, arguments in
    let record = try session.record(arguments[meeting])
    try Attendance.signIn(
      arguments[people], at: record, as: arguments[Attendance.mode], holder: arguments[Attendance.holder],
      time: arguments[MeetingCommands.time], in: session.writer)
    return session.acknowledge(record, try presence(record, session))
  }

  static let signOut = OfficeCommand(
    CommandDeclaration(
      Meeting.kind.name, Name("sign-out", "签退"), Localized("Signs people out who leave.", "离会人员签退。"),
      parameters: [.positional(meeting), .rest(people), .named(MeetingCommands.time)], effect: .writes,
      result: .row(Meeting.kind.shape),
      examples: [
        Example(
          "meeting open 年末例会; meeting sign-in 年末例会 胡建国; meeting sign-out 年末例会 胡建国", "Come and gone.", "到会后离会。")
      ])
  ) { session, arguments in
    let record = try session.record(arguments[meeting])
    try Attendance.signOut(
      arguments[people], of: record, time: arguments[MeetingCommands.time], in: session.writer)
    return session.acknowledge(record, try presence(record, session))
  }

  /// How many are there and how many must be, for each body.
  private static func presence(_ meeting: Record, _ session: OfficeSession) throws -> Localized {
    var english: [String] = []
    var chinese: [String] = []
    for reference in meeting[Meeting.bodies] {
      let body = try session.record(reference)
      let text = try Meeting.quorum(of: body, at: meeting, in: session.store).text
      english.append("\(body[Body.name]) \(text.english)")
      chinese.append("\(body[Body.name]) \(text.chinese)")
    }
    return Localized(english.joined(separator: "; "), chinese.joined(separator: "；"))
  }
}
