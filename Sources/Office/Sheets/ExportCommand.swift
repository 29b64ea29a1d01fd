import CommandLanguage
import Diagnostics
import Records
import Sheets
import Values

/// `export`: records as a sheet that spreadsheets open and `import` reads. Every kind has it that can be listed.
enum ExportCommand {
  private static let encoding = Field<SheetEncoding>(
    "encoding", "编码", "The file's encoding; UTF-8 begins with a mark, so that Excel knows it.",
    "文件编码；UTF-8 带标记，Excel 可直接打开。", default: .utf8)
  private static let format = Field<SheetFormat>(
    "format", "格式", "Commas or tabs between the cells.", "单元格以逗号或制表符分隔。", default: .csv)
  private static let reason = Field<String?>(
    "reason", "理由", "Why what lists mask is written in full; the journal keeps it.", "完整写出隐去内容的理由，记入日志。")

  /// The command of a kind; nothing for a kind that cannot be listed.
  static func all(of kind: RecordKind) -> [OfficeCommand] {
    guard kind.verbs.contains(.list) else { return [] }
    let unmasks = canUnmask(kind)
    let declaration = CommandDeclaration(
      kind.name, Name("export", "导出"),
      Localized(
        "Writes a sheet of the kind \(kind.name.english); every field selects.", "将\(kind.name.chinese)导出为表格；任何字段都可作条件。"
      ),
      parameters: Listing.parameters(of: kind) + Listing.scope(of: kind) + Listing.options + [
        .named(encoding), .named(format),
      ]
        + (unmasks ? [.named(reason)] : []),
      effect: unmasks ? .writes : .reads, result: .sheet(kind.shape), examples: examples(of: kind))
    return [
      OfficeCommand(declaration, right: .read) { session, arguments in
        if arguments[reason] != nil, unmasks { try session.require(.disclose, for: declaration.words) }
        let why = unmasks ? try arguments[reason].map { try RevealCommand.requireReason($0, for: kind) } : nil
        let listing = try Listing(kind, arguments, in: session)
        let export = try SheetExport(kind, columns: listing.shown(), isUnmasked: why != nil, in: session)
        if let why, export.showsMaskedFields {
          try session.writer.note(
            "export", Record.all(kind), reason: why, details: ["records": .integer(listing.matchCount())])
        }
        let encoding = arguments[encoding].textEncoding
        let separator = arguments[format].separator
        return .encoded(
          EncodedText(mark: encoding.markForWriting) { isEncoded, sink in
            try withoutActuallyEscaping(sink) { sink in
              let writer = SheetWriter(encoding: isEncoded ? encoding : .utf8, separator: separator, sink: sink)
              try export.write(try listing.matches(), to: writer)
            }
          })
      }
    ]
  }

  /// Whether all of a kind may be written without masks: data of the office's own work. Who raised an opinion is looked
  /// up one by one.
  static func canUnmask(_ kind: RecordKind) -> Bool {
    kind.verbs.contains(.add) && kind.fields.contains(where: \.isMasked)
  }

  private static func examples(of kind: RecordKind) -> [Example] {
    let noun = kind.name.english
    let filter = kind.sample.filter.isEmpty ? "" : " \(kind.sample.filter)"
    return [
      Example("\(noun) export\(filter) > \(noun).csv", "Writes them for Excel.", "写成 Excel 可打开的文件。"),
      Example(
        "\(noun) export encoding=gb18030 > \(noun).csv", "Writes them for old programs.", "写成旧程序可读的国标编码。"),
    ]
  }
}
