import Sheets
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
    case .commas: commas(cells)
    case .tabs: cells.map(escaped).joined(separator: "\t") + "\n"
    }
  }

  private func commas(_ cells: [String]) -> String {
    var row: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { row.append(SheetSeparator.comma.rawValue) }
      CellText.append(cell, isGuarded: isFormula(cell), separator: .comma, to: &row)
    }
    return String(decoding: row, as: UTF8.self) + "\r\n"
  }

  /// Numbers, also negative ones, and telephone numbers are no formulas.
  private func isFormula(_ cell: String) -> Bool {
    CellText.wantsGuard(cell)
      && (cell.utf8.count == 1 || !cell.dropFirst().allSatisfy { $0.isNumber || $0 == "." || $0 == "-" })
  }

  private func escaped(_ cell: String) -> String {
    cell.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\n", with: "\\n").replacing(
      "\r", with: "\\r")
  }
}
