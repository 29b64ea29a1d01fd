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
    case .tabs: cells.map { escaped(isFormula($0) ? "'" + $0 : $0) }.joined(separator: "\t") + "\n"
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

  /// Numbers, also negative ones, and telephone numbers are no formulas; behind an apostrophe they are a text.
  private func isFormula(_ cell: String) -> Bool {
    guard CellText.wantsGuard(cell) else { return false }
    let isSigned = cell.utf8.first == UInt8(ascii: "-") || cell.utf8.first == UInt8(ascii: "+")
    return !isSigned || cell.utf8.count == 1
      || !cell.utf8.dropFirst().allSatisfy { UInt8(ascii: "-")...UInt8(ascii: "9") ~= $0 && $0 != UInt8(ascii: "/") }
  }

  /// Scalars: a mark that combines with a sign does not hide it, and CR LF is two of them.
  private func escaped(_ cell: String) -> String {
    var text = ""
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case "\t": text += "\\t"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
