import Diagnostics
import Values

/// Rows as a table whose columns line up also with double-width characters.
///
/// The columns' widths are settled by the first rows; a later cell that is wider moves its own line only.
struct TableText {
  private static let settlingRows = 1_000

  private let writer: RowWriter
  private let width: Int?

  init(_ writer: RowWriter, width: Int?) {
    self.writer = writer
    self.width = width
  }

  func write(_ next: () throws -> [Value]?, to put: (String) throws -> Void) throws {
    var first: [[String]] = []
    while first.count < TableText.settlingRows, let row = try next() { first.append(row.map(writer.display)) }
    let headings = writer.columns.map { $0.name[writer.language] }
    let natural = naturalWidths(headings, first)
    let widths =
      width.map { ColumnWidths.fitted(natural, to: $0, narrowest: natural.map { _ in ColumnWidths.narrowest }) }
      ?? natural
    try put(line(headings, widths))
    try put(widths.map { String(repeating: "─", count: $0) }.joined(separator: ColumnWidths.gap) + "\n")
    for row in first { try put(line(row, widths)) }
    var count = first.count
    while let row = try next() {
      try put(line(row.map(writer.display), widths))
      count += 1
    }
    try put(Localized("(\(count) \(count == 1 ? "row" : "rows"))\n", "（\(count) 行）\n")[writer.language])
  }

  private func naturalWidths(_ headings: [String], _ rows: [[String]]) -> [Int] {
    var widths = headings.map { DisplayWidth.of($0) }
    for row in rows {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], DisplayWidth.of(cell)) }
    }
    return widths
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = ""
    for (index, cell) in cells.enumerated() {
      let shown = width == nil ? cell : cell.truncated(to: widths[index])
      if index > 0 { text += ColumnWidths.gap }
      if writer.columns[index].type.isNumeric {
        text += shown.leftPadded(to: widths[index])
      } else if index == cells.count - 1 {
        text += shown
      } else {
        text += shown.padded(to: widths[index])
      }
    }
    return text.withoutBlanksAtEnd + "\n"
  }
}
