import Diagnostics
import Values

/// Rows as a Markdown table.
struct MarkdownText {
  private let writer: RowWriter

  init(_ writer: RowWriter) { self.writer = writer }

  func write(_ next: () throws -> [Value]?, to put: (String) throws -> Void) throws {
    try put(line(writer.columns.map { $0.name[writer.language] }))
    try put(line(writer.columns.map { $0.type.isNumeric ? "---:" : "---" }))
    while let row = try next() { try put(line(row.map(writer.display))) }
  }

  private func line(_ cells: [String]) -> String {
    "| " + cells.map(MarkdownText.escaped).joined(separator: " | ") + " |\n"
  }

  /// A cell in which no sign makes a cell, code, a link, an element or emphasis (CommonMark, 2.4). Signs are told apart
  /// as scalars: a mark that combines with one does not hide it.
  private static func escaped(_ cell: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in cell.unicodeScalars {
      if signs.contains(scalar) { text.append("\\") }
      text.append(scalar)
    }
    return String(text)
  }

  private static let signs: Set<Unicode.Scalar> = ["\\", "|", "`", "[", "]", "*", "_", "<", "&", "~"]
}
