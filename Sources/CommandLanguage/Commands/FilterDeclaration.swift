import Diagnostics
import Values

/// A filter of the language: a step of a pipeline that rows flow through.
public struct FilterDeclaration: Sendable {
  /// What follows the filter's name.
  public enum Content: Sendable {
    /// Words: field names, a number, a format.
    case words
    /// An expression about the row at hand.
    case expression
    /// A block that is run for every row.
    case block
  }

  /// The filters there are.
  public enum Kind: String, Sendable, CaseIterable {
    case `where`, sort, first, last, select, count, sum, group, each, to
  }

  /// Which filter it is.
  public let kind: Kind
  /// What it is called.
  public let name: Name
  /// What follows its name.
  public let content: Content
  /// How it is written.
  public let form: String
  /// What it does, in one sentence.
  public let summary: Localized
  /// A line to copy.
  public let example: String

  /// Every filter, in the order in which help lists them.
  public static let all: [FilterDeclaration] = [
    FilterDeclaration(
      kind: .where, name: Name("where", "筛选"), content: .expression, form: "where EXPRESSION",
      summary: Localized("Keeps the rows for which the expression holds.", "只保留使表达式成立的行。"),
      example: "resident list | where unit == 2 and party"),
    FilterDeclaration(
      kind: .sort, name: Name("sort", "排序"), content: .words, form: "sort FIELD… (-FIELD: the largest first)",
      summary: Localized("Puts the rows in order.", "给各行排序。"), example: "resident list | sort building -room"),
    FilterDeclaration(
      kind: .first, name: Name("first", "前"), content: .words, form: "first [NUMBER]",
      summary: Localized("Keeps the first rows; without a number, gives the first row itself.", "保留前几行；不写数字则给出首行本身。"),
      example: "resident list | first 3"),
    FilterDeclaration(
      kind: .last, name: Name("last", "末"), content: .words, form: "last [NUMBER]",
      summary: Localized("Keeps the last rows; without a number, gives the last row itself.", "保留末几行；不写数字则给出末行本身。"),
      example: "resident list | last 3"),
    FilterDeclaration(
      kind: .select, name: Name("select", "选取"), content: .words, form: "select FIELD…",
      summary: Localized("Shows these fields only, in this order.", "只显示所列字段，按所列顺序。"),
      example: "resident list | select name building"),
    FilterDeclaration(
      kind: .count, name: Name("count", "计数"), content: .words, form: "count",
      summary: Localized("Counts the rows.", "数出行数。"), example: "resident list | where party | count"),
    FilterDeclaration(
      kind: .sum, name: Name("sum", "求和"), content: .words, form: "sum FIELD",
      summary: Localized("Adds up a field of all rows.", "对各行的某个字段求和。"), example: "gift list | sum amount"),
    FilterDeclaration(
      kind: .group, name: Name("group", "分组"), content: .words, form: "group FIELD",
      summary: Localized("Counts the rows for each value of a field.", "按某个字段的值分别计数。"),
      example: "resident list | group building"),
    FilterDeclaration(
      kind: .each, name: Name("each", "逐个"), content: .block, form: "each { … }",
      summary: Localized("Runs a block for each row; $it is the row.", "对每一行执行一段命令；$it 是该行。"),
      example: "resident list | first 2 | each { print $it.name }"),
    FilterDeclaration(
      kind: .to, name: Name("to", "输出"), content: .words,
      form: "to " + OutputFormat.allCases.map(\.rawValue).joined(separator: "|"),
      summary: Localized("Writes rows or a document in a format.", "以指定格式写出各行或文书。"),
      example: "resident list | first 2 | to csv"),
  ]

  /// The filter of a name, in either language.
  public static func named(_ name: String) -> FilterDeclaration? { all.first { $0.name.matches(name) } }
}
