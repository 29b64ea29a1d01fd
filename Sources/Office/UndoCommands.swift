import CommandLanguage
import Diagnostics
import Records
import Values

/// Taking acts back: a line of the prompt, or a whole script.
enum UndoCommands {
  static let all = [undo, redo]

  private static let count = Field<Int>(
    "count", "次数", "How many acts.", "撤销多少次操作。", type: .integer(1...100), default: 1)

  private static let by = Field<String?>(
    "by", "操作员", "Whose acts; your own unless given.", "撤销谁的操作，默认为本人。", type: .text(maximum: 50))

  static let undo = OfficeCommand(
    CommandDeclaration(
      Name("undo", "撤销"), nil,
      Localized(
        "Takes back the last act, or several: a line, or a whole script. The journal keeps both.",
        "撤销最近的一次或几次操作（一行或整个脚本），日志两者都保留。"),
      parameters: [.positional(count), .named(by)], effect: .writes, result: .value(.text(maximum: 10_000)),
      examples: [Example("undo", "Takes back the last act.", "撤销最近一次操作。")])
  ) { session, arguments in
    let name = arguments[by] ?? session.operatorName
    if name != session.operatorName {
      try session.require(.undoOthers, for: Localized("undoing what \(name) did", "撤销 \(name) 的操作"))
    }
    return try takeBack(arguments[count], of: name, in: session, done: Localized("undone", "已撤销")) {
      try $0.newestAct(of: name)
    }
  }

  static let redo = OfficeCommand(
    CommandDeclaration(
      Name("redo", "重做"), nil,
      Localized("Does again what your last undo took back.", "恢复最近一次撤销的操作。"),
      parameters: [.positional(count)], effect: .writes, result: .value(.text(maximum: 10_000)),
      examples: [Example("redo", "Does the act again that was undone.", "恢复刚撤销的操作。")])
  ) { session, arguments in
    try takeBack(
      arguments[count], of: session.operatorName, in: session, done: Localized("done again", "已恢复")
    ) {
      try $0.newestUndo(of: session.operatorName)
    }
  }

  private static func takeBack(
    _ count: Int, of name: String, in session: OfficeSession, done: Localized, _ next: (Undo) throws -> Int?
  ) throws -> CommandResult {
    guard session.store.openTransaction == nil else {
      throw Diagnostic(
        .undo, Localized("what this line or script has done so far is no act yet", "本行或本脚本此前的改动还不是一次完成的操作"),
        hint: Localized("undo on a line of its own; rollback ends a transaction", "请另起一行撤销；事务请用 回滚"))
    }
    let undo = Undo(in: session.writer)
    var lines: [Localized] = []
    for _ in 0..<count {
      guard let transaction = try next(undo) else {
        guard lines.isEmpty else { break }
        throw Diagnostic(
          .undo, Localized("\(name) has nothing to take back", "\(name) 没有可撤销的操作"),
          hint: Localized("journal list shows who did what", "可用 日志 列出 查看谁做了什么"))
      }
      let entries = try undo.takeBack(transaction)
      lines.append(try text(of: entries, in: session))
    }
    let text = Localized(
      "\(done.english): \(lines.map(\.english).joined(separator: "; "))",
      "\(done.chinese)：\(lines.map(\.chinese).joined(separator: "；"))")
    return .acknowledgement(text) { .text(text[session.language]) }
  }

  /// What was taken back or done again: `resident add 胡建国 (prompt:3), 1 change`.
  private static func text(of entries: [JournalEntry], in session: OfficeSession) throws -> Localized {
    // What an undo had taken back is what is done again.
    var acts = Set(entries.compactMap(\.undoes)).sorted()
    if acts.isEmpty { acts = entries.last.map { [$0.transaction] } ?? [] }
    let commands = try acts.compactMap { act in
      try session.store.journal(JournalQuery(transaction: act, limit: 1)).next().map { entry in
        guard !entry.command.isEmpty else { return Localized(same: entry.origin) }
        let chinese = session.table.renamed(entry.command, in: .chinese)
        return Localized("\(entry.command) (\(entry.origin))", "\(chinese)（\(entry.origin)）")
      }
    }
    return Localized(
      "\(commands.map(\.english).joined(separator: ", ")), \(entries.count.counted("change"))",
      "\(commands.map(\.chinese).joined(separator: "、"))，\(entries.count) 项改动")
  }
}
