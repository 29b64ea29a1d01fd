import CommandLanguage
import Diagnostics
import Foundation
import Records
import Values

extension DiagnosticCode {
  /// A saved office cannot be loaded.
  static let load = DiagnosticCode(
    "E-LOAD", "A saved office cannot be loaded.", "已保存的办公室无法载入。",
    mend: Localized(
      "Run the file that save wrote, as it is, on an office that is new: linli --db new.db FILE.",
      "请对新办公室运行 保存 写出的原文件：linli --db 新.db 文件。"),
    example: .lines("office load records=744", "办公室 载入 记录数=744"))
}

/// `save` and `office load`: the whole office as a script, and back.
enum SaveCommands {
  static let all = [save, load]

  private static let path = Field<String>("file", "文件", "The file.", "文件。", type: .path)
  private static let records = Field<Int>(
    "records", "记录数", "How many records follow.", "随后的记录数。", type: .integer(0...Int.max))
  private static let next = Field<[String]>(
    "next", "续号", "Where numbers go on: [resident=20].", "续用的编号，如 [resident=20]。", type: .list(.text(maximum: 60)),
    default: [])

  /// What writes the lines of a saved office.
  static let example = Example(
    "save office.linli", "linli --db new.db office.linli makes it anew.", "用 linli --db 新.db office.linli 重建。")

  static let save = OfficeCommand(
    CommandDeclaration(
      Name("save", "保存"), nil,
      Localized(
        "Writes the whole office as a script, sorted, that makes the same office anew; with all phones and names.",
        "把整个办公室写成有序的脚本，可据以重建；含全部电话和姓名。"),
      parameters: [.positional(path)], effect: .writes, result: .value(.integer(0...Int.max)),
      examples: [example]), right: .disclose
  ) { session, arguments in
    let path = arguments[path]
    let script = SavedOffice(of: session)
    let count = try session.schema.recordCount(in: session.store)
    try session.writer.note(
      "save", try Community.require(in: session.store).reference, ["file": .text(path), "records": .integer(count)])
    if session.isRehearsing {
      try session.environment.output(session.wouldWrite(path))
    } else {
      try OutputFile.write(session.location(of: path), isPrivate: true) { file in try script.write(count, file.put) }
      session.noteWritten(path)
    }
    return .acknowledgement(
      Localized("saved \(count.counted("record")) to \(path)", "已将 \(count) 条记录保存到 \(path)")
    ) { .integer(count) }
  }

  static let load = OfficeCommand(
    CommandDeclaration(
      Community.kind.name, Name("load", "载入"),
      Localized(
        "Begins a saved office; the script goes on with its records and is whole or leaves nothing.",
        "已保存办公室脚本的开头，其后为各条记录；不完整则全部不保留。"),
      parameters: [.named(records), .named(next)], effect: .writes, examples: [example])
  ) { session, arguments in
    guard try session.store.journal(JournalQuery(limit: 1)).next() == nil else {
      throw Diagnostic(
        .load, Localized("this office is not empty", "该办公室已有内容"),
        hint: Localized("open a new one: linli --db new.db FILE", "请另开新办公室：linli --db 新.db 文件"))
    }
    try session.store.deferReferences()
    session.line.load = OfficeLoad(
      count: arguments[records],
      next: try arguments[next].map { entry in
        let parts = entry.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let kind = session.schema[String(parts[0])], let number = Int(parts[1]), number > 0
        else {
          throw Diagnostic(
            .load, Localized("\(entry) says no number of a kind", "\(entry) 不是某类记录的编号"), subject: "next")
        }
        return (kind, number)
      })
    let count = arguments[records]
    return .acknowledgement(Localized("loading \(count.counted("record"))", "载入 \(count) 条记录")) { .none }
  }
}
