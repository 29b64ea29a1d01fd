import CommandLanguage
import Diagnostics
import Records
import Values

/// The special verbs of `fix`.
enum FixCommands {
  static let all = [add, check, start, accept, serve]

  private static let fix = GenericCommands.subject(of: Fix.kind)
  private static let checklist = Field<[String]>(
    "checklist", "检查清单", "What must be made sure of before it goes into service.", "启用前须确认的各项。",
    type: .list(.text(maximum: 60)), default: [])
  private static let on = Field<CalendarDate?>("on", "日期", "When; today unless given.", "日期，默认今天。")

  static let add = OfficeCommand(
    CommandDeclaration(
      Fix.kind.name, Name("add", "添加"), Localized("Plans a fix with its checklist.", "计划维修项目及检查清单。"),
      parameters: [.positional(Fix.title), .named(Fix.fund), .named(Fix.contractor), .named(checklist)],
      effect: .writes, result: .row(Fix.kind.shape),
      examples: [Example("fix add 路灯 contractor=示例电料 checklist=[接地,亮度]", "Two things to check.", "两项检查。")])
  ) { session, arguments in
    var record = Record(Fix.kind)
    record[Fix.title] = arguments[Fix.title]
    record[Fix.fund] = arguments[Fix.fund]
    record[Fix.contractor] = arguments[Fix.contractor]
    let added = try Fix.plan(record, checklist: arguments[checklist], in: session.writer)
    return session.acknowledge(added, Localized("planned", "已计划"))
  }

  static let check = OfficeCommand(
    CommandDeclaration(
      Fix.kind.name, Name("check", "检查"), Localized("Ticks an item of the checklist off.", "确认检查清单的一项。"),
      parameters: [.positional(fix), .positional(FixCheck.item)], effect: .writes, result: .row(Fix.kind.shape),
      examples: [Example("fix add 路灯 checklist=[接地,亮度]; fix check 路灯 接地", "One of two is done.", "两项完成一项。")])
  ) { session, arguments in
    let record = try session.record(arguments[fix])
    _ = try Fix.check(arguments[FixCheck.item], of: record, in: session.writer)
    let open = try Fix.openChecks(of: record, in: session.store).count
    return session.acknowledge(
      record, Localized("\(arguments[FixCheck.item]) done, \(open) open", "\(arguments[FixCheck.item])完成，余 \(open) 项"))
  }

  private static func step(
    _ verb: Name, _ english: String, _ chinese: String, to next: FixStatus, from allowed: FixStatus, example: String,
    _ set: @escaping @Sendable (inout Record, CalendarDate) -> Void
  ) -> OfficeCommand {
    let declaration = CommandDeclaration(
      Fix.kind.name, verb, Localized(english, chinese), parameters: [.positional(fix), .named(on)], effect: .writes,
      result: .row(Fix.kind.shape), examples: [Example(example, english, chinese)])
    return OfficeCommand(declaration) { session, arguments in
      let date = arguments[on] ?? session.writer.today
      let record = try Fix.advance(session.record(arguments[fix]), to: next, from: allowed, in: session.writer) {
        set(&$0, date)
      }
      return session.acknowledge(
        record,
        Localized(
          "\(next.rawValue), \(date.displayText(in: .english))", "\(next.chineseName)，\(date.displayText(in: .chinese))"
        ))
    }
  }

  static let start = step(
    Name("start", "开工"), "Work begins.", "开工。", to: .underWay, from: .planned, example: "fix add 路灯; fix start 路灯"
  ) { $0[Fix.started] = $1 }

  static let accept = step(
    Name("accept", "验收"), "The work is accepted.", "验收。", to: .accepted, from: .underWay,
    example: "fix add 路灯; fix start 路灯; fix accept 路灯"
  ) { $0[Fix.accepted] = $1 }

  static let serve = step(
    Name("serve", "启用"), "It goes into service, its checklist complete; the date may be known to ten days.",
    "检查清单完成后启用，日期可精确到旬。", to: .inService, from: .accepted,
    example: "fix add 路灯; fix start 路灯; fix accept 路灯; fix serve 路灯 on=2021年1月上旬"
  ) { $0[Fix.inService] = $1 }
}
