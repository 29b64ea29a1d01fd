import Values

/// Rows as CSV (RFC 4180) or as lines with tabs between the cells.
struct DelimitedText {
  enum Style { case commas, tabs }

  private let writer: RowWriter
  private let style: Style

  init(_ writer: RowWriter, _ style: Style) {
    self.writer = writer
    self.style = style
  }

  func write(_ next: () throws -> [Value]?, to put: (String) throws -> Void) throws {
    try put(line(writer.columns.map { $0.name[writer.language] }))
    while let row = try next() { try put(line(row.map(writer.exchange))) }
  }

  private func line(_ cells: [String]) -> String {
    switch style {
    case .commas: cells.map(quoted).joined(separator: ",") + "\r\n"
    case .tabs: cells.map(escaped).joined(separator: "\t") + "\n"
    }
  }

  /// A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection); numbers,
  /// also negative ones, and telephone numbers stay as they are.
  private func quoted(_ cell: String) -> String {
    var text = cell
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first),
      !text.dropFirst().allSatisfy({ $0.isNumber || $0 == "." || $0 == "-" }) || text.count == 1
    {
      text = "'" + text
    }
    guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private func escaped(_ cell: String) -> String {
    cell.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\n", with: "\\n").replacing(
      "\r", with: "\\r")
  }
}
