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
    "| " + cells.map { $0.replacing("\\", with: "\\\\").replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
  }
}
