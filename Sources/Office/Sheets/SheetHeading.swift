import Diagnostics
import Records
import Values

extension DiagnosticCode {
  /// A column of a sheet stands for nothing that can be imported.
  public static let sheetColumn = DiagnosticCode(
    "E-COLUMN", "A column of a sheet stands for no field that can be imported.", "表格中有不能导入的列。",
    mend: Localized(
      "Rename the column as the hint says, empty it, or take it out. help resident add lists the fields.",
      "请按提示改名，或清空、删去该列。可用 help 居民 添加 查看字段。"),
    example: .lines(
      "print \"姓名,微信\\n李梅,示例\" > people.csv; resident import people.csv",
      "print \"姓名,微信\\n李梅,示例\" > 居民.csv; 居民 导入 居民.csv"))
  /// A value is masked, so that it says nothing.
  public static let maskedValue = DiagnosticCode(
    "E-MASKED", "The value is masked, so that it cannot be imported.", "该值已隐去，不能导入。",
    mend: Localized(
      "Take the column out, or export again with reason=\"…\", which the journal keeps.", "请删去该列，或加 理由=“…” 重新导出，理由记入日志。"
    ),
    example: .lines(
      "resident export > people.csv; resident import people.csv", "居民 导出 > 居民.csv; 居民 导入 居民.csv"))
}

/// What stands above a column of a sheet.
enum SheetHeading {
  /// What follows the heading of a column that is masked.
  static let maskMark = Localized(" (masked)", "（隐去）")

  /// What a heading stands for.
  enum Meaning {
    case nothing
    case handle
    case field(slot: Int)
    case input(RecordKind.Input)
    /// Something that cannot be imported.
    case refused(DiagnosticCode, Localized, hint: Localized?)
  }

  /// What a heading means for a kind: its fields under either name or one that people use.
  static func meaning(of text: String, for kind: RecordKind) -> Meaning {
    let heading = plain(text)
    if heading.isEmpty { return .nothing }
    let handle = kind.shape.columns[0].name
    if matches(heading, handle, []) { return .handle }
    if let slot = kind.fields.firstIndex(where: { matches(heading, $0.name, $0.headings) }) {
      let field = kind.fields[slot]
      guard field.isSettable else { return unsettable(field.name) }
      return isMasked(text) ? masked(field.name) : .field(slot: slot)
    }
    if let input = kind.inputs.first(where: { matches(heading, $0.declaration.name, $0.declaration.headings) }) {
      return .input(input)
    }
    if let computed = kind.computed.first(where: { matches(heading, $0.declaration.name, $0.declaration.headings) }) {
      let name = computed.declaration.name
      return .refused(
        .sheetColumn,
        Localized("\(name.english) is worked out from other fields, not kept", "\(name.chinese)由其他字段算出，不保存"),
        hint: Localized("leave the column out", "请删去此列"))
    }
    return unknown(text, kind)
  }

  private static func unsettable(_ name: Name) -> Meaning {
    .refused(
      .sheetColumn,
      Localized("\(name.english) is changed by a command of its own only", "\(name.chinese)只能用专门的命令修改"),
      hint: Localized("leave the column out", "请删去此列"))
  }

  private static func masked(_ name: Name) -> Meaning {
    .refused(
      .maskedValue, Localized("the column \(name.english) is masked", "\(name.chinese)一列已隐去"),
      hint: Localized("leave it out, or export again with reason=…", "请删去此列，或加 理由=… 重新导出"))
  }

  private static func unknown(_ text: String, _ kind: RecordKind) -> Meaning {
    let fields = kind.fields.filter(\.isSettable) + kind.inputs.map(\.declaration)
    let names = fields.flatMap { [$0.name.english, $0.name.chinese] + $0.headings }
    let known = Localized(
      "the columns are \(fields.map(\.name.english).joined(separator: ", "))",
      "可用的列：\(fields.map(\.name.chinese).joined(separator: "、"))")
    let shown = String(text.prefix(40))
    return .refused(
      .sheetColumn, Localized("\(kind.name.english) has no field \(shown)", "\(kind.name.chinese)没有字段 \(shown)"),
      hint: separatorHint(text) ?? Suggestion.hint(for: text, in: names) ?? known)
  }

  /// Cells that are separated otherwise look like one long heading.
  private static func separatorHint(_ text: String) -> Localized? {
    guard text.contains(where: { "，、;；|".contains($0) }) else { return nil }
    return Localized("cells are separated by commas or tabs", "单元格须以半角逗号或制表符分隔")
  }

  /// A heading as it is compared: without blanks, hyphens, capitals, a star, and what follows in brackets: `成年(是/否)`.
  private static func plain(_ heading: String) -> String {
    var text = FullWidth.fold(heading).lowercased()
    if text.hasSuffix(")"), let bracket = text.lastIndex(of: "("), bracket > text.startIndex {
      text = String(text[..<bracket])
    }
    return text.filter { !$0.isWhitespace && !"-_*".contains($0) }
  }

  private static func isMasked(_ heading: String) -> Bool {
    let folded = FullWidth.fold(heading)
    return [maskMark.english, maskMark.chinese].contains { folded.hasSuffix(FullWidth.fold($0)) }
  }

  private static func matches(_ heading: String, _ name: Name, _ others: [String]) -> Bool {
    ([name.english, name.chinese] + others).contains { plain($0) == heading }
  }
}
