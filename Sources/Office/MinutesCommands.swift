import CommandLanguage
import Diagnostics
import Records
import Values

/// The special verbs of `meeting` that write it down, and of `remark`.
enum MinutesCommands {
  static let all = [notice, sheet, remark, reword, minutes, approve, correct]

  private static let meeting = MeetingCommands.meeting
  private static let sentence = Field<String>("text", "内容", "The sentence.", "内容。", type: .text(maximum: 500))
  private static let about = Field<Reference?>(
    "motion", "议题", "The motion that it is about.", "所涉议题。", type: .reference(["motion"]))
  private static let by = Field<String?>(
    "by", "核定人", "Who approves them; the operator unless given.", "核定人，默认为操作员。", type: .text(maximum: 50))
  private static let subject = GenericCommands.subject(of: Remark.kind)

  /// A command that prints something about a meeting; what is for the board is noted in the journal.
  private static func printing(
    _ verb: Name, _ english: String, _ chinese: String, _ example: Example, effect: CommandDeclaration.Effect,
    _ document: @escaping @Sendable (Record, OfficeSession) throws -> Document
  ) -> OfficeCommand {
    OfficeCommand(
      CommandDeclaration(
        Meeting.kind.name, verb, Localized(english, chinese), parameters: [.positional(meeting)], effect: effect,
        result: .document, examples: [example])
    ) { session, arguments in
      let record = try session.record(arguments[meeting])
      return .document({ try document(record, session) })
    }
  }

  static let notice = printing(
    Name("notice", "通知书"), "Writes the notice that calls a meeting: when, where, its agenda, how many must come.",
    "写出会议通知：时间、地点、议程、法定人数。", Example("meeting notice M4 | to html", "As a page to print.", "输出为可打印的网页。"),
    effect: .publishes
  ) { try MeetingNotice(of: $0, $1).document() }

  static let sheet = printing(
    Name("sheet", "签到表"), "Writes a meeting's sign-in sheet: names, times, a line to sign on; it stays in the office.",
    "写出签到表：姓名、时间、签名栏；存档用，不公开。", Example("meeting sheet M1", "Who came to M1.", "M1 的签到表。"), effect: .reads
  ) { try SignInSheet(of: $0, $1).document() }

  static let minutes = printing(
    Name("minutes", "纪要"), "Writes a meeting's minutes: numbers, motions, votes; names only of who agreed.",
    "写出会议纪要：人数、议题、表决；仅列同意公开者姓名。", Example("meeting minutes M1", "The minutes of M1.", "M1 的会议纪要。"),
    effect: .publishes
  ) { try Minutes(of: $0, $1).document() }

  static let remark = OfficeCommand(
    CommandDeclaration(
      Meeting.kind.name, Name("remark", "记录"),
      Localized("Writes down what was said at a meeting, without who said it.", "记录发言要点，不记姓名。"),
      parameters: [.positional(meeting), .positional(sentence), .named(about)], effect: .writes,
      result: .row(Remark.kind.shape),
      examples: [Example("meeting remark M1 有人担心机位对着窗户 motion=M1.1", "A point about M1.1.", "关于 M1.1 的发言要点。")])
  ) { session, arguments in
    let motion = try arguments[about].map { try session.record($0) }
    let added = try Meeting.remark(
      arguments[sentence], at: session.record(arguments[meeting]), on: motion, in: session.writer)
    return session.acknowledge(added, Localized("written down", "已记录"))
  }

  static let reword = OfficeCommand(
    CommandDeclaration(
      Remark.kind.name, Name("set", "修改"),
      Localized("Rewords what was said, until the minutes are approved.", "修改发言要点；纪要核定后不得改动。"),
      parameters: [.positional(subject), .positional(sentence)], effect: .writes, result: .row(Remark.kind.shape),
      examples: [
        Example("let r = $(meeting remark M1 机位对窗户); remark set $r 有人担心机位对着窗户", "Said more plainly.", "改写一条要点。")
      ])
  ) { session, arguments in
    let changed = try Meeting.reword(session.record(arguments[subject]), arguments[sentence], in: session.writer)
    return session.acknowledge(changed, Localized("changed", "已修改"))
  }

  static let approve = OfficeCommand(
    CommandDeclaration(
      Meeting.kind.name, Name("approve", "核定"),
      Localized("Approves a meeting's minutes; from then on they are not changed.", "核定会议纪要，此后不得改动。"),
      parameters: [.positional(meeting), .named(by)], effect: .writes, result: .row(Meeting.kind.shape),
      examples: [Example("meeting approve M2 by=示例丙", "示例丙 approves them.", "示例丙 核定。")])
  ) { session, arguments in
    let approver = arguments[by] ?? session.operatorName
    let record = try Meeting.approve(session.record(arguments[meeting]), by: approver, in: session.writer)
    return session.acknowledge(record, Localized("minutes approved by \(approver)", "纪要由\(approver)核定"))
  }

  static let correct = OfficeCommand(
    CommandDeclaration(
      Meeting.kind.name, Name("correct", "更正"),
      Localized("Adds to approved minutes what they have wrong.", "为已核定的纪要附加更正。"),
      parameters: [.positional(meeting), .positional(sentence), .named(about)], effect: .writes,
      result: .row(Remark.kind.shape),
      examples: [
        Example("meeting approve M2; meeting correct M2 地点应为居委会二楼", "The minutes had the place wrong.", "更正地点。")
      ])
  ) { session, arguments in
    let motion = try arguments[about].map { try session.record($0) }
    let added = try Meeting.correct(
      arguments[sentence], at: session.record(arguments[meeting]), on: motion, in: session.writer)
    return session.acknowledge(added, Localized("correction added", "已附加更正"))
  }
}
