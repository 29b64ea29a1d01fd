import CommandLanguage
import Diagnostics
import Records
import Values

/// `import`: the rows of a sheet become records. Every kind has it whose records `add` takes: all others come in through
/// verbs of their own, with the rules of those.
enum ImportCommand {
  private static let file = Field<String>(
    "file", "文件", "The sheet: CSV, or cells between tabs, under a row of headings.", "表格文件：CSV 或制表符分隔，首行为列名。",
    type: .path)
  private static let encoding = Field<SheetEncoding?>(
    "encoding", "编码", "Its encoding, if it is not what its beginning and its bytes tell.", "文件编码；默认自动识别。")
  private static let dryRun = Field<Bool>(
    "dry-run", "试运行", "Only says what would come of it; changes nothing.", "只报告结果，不作改动。", default: false)
  private static let rejects = Field<String?>(
    "rejects", "退回", "Keeps the good rows, and writes those that are refused into this file.", "保留合格的行，并将拒收的行写入此文件。",
    type: .path)

  /// The command of a kind; nothing for a kind whose records come in otherwise.
  static func all(of kind: RecordKind) -> [OfficeCommand] {
    guard kind.verbs.contains(.add) else { return [] }
    let mode = mode(of: kind)
    let declaration = CommandDeclaration(
      kind.name, Name("import", "导入"),
      Localized(
        "Makes the rows of a sheet records of the kind \(kind.name.english).", "从表格文件导入\(kind.name.chinese)。"),
      parameters: [.positional(file), .named(mode), .named(encoding), .named(dryRun), .named(rejects)],
      effect: .writes, result: .row(ImportReport.shape), examples: examples(of: kind))
    return [
      OfficeCommand(declaration) { session, arguments in
        try SheetImport(
          kind, path: arguments[file], mode: arguments[mode], encoding: arguments[encoding]?.textEncoding,
          isDryRun: arguments[dryRun], rejects: arguments[rejects], in: session
        ).run()
      }
    ]
  }

  /// A record that nobody may change can only be added.
  private static func mode(of kind: RecordKind) -> Field<ImportMode> {
    let modes = kind.verbs.contains(.set) ? ImportMode.allCases : [.add]
    return Field<ImportMode>(
      "mode", "模式", "What becomes of records that are there: refused if changed, updated, filled up.",
      "已有记录如何处理：新增（不同则拒收）、更新、补全。", type: .choice(modes.map(\.choice)), default: .add)
  }

  private static func examples(of kind: RecordKind) -> [Example] {
    let noun = kind.name.english
    let reason = ExportCommand.canUnmask(kind) ? " reason=核对" : ""
    let export = "\(noun) export\(reason) > \(noun).csv"
    return [
      Example("\(export); \(noun) import \(noun).csv", "Nothing is new in what was exported.", "导出后再导入，不会有变化。"),
      Example("\(export); \(noun) import \(noun).csv --dry-run", "Says what would come of it.", "只报告结果，不作改动。"),
    ]
  }
}
