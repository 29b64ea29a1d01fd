import CommandLanguage
import Diagnostics
import Foundation
import Records
import Values

/// Reading the journal.
enum JournalCommands {
  static let all = [list, show, verify, history]

  private static let noun = Name("journal", "日志")
  private static let shape = RowShape(
    [
      Column(Name("number", "序号"), .integer(0...Int.max)), Column(Name("at", "时间"), .moment),
      Column(Name("by", "操作员"), .text(maximum: 50)), Column(Name("origin", "来源"), .text(maximum: 500)),
      Column(Name("act", "动作"), JournalAct.valueType), Column(Name("record", "记录"), .text(maximum: 60)),
      Column(Name("before", "原值"), .text(maximum: 10_000)), Column(Name("after", "新值"), .text(maximum: 10_000)),
      Column(Name("transaction", "事务"), .integer(0...Int.max)), Column(Name("undoes", "撤销"), .integer(0...Int.max)),
      Column(Name("command", "命令"), .text(maximum: 10_000)), Column(Name("digest", "摘要"), .text(maximum: 64)),
      Column(Name("change", "改动"), .text(maximum: 10_000)),
    ],
    listed: ["number", "at", "by", "origin", "act", "record", "before", "after"])
  /// What `history` shows: one record's changes in words.
  private static let historyColumns = ["number", "at", "by", "origin", "change"].compactMap { shape.slot(named: $0) }

  private static let limit = Field<Int>(
    "limit", "限", "How many entries, the newest.", "最多多少条，取最新的。", type: .integer(1...1_000_000), default: 20)
  private static let subject = Field<Reference>(
    "record", "记录", "Which record: its handle or name.", "哪条记录：代号或名称。",
    type: .reference(OfficeSchema.all.kinds.map(\.name.english)))
  private static let about = Field<Reference?>(
    "record", "记录", "Of this record only.", "只看这条记录。", type: subject.declaration.type)
  private static let by = Field<String?>("by", "操作员", "Of this operator only.", "只看这位操作员。", type: .text(maximum: 50))
  private static let act = Field<JournalAct?>("act", "动作", "Of this act only.", "只看此类动作。")
  private static let since = Field<Moment?>("since", "自", "From then on.", "自何时起。")
  private static let until = Field<Moment?>("until", "至", "Up to then.", "至何时止。")
  private static let number = Field<Int>(
    "number", "序号", "The entry's number.", "条目序号。", type: .integer(1...Int.max))

  static let list = OfficeCommand(
    CommandDeclaration(
      noun, Name("list", "列出"),
      Localized("Lists the newest changes: who, when, from which line.", "列出最近的改动：谁、何时、出自哪一行。"),
      parameters: [.named(limit), .named(about), .named(by), .named(act), .named(since), .named(until)],
      effect: .reads, result: .rows(shape),
      examples: [
        Example("journal list limit=3", "The last three changes.", "最近三次改动。"),
        Example("journal list act=reveal", "Who looked at what is masked, and why.", "谁因何查看过隐去的信息。"),
      ])
  ) { session, arguments in
    let end = arguments[until]?.endIfDay
    let query = JournalQuery(
      subject: arguments[about], by: arguments[by], act: arguments[act]?.rawValue, since: arguments[since], until: end,
      order: .newestFirst, limit: arguments[limit])
    let rows = try session.store.journal(query).collect().reversed().map { row(session, $0) }
    return .rows(RowStream(shape, rows: rows), columns: shape.listed)
  }

  static let show = OfficeCommand(
    CommandDeclaration(
      noun, Name("show", "查看"),
      Localized("Shows one entry, with the command that made it.", "查看一个条目及产生它的命令。"),
      parameters: [.positional(number)], effect: .reads, result: .row(shape),
      examples: [Example("journal show 1", "The first entry.", "第一个条目。")])
  ) { session, arguments in
    let number = arguments[number]
    guard let (entry, seal) = try session.store.journal(JournalQuery(numbers: number...number)).nextSealed() else {
      throw Diagnostic(
        .unknownRecord, Localized("the journal has no entry \(number)", "日志没有第 \(number) 条"),
        hint: Localized("journal list shows the newest", "可用 日志 列出 查看最近的条目"), subject: "number")
    }
    return .value(.row(row(session, entry, seal, command: try command(of: entry, session))))
  }

  static let history = OfficeCommand(
    CommandDeclaration(
      Name("history", "沿革"), nil, Localized("Lists every change of one record, in words.", "用文字列出一条记录的全部改动。"),
      parameters: [.positional(subject)], effect: .reads, result: .rows(shape),
      examples: [Example("history R1", "All changes of resident R1.", "居民 R1 的全部改动。")])
  ) { session, arguments in
    let entries = try session.store.journal(JournalQuery(subject: arguments[subject]))
    return .rows(RowStream(shape) { try entries.next().map { row(session, $0) } }, columns: historyColumns)
  }

  static let verify = OfficeCommand(
    CommandDeclaration(
      noun, Name("verify", "核验"),
      Localized(
        "Looks whether the journal is whole and the records are what it says.", "核验日志是否完整、记录是否与日志相符。"),
      effect: .reads, result: .document, examples: [Example("journal verify", "Says what was looked at.", "说明核验了什么。")])
  ) { session, _ in
    var verification = JournalVerification(store: session.store, schema: session.schema)
    let report = try verification.run(poll: session.poll)
    guard report.findings.isEmpty else {
      let lines = report.findings.map { finding -> Localized in
        let entry = finding.entry.map { Localized("entry \($0)", "条目 \($0)") }
        let record = finding.subject.map { Localized(same: session.handle(of: $0)) }
        let place = [entry, record].compactMap { $0 }
        return Localized(
          (place.map(\.english) + [finding.message.english]).joined(separator: ": "),
          (place.map(\.chinese) + [finding.message.chinese]).joined(separator: "："))
      }
      throw Diagnostic(
        .journal,
        Localized(
          "the journal does not fit: \(lines.map(\.english).joined(separator: "; "))",
          "日志不符：\(lines.map(\.chinese).joined(separator: "；"))"),
        hint: Localized(
          "keep the file as it is, and restore a backup from before the change", "请原样保留此文件，并恢复改动之前的备份"))
    }
    let text = Localized(
      "\(report.entries.counted("entry fits", "entries fit")), "
        + "\(report.records.counted("record is what it says", "records are what they say"))",
      "\(report.entries) 个条目相符，\(report.records) 条记录与日志一致")
    return .document(text[session.language] + "\n")
  }

  /// The command that an entry belongs to: only the first of a command's entries holds its text.
  private static func command(of entry: JournalEntry, _ session: OfficeSession) throws -> String {
    guard entry.command.isEmpty else { return entry.command }
    let earlier = try session.store.journal(
      JournalQuery(transaction: entry.transaction, numbers: 1...entry.number, order: .newestFirst))
    while let candidate = try earlier.next() {
      if !candidate.command.isEmpty { return candidate.line == entry.line ? candidate.command : "" }
    }
    return ""
  }

  private static func row(
    _ session: OfficeSession, _ entry: JournalEntry, _ seal: JournalSeal? = nil, command: String? = nil
  ) -> Row {
    Row(
      shape,
      [
        .integer(entry.number), .moment(entry.moment), .text(entry.by), .text(entry.origin),
        JournalAct(rawValue: entry.act).map(\.fieldValue) ?? .text(entry.act),
        .text(session.handle(of: entry.subject)), .text(masked(entry.before, entry.subject, session)),
        .text(masked(entry.after, entry.subject, session)), .integer(entry.transaction),
        entry.undoes.map { .integer($0) } ?? .none, .text(command ?? entry.command),
        seal.map { .text($0.link.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()) } ?? .none,
        .text(ChangeText(entry, session).text),
      ])
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
}
