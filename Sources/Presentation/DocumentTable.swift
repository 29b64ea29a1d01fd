import Diagnostics
import Values

/// A document's table as lines of text. Nothing is cut off: a cell that is too wide for its column goes on in the next
/// line.
struct DocumentTable {
  private let table: Document.Table
  private let width: Int
  private let cell: (Localized) -> String

  /// Creates a renderer for lines of `width` cells; `cell` gives a cell's text.
  init(_ table: Document.Table, width: Int, cell: @escaping (Localized) -> String) {
    self.table = table
    self.width = width
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
    if let filling = table.columns.firstIndex(where: \.fills) {
      widths[filling] += max(0, width - lineWidth(widths))
    }
    var body = rows.flatMap { lines(of: $0, widths) }
    if table.flows { body = beside(body, lineWidth(widths)) }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: ColumnWidths.gap)
    let top = headings.allSatisfy(\.isEmpty) ? [] : lines(of: headings, widths) + [rule]
    return top + body + (total.map { [rule] + lines(of: $0, widths) } ?? [])
  }

  /// The widths that fit the page. Words stay whole as long as that is possible, numbers always.
  private func fitted(_ natural: [Int], _ rows: [[String]]) -> [Int] {
    guard lineWidth(natural) > width else { return natural }
    let numeric = Set(table.columns.indices.filter { table.columns[$0].isNumeric })
    let words = natural.indices.map { column in
      numeric.contains(column) ? natural[column] : rows.map { TextWrap.longestPiece(of: $0[column]) }.max() ?? 0
    }
    return ColumnWidths.fitted(
      ColumnWidths.fitted(natural, to: width, narrowest: words), to: width,
      narrowest: natural.map { _ in ColumnWidths.narrowest },
      fixed: numeric)
  }

  private func lineWidth(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + ColumnWidths.gap.count * max(0, widths.count - 1)
  }

  private func lines(of cells: [String], _ widths: [Int]) -> [String] {
    let parts = zip(cells, widths).map { TextWrap.lines($0, width: $1) }
    return (0..<(parts.map(\.count).max() ?? 0)).map { line in
      parts.indices.map { column in
        let part = line < parts[column].count ? parts[column][line] : ""
        return table.columns[column].isNumeric ? part.leftPadded(to: widths[column]) : part.padded(to: widths[column])
      }.joined(separator: ColumnWidths.gap).withoutBlanksAtEnd
    }
  }

  /// Narrow lines in as many columns as fit, read down and then across.
  private func beside(_ lines: [String], _ line: Int) -> [String] {
    let gap = "    "
    let count = max(1, (width + gap.count) / (line + gap.count))
    let height = (lines.count + count - 1) / count
    return (0..<height).map { row in
      stride(from: row, to: lines.count, by: height).map { lines[$0].padded(to: line) }.joined(separator: gap)
        .withoutBlanksAtEnd
    }
  }
}
