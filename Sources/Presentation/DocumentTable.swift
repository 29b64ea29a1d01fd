import Diagnostics
import Values

/// A document's table as lines of text. Nothing is cut off: a cell that is too wide for its column goes on in the next
/// line.
struct DocumentTable {
  private let table: Document.Table
  private let width: Int
  private let paint: Paint
  private let cell: (Localized) -> String

  /// Creates a renderer for lines of `width` cells; `cell` gives a cell's text.
  init(_ table: Document.Table, width: Int, paint: Paint, cell: @escaping (Localized) -> String) {
    self.table = table
    self.width = width
    self.paint = paint
    self.cell = cell
  }

  /// The lines.
  var lines: [String] {
    let headings = table.columns.map { cell($0.heading) }
    let rows = table.rows.map { $0.map(cell) }
    let total = table.total.map { $0.map(cell) }
    let natural = headings.indices.map { column in
      ([headings] + rows + [total].compactMap { $0 }).reduce(0) { max($0, DisplayWidth.of($1[column])) }
    }
    var widths = fitted(natural, ([headings] + rows + [total].compactMap { $0 }))
    if ColumnWidths.line(widths) > width { return records(headings, rows + [total].compactMap { $0 }) }
    if let filling = table.columns.firstIndex(where: \.fills) {
      widths[filling] += max(0, width - ColumnWidths.line(widths))
    }
    let isNumeric = table.columns.map(\.isNumeric)
    func lines(of cells: [String], as meaning: Paint.Meaning? = nil) -> [String] {
      WrappedCells.lines(cells, widths, isNumeric: isNumeric) { column, part in
        let isNegative = isNumeric[column] && cells[column].hasPrefix("-")
        return (meaning ?? (isNegative ? .warning : nil)).map { paint($0, part) } ?? part
      }
    }
    var body = rows.indices.flatMap { lines(of: rows[$0], as: table.warned.contains($0) ? .warning : nil) }
    if table.flows { body = beside(body, ColumnWidths.line(widths)) }
    let rule = paint(.secondary, widths.map { String(run: "─", $0) }.joined(separator: ColumnWidths.gap))
    let top = headings.allSatisfy(\.isEmpty) ? [] : lines(of: headings, as: .heading) + [rule]
    return top + body + (total.map { [rule] + lines(of: $0, as: .heading) } ?? [])
  }

  /// Each row by itself, a field a line: what is left when the columns do not fit the page.
  private func records(_ headings: [String], _ rows: [[String]]) -> [String] {
    let rule = paint(.secondary, String(run: "─", width))
    return rows.flatMap { row in
      [rule]
        + FieldLines(width: width, paint: paint).lines(
          row.indices.filter { !row[$0].isEmpty }.map { (headings[$0], row[$0]) })
    }
  }

  /// The widths that fit the page. Words stay whole as long as that is possible, numbers always.
  private func fitted(_ natural: [Int], _ rows: [[String]]) -> [Int] {
    guard ColumnWidths.line(natural) > width else { return natural }
    let words = natural.indices.map { column in
      table.columns[column].isNumeric ? natural[column] : rows.map { TextWrap.longestPiece(of: $0[column]) }.max() ?? 0
    }
    return ColumnWidths.fitted(
      ColumnWidths.fitted(natural, to: width, narrowest: words), to: width,
      narrowest: natural.map { _ in ColumnWidths.narrowest },
      fixed: Set(table.columns.indices.filter { table.columns[$0].isNumeric }))
  }

  /// Narrow lines in as many columns as fit, read down and then across.
  private func beside(_ lines: [String], _ line: Int) -> [String] {
    let gap = "    "
    let count = max(1, (width + gap.count) / (line + gap.count))
    let height = (lines.count + count - 1) / count
    return (0..<height).map { row in
      stride(from: row, to: lines.count, by: height).map {
        lines[$0] + String(run: " ", line - DisplayWidth.of(Paint.stripped(lines[$0])))
      }.joined(separator: gap)
        .withoutBlanksAtEnd
    }
  }
}
