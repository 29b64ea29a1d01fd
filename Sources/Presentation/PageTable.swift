import Typesetting

/// A table on pages. Its headings stand on every page; a cell that is too wide goes on in its next line.
struct PageTable {
  /// One column.
  struct Column {
    var isNumeric = false
    var fills = false
  }

  var headings: [String]?
  var rows: [[String]]
  var total: [String]?
  let columns: [Column]
  /// Whether lines stand between the rows.
  let isRuled: Bool

  /// Between columns, and above and under the text of a row.
  private static let (gap, padding) = (12.0, 2.0)
  private static let heading = TextStyle(size: 10, isBold: true)

  /// Draws it.
  func draw(on page: PageFlow) throws {
    let widths = widths(on: page)
    if let headings { try draw(headings, widths, isBold: true, lineWidth: 0.8, on: page, repeats: false) }
    for row in rows { try draw(row, widths, isBold: false, lineWidth: isRuled ? 0.25 : 0, on: page, repeats: true) }
    if let total { try draw(total, widths, isBold: true, lineWidth: 0.8, on: page, repeats: true) }
    page.advance(4)
  }

  private func style(_ column: Column, isBold: Bool) -> TextStyle {
    TextStyle(
      size: isBold ? PageTable.heading.size : PageFlow.body.size - (columns.count > 4 ? 1 : 0), isBold: isBold,
      alignment: column.isNumeric ? .right : .left)
  }

  private func draw(
    _ cells: [String], _ widths: [Double], isBold: Bool, lineWidth: Double, on page: PageFlow, repeats: Bool
  ) throws {
    let heights = cells.indices.map { index in
      page.file.measure(cells[index], width: widths[index], style(columns[index], isBold: isBold)).height
    }
    // A row that is higher than a page is made smaller.
    let height = min(heights.max() ?? 0, page.height - 60)
    if height + 2 * PageTable.padding > page.room {
      try page.turn()
      if repeats, let headings {
        try draw(headings, widths, isBold: true, lineWidth: 0.8, on: page, repeats: false)
      }
    }
    page.advance(PageTable.padding)
    var x = 0.0
    for index in cells.indices {
      page.draw(cells[index], x: x, width: widths[index], height: height, style(columns[index], isBold: isBold))
      x += widths[index] + PageTable.gap
    }
    page.advance(height + PageTable.padding)
    if lineWidth > 0 { page.line(at: page.y, width: lineWidth, gray: lineWidth < 0.5 ? 0.5 : 0) }
  }

  /// As wide as the widest cells, if there is room; else columns of text give way, the widest most.
  private func widths(on page: PageFlow) -> [Double] {
    let room = page.width - PageTable.gap * Double(columns.count - 1)
    var widths = columns.indices.map { index in
      let bold = [headings, total].compactMap { $0?[index] }
      let natural = rows.map { page.file.measure($0[index], width: 10_000, style(columns[index], isBold: false)).width }
      let heavy = bold.map { page.file.measure($0, width: 10_000, style(columns[index], isBold: true)).width }
      return (natural + heavy).max() ?? 0
    }.map { $0 + 0.5 }
    let excess = widths.reduce(0, +) - room
    guard excess > 0 else {
      let filling = columns.indices.filter { columns[$0].fills }
      let takers = filling.isEmpty && isRuled ? [columns.firstIndex { !$0.isNumeric } ?? 0] : filling
      for index in takers { widths[index] -= excess / Double(takers.count) }
      return widths
    }
    let giving = columns.indices.filter { !columns[$0].isNumeric }
    let fair = room / Double(columns.count)
    let spare = giving.map { max(0, widths[$0] - fair) }
    let sum = spare.reduce(0, +)
    guard sum > excess else { return widths.map { $0 * room / (room + excess) } }
    for (index, part) in zip(giving, spare) { widths[index] -= excess * part / sum }
    return widths
  }
}
