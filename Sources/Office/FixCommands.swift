import CommandLanguage
import Diagnostics
import Records
import Values

/// The special verbs of `fix`.
enum FixCommands {
  static let all = [add, require, check, start, accept, serve]

  private static let fix = GenericCommands.subject(of: Fix.kind)
  private static let checklist = Field<[String]>(
    "checklist", "检查清单", "What must be made sure of before it goes into service.", "启用前须确认的各项。",
    type: .list(.text(maximum: 60)), default: [])
  private static let items = Field<[String]>(
    "item", "检查项", "What must be made sure of besides.", "另须确认的事项。", type: .list(.text(maximum: 60)))
  private static let done = Field<Bool>(
    "done", "完成", "Whether it is done; no opens it again.", "是否完成；否 为重新打开。", default: true)
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

  static let require = OfficeCommand(
    CommandDeclaration(
      Fix.kind.name, Name("require", "增项"), Localized("Puts further things on the checklist.", "在检查清单上增加事项。"),
      parameters: [.positional(fix), .rest(items)], effect: .writes, result: .row(Fix.kind.shape),
      examples: [Example("fix add 路灯; fix require 路灯 接地 亮度", "Two things to check.", "两项检查。")])
  ) { session, arguments in
    let record = try session.record(arguments[fix])
    try session.writer.together { try Fix.require(arguments[items], of: record, in: session.writer) }
    let open = try Fix.openChecks(of: record, in: session.store).count
    return session.acknowledge(record, Localized("\(open) open", "余 \(open) 项"))
  }

  static let check = OfficeCommand(
    CommandDeclaration(
      Fix.kind.name, Name("check", "检查"), Localized("Ticks an item of the checklist off.", "确认检查清单的一项。"),
      parameters: [.positional(fix), .positional(FixCheck.item), .named(done)], effect: .writes,
      result: .row(Fix.kind.shape),
      examples: [Example("fix add 路灯 checklist=[接地,亮度]; fix check 路灯 接地", "One of two is done.", "两项完成一项。")])
  ) { session, arguments in
    let record = try session.record(arguments[fix])
    let (item, isDone) = (arguments[FixCheck.item], arguments[done])
    _ = try Fix.check(item, of: record, done: isDone, in: session.writer)
    let open = try Fix.openChecks(of: record, in: session.store).count
    return session.acknowledge(
      record,
      Localized(
        "\(item) \(isDone ? "done" : "open again"), \(open) open", "\(item)\(isDone ? "完成" : "重新打开")，余 \(open) 项"))
  }

  private static func step(
    _ verb: Name, _ english: String, _ chinese: String, _ step: Fix.Step, example: String
  ) -> OfficeCommand {
    let declaration = CommandDeclaration(
      Fix.kind.name, verb, Localized(english, chinese), parameters: [.positional(fix), .named(on)], effect: .writes,
      result: .row(Fix.kind.shape), examples: [Example(example, english, chinese)])
    return OfficeCommand(declaration) { session, arguments in
      let date = arguments[on] ?? session.writer.today
      let record = try Fix.advance(session.record(arguments[fix]), step, on: date, in: session.writer)
      return session.acknowledge(
        record,
        Localized(
          "\(step.after.rawValue), \(date.displayText(in: .english))",
          "\(step.after.chineseName)，\(date.displayText(in: .chinese))"))
    }
  }

  static let start = step(
    Name("start", "开工"), "Work begins.", "开工。", .start, example: "fix add 路灯; fix start 路灯")

  static let accept = step(
    Name("accept", "验收"), "The work is accepted.", "验收。", .accept,
    example: "fix add 路灯; fix start 路灯; fix accept 路灯")

  static let serve = step(
    Name("serve", "启用"), "It goes into service, its checklist complete; the date may be known to ten days.",
    "检查清单完成后启用，日期可精确到旬。", .serve,
    example: "fix add 路灯; fix start 路灯 on=2020-12-01; fix accept 路灯 on=2020-12-12; fix serve 路灯 on=2020年12月中旬")
}
