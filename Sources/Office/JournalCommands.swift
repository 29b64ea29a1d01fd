import CommandLanguage
import Diagnostics
import Foundation
import Records
import Values

/// Reading the journal.
enum JournalCommands {
  static let all = [list, history]

  private static let shape = RowShape([
    Column(Name("number", "序号"), .integer(0...Int.max)), Column(Name("at", "时间"), .moment),
    Column(Name("by", "操作员"), .text(maximum: 50)), Column(Name("origin", "来源"), .text(maximum: 500)),
    Column(Name("act", "动作"), .text(maximum: 40)), Column(Name("record", "记录"), .text(maximum: 60)),
    Column(Name("before", "原值"), .text(maximum: 10_000)), Column(Name("after", "新值"), .text(maximum: 10_000)),
  ])

  private static let limit = Field<Int>(
    "limit", "限", "How many entries, the newest.", "最多多少条，取最新的。", type: .integer(1...1_000_000), default: 20)
  private static let subject = Field<Reference>(
    "record", "记录", "Which record: its handle or name.", "哪条记录：代号或名称。",
    type: .reference(OfficeSchema.all.kinds.map(\.name.english)))

  static let list = OfficeCommand(
    CommandDeclaration(
      Name("journal", "日志"), Name("list", "列出"),
      Localized("Lists the newest changes: who, when, from which line.", "列出最近的改动：谁、何时、出自哪一行。"),
      parameters: [.named(limit)], effect: .reads, result: .rows(shape),
      examples: [Example("journal list limit=3", "The last three changes.", "最近三次改动。")])
  ) { session, arguments in
    try rows(session, about: nil, limit: arguments[limit])
  }

  static let history = OfficeCommand(
    CommandDeclaration(
      Name("history", "沿革"), nil, Localized("Lists every change of one record.", "列出一条记录的全部改动。"),
      parameters: [.positional(subject)], effect: .reads, result: .rows(shape),
      examples: [Example("history R1", "All changes of resident R1.", "居民 R1 的全部改动。")])
  ) { session, arguments in
    try rows(session, about: arguments[subject], limit: nil)
  }

  private static func rows(_ session: OfficeSession, about reference: Reference?, limit: Int?) throws -> CommandResult {
    let rows = try session.store.journal(about: reference, limit: limit).map { entry in
      Row(
        shape,
        [
          .integer(entry.number), .moment(entry.moment), .text(entry.by), .text(entry.origin), .text(entry.act),
          .text(handle(of: entry.subject, session)), .text(masked(entry.before, entry.subject, session)),
          .text(masked(entry.after, entry.subject, session)),
        ])
    }
    return .rows(RowStream(shape, rows: rows), columns: shape.listed)
  }

  /// The values of an entry, those that rows mask left out: reading the journal is no way round a reason.
  private static func masked(_ values: String, _ subject: Reference, _ session: OfficeSession) -> String {
    let fields = session.schema[subject.kind]?.fields.filter(\.isMasked) ?? []
    return fields.reduce(values) { text, field in
      guard let start = text.range(of: JSONText.quoted(field.name.english) + ":\"")?.upperBound else { return text }
      var end = start
      while end < text.endIndex, text[end] != "\"" {
        // A backslash takes the next character with it.
        end = text.index(end, offsetBy: text[end] == "\\" ? 2 : 1, limitedBy: text.endIndex) ?? text.endIndex
      }
      return text.replacingCharacters(in: start..<end, with: "***")
    }
  }

  /// The handle of a record that may have been removed.
  private static func handle(of reference: Reference, _ session: OfficeSession) -> String {
    if let record = try? session.record(reference) { return session.handle(of: record) }
    if case .numbered(let prefix)? = session.schema[reference.kind]?.handle { return "\(prefix)\(reference.id)" }
    return "\(reference.kind)/\(reference.id)"
  }
}
