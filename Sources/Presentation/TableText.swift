import Diagnostics
import Values

/// Rows as a table whose columns line up also with double-width characters.
///
/// The columns' widths are settled by the first rows. Where a line has a width, nothing runs over its edge and nothing
/// is cut off: columns give way and their cells go on in the next line, and when even that does not do, each row is
/// written field by field. Elsewhere a later cell that is wider moves its own line only.
struct TableText {
  private static let settlingRows = 1_000
  /// Up to how many cells a word keeps its column from giving way.
  private static let longestWord = 16
  /// How wide the line between two rows becomes at most that are written field by field.
  private static let widestRule = 60

  private let writer: RowWriter
  private let width: Int?
  private let isNumeric: [Bool]

  init(_ writer: RowWriter, width: Int?) {
    self.writer = writer
    self.width = width
    isNumeric = writer.columns.map(\.type.isNumeric)
  }

  func write(_ next: () throws -> [Value]?, to put: (String) throws -> Void) throws {
    var first: [[String]] = []
    while first.count < TableText.settlingRows, let row = try next() { first.append(row.map(writer.display)) }
    var settled = first.makeIterator()
    var count = 0
    func nextCells() throws -> [String]? {
      guard let cells = try settled.next() ?? next()?.map(writer.display) else { return nil }
      count += 1
      return cells
    }
    let headings = writer.columns.map { $0.name[writer.language] }
    if let width {
      if let widths = fitted(headings, first, to: width) {
        try write(headings, nextCells, widths, to: put) {
          WrappedCells.lines($0, widths, isNumeric: isNumeric, painted: $1)
        }
      } else {
        try writeRecords(headings, nextCells, width, to: put)
      }
    } else {
      let widths = naturalWidths([headings] + first)
      try write(headings, nextCells, widths, to: put) { [line($0, widths, $1)] }
    }
    let summary = Localized("(\(count) \(count == 1 ? "row" : "rows"))", "（\(count) 行）")
    try put(writer.paint(.secondary, summary[writer.language]) + "\n")
  }

  private func write(
    _ headings: [String], _ next: () throws -> [String]?, _ widths: [Int], to put: (String) throws -> Void,
    _ lines: ([String], (Int, String) -> String) -> [String]
  ) throws {
    let paint = writer.paint
    for line in lines(headings, { paint(.heading, $1) }) { try put(line + "\n") }
    let rule = widths.map { String(run: "─", $0) }.joined(separator: ColumnWidths.gap)
    try put(paint(.secondary, rule) + "\n")
    let isWarning = writer.columns.map(\.isWarning)
    let yes = writer.display(.yesNo(true))
    while let row = try next() {
      let lines = lines(row) { column, text in
        // What is below zero has its sign, too, and what is a warning its word.
        let isWarned = isNumeric[column] ? row[column].hasPrefix("-") : isWarning[column] && row[column] == yes
        return isWarned ? paint(.warning, text) : text
      }
      for line in lines { try put(line + "\n") }
    }
  }

  /// Each row by itself, a field a line, under a line with its number; fields without a value are left out.
  private func writeRecords(
    _ headings: [String], _ next: () throws -> [String]?, _ width: Int, to put: (String) throws -> Void
  ) throws {
    let fields = FieldLines(width: width, paint: writer.paint)
    var number = 0
    while let row = try next() {
      number += 1
      let name = "── \(number) "
      let rule = max(0, min(width, TableText.widestRule) - name.count)
      try put(writer.paint(.secondary, name + String(run: "─", rule)) + "\n")
      for line in fields.lines(headings.indices.filter { !row[$0].isEmpty }.map { (headings[$0], row[$0]) }) {
        try put(line + "\n")
      }
    }
  }

  /// The widths that fit a line; nothing if numbers or words would have to be broken for it. A long word may be broken.
  private func fitted(_ headings: [String], _ rows: [[String]], to width: Int) -> [Int]? {
    let natural = naturalWidths([headings] + rows).map { max(2, $0) }
    if ColumnWidths.line(natural) <= width { return natural }
    let narrowest = natural.indices.map { column in
      let words = (isNumeric[column] ? [] : rows.map { $0[column] }) + [headings[column]]
      let longest = words.map { TextWrap.longestPiece(of: $0) }.max() ?? 0
      let least = max(ColumnWidths.narrowest, min(longest, TableText.longestWord))
      let number = isNumeric[column] ? naturalWidths(rows.map { [$0[column]] }).first ?? 0 : 0
      return min(natural[column], max(least, number))
    }
    guard ColumnWidths.line(narrowest) <= width else { return nil }
    return ColumnWidths.fitted(natural, to: width, narrowest: narrowest)
  }

  private func naturalWidths(_ rows: [[String]]) -> [Int] {
    var widths = rows.first.map { $0.map { DisplayWidth.of($0) } } ?? []
    for row in rows.dropFirst() {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], DisplayWidth.of(cell)) }
    }
    return widths
  }

  private func line(_ cells: [String], _ widths: [Int], _ painted: (Int, String) -> String) -> String {
    var line = ""
    // Han characters take three bytes and two cells.
    line.reserveCapacity(2 * ColumnWidths.line(widths))
    // Blanks are written when something follows them.
    var blanks = 0
    for (column, cell) in cells.enumerated() {
      let rest = max(0, widths[column] - DisplayWidth.of(cell))
      blanks += column == 0 ? 0 : ColumnWidths.gap.utf8.count
      if isNumeric[column] { blanks += rest }
      if !cell.isEmpty {
        line += String(run: " ", blanks)
        line += painted(column, cell)
        blanks = 0
      }
      if !isNumeric[column] { blanks += rest }
    }
    return line.withoutBlanksAtEnd
  }
}
