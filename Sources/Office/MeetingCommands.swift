import CommandLanguage
import Diagnostics
import Presentation
import Records
import Values

/// The special verbs of `meeting`.
enum MeetingCommands {
  static let all = [call, show, open, signIn, signOut, close, adjourn, cancel, minutes]

  private static let meeting = GenericCommands.subject(of: Meeting.kind)
  private static let agenda = Field<[String]>(
    "agenda", "议程", "What will be decided; each item becomes a motion.", "议程，每项成为一个议题。",
    type: .list(.text(maximum: 300)))
  private static let people = Field<[Reference]>("people", "人员", "Who.", "人员。", type: .list(.reference(["resident"])))
  private static let to = Field<Moment?>("to", "改期", "When it goes on, as a new meeting.", "改期时间，另开新会。")

  static let call = OfficeCommand(
    CommandDeclaration(
      Meeting.kind.name, Name("call", "通知"),
      Localized("Calls a meeting: fixes its agenda, and who is entitled to vote.", "通知会议：确定议程和应到名册。"),
      parameters: [
        .positional(Meeting.title), .named(Meeting.bodies), .named(Meeting.at), .named(Meeting.place), .named(agenda),
        .named(Motion.mover),
      ], effect: .writes, result: .row(Meeting.kind.shape),
      examples: [
        Example(
          "meeting call 秋季例会 body=伏虎小区党员驿站 at=\"2021-03-15 19:30\" place=党员驿站 agenda=[停车线重划]",
          "One item, one body.", "一项议程，一个组织。")
      ])
  ) { session, arguments in
    var record = Record(Meeting.kind)
    record[Meeting.title] = arguments[Meeting.title]
    record[Meeting.bodies] = arguments[Meeting.bodies]
    record[Meeting.at] = arguments[Meeting.at]
    record[Meeting.place] = arguments[Meeting.place]
    let added = try Meeting.call(record, agenda: arguments[agenda], mover: arguments[Motion.mover], in: session.writer)
    let count = arguments[agenda].count
    return session.acknowledge(
      added,
      Localized(
        "called for \(added[Meeting.at].exchangeText), \(count) on the agenda",
        "定于 \(added[Meeting.at].exchangeText)，议程 \(count) 项"))
  }

  static let show = OfficeCommand(
    CommandDeclaration(
      Meeting.kind.name, Name("show", "查看"),
      Localized("Shows a meeting: who is needed, who came, what became of its agenda.", "查看会议：法定人数、到会情况和议程结果。"),
      parameters: [.positional(meeting)], effect: .reads, result: .row(Meeting.kind.shape),
      examples: [Example("meeting show M2", "The joint meeting.", "联席会议。")])
  ) { session, arguments in
    let record = try session.record(arguments[meeting])
    return .document(
      TerminalLines.safe(try MeetingText(of: record, session).text()), value: .row(try session.row(of: record)))
  }

  private static func step(
    _ verb: Name, _ english: String, _ chinese: String, _ example: String, to next: MeetingStatus,
    from allowed: [MeetingStatus], _ done: Localized, _ edit: @escaping @Sendable (inout Record, Moment) -> Void
  ) -> OfficeCommand {
    let declaration = CommandDeclaration(
      Meeting.kind.name, verb, Localized(english, chinese), parameters: [.positional(meeting)], effect: .writes,
      result: .row(Meeting.kind.shape), examples: [Example(example, english, chinese)])
    return OfficeCommand(declaration) { session, arguments in
      let now = session.now
      let record = try Meeting.advance(
        session.record(arguments[meeting]), to: next, from: allowed, in: session.writer
      ) { edit(&$0, now) }
      return session.acknowledge(record, done)
    }
  }

  static let open = OfficeCommand(
    CommandDeclaration(
      Meeting.kind.name, Name("open", "开会"),
      Localized("Opens a meeting, on its day or after it.", "宣布开会，不早于通知的日期。"), parameters: [.positional(meeting)],
      effect: .writes, result: .row(Meeting.kind.shape),
      examples: [Example("meeting open 年末例会", "Its day has come.", "会议日期已到。")])
  ) { session, arguments in
    try session.acknowledge(
      Meeting.open(session.record(arguments[meeting]), in: session.writer), Localized("open", "开会"))
  }

  static let close = step(
    Name("close", "散会"), "Closes a meeting.", "宣布散会。", "meeting open 年末例会; meeting close 年末例会", to: .closed,
    from: [.open], Localized("closed", "散会")
  ) { $0[Meeting.ended] = $1 }

  static let cancel = step(
    Name("cancel", "取消"), "Cancels a meeting that was called.", "取消已通知的会议。", "meeting cancel 年末例会", to: .cancelled,
    from: [.called], Localized("cancelled", "已取消")
  ) { _, _ in }

  static let adjourn = OfficeCommand(
    CommandDeclaration(
      Meeting.kind.name, Name("adjourn", "休会"),
      Localized("Adjourns a meeting; what was not decided goes to another.", "休会，未决事项转入另一次会议。"),
      parameters: [.positional(meeting), .named(to)], effect: .writes, result: .row(Meeting.kind.shape),
      examples: [
        Example(
          "meeting open 年末例会; meeting adjourn 年末例会 to=\"2021-01-08 19:30\"", "Its agenda goes to another meeting.",
          "议程转入另一次会议。")
      ])
  ) { session, arguments in
    let record = try session.record(arguments[meeting])
    guard let moment = arguments[to] else {
      let now = session.now
      let adjourned = try Meeting.advance(record, to: .adjourned, from: [.open], in: session.writer) {
        $0[Meeting.ended] = now
      }
      return session.acknowledge(adjourned, Localized("adjourned", "休会"))
    }
    let next = try Meeting.adjourn(record, to: moment, in: session.writer)
    let date = next[Meeting.at].exchangeText
    return session.acknowledge(
      next,
      Localized("called for \(date) with what M\(record.id) left", "定于 \(date)，接续 M\(record.id) 未决事项"))
  }

  static let signIn = OfficeCommand(
    CommandDeclaration(
      Meeting.kind.name, Name("sign-in", "签到"), Localized("Signs people in who are on the roll.", "名册成员签到。"),
      parameters: [.positional(meeting), .rest(people)], effect: .writes, result: .row(Meeting.kind.shape),
      examples: [Example("meeting open 年末例会; meeting sign-in 年末例会 胡建国 李梅", "Two have come.", "两人到会。")])
  ) { session, arguments in
    let record = try session.record(arguments[meeting])
    try Attendance.signIn(arguments[people], at: record, in: session.writer)
    return session.acknowledge(record, try presence(record, session))
  }

  static let signOut = OfficeCommand(
    CommandDeclaration(
      Meeting.kind.name, Name("sign-out", "签退"), Localized("Signs people out who leave.", "离会人员签退。"),
      parameters: [.positional(meeting), .rest(people)], effect: .writes, result: .row(Meeting.kind.shape),
      examples: [
        Example(
          "meeting open 年末例会; meeting sign-in 年末例会 胡建国; meeting sign-out 年末例会 胡建国", "Come and gone.", "到会后离会。")
      ])
  ) { session, arguments in
    let record = try session.record(arguments[meeting])
    try Attendance.signOut(arguments[people], of: record, in: session.writer)
    return session.acknowledge(record, try presence(record, session))
  }

  /// How many are there and how many must be, for each body.
  private static func presence(_ meeting: Record, _ session: OfficeSession) throws -> Localized {
    var english: [String] = []
    var chinese: [String] = []
    for reference in meeting[Meeting.bodies] {
      let body = try session.record(reference)
      let quorum = try Meeting.quorum(of: body, at: meeting, in: session.store)
      english.append("\(body[Body.name]) \(quorum.present) of \(quorum.entitled) present, \(quorum.needed) needed")
      chinese.append("\(body[Body.name]) 应到 \(quorum.entitled) 在场 \(quorum.present) 法定 \(quorum.needed)")
    }
    return Localized(english.joined(separator: "; "), chinese.joined(separator: "；"))
  }

  static let minutes = OfficeCommand(
    CommandDeclaration(
      Meeting.kind.name, Name("minutes", "纪要"),
      Localized("Writes a meeting's minutes: numbers, motions, votes; no names.", "写出会议纪要：人数、议题、表决，不列姓名。"),
      parameters: [.positional(meeting)], effect: .reads, result: .document,
      examples: [Example("meeting minutes M1", "The minutes of M1.", "M1 的会议纪要。")])
  ) { session, arguments in
    .document(try MinutesText(of: session.record(arguments[meeting]), session).text())
  }
}
