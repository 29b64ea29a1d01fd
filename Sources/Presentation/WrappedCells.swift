import Diagnostics

/// Cells that stand side by side, each wrapped to its column.
enum WrappedCells {
  /// The lines that a row of cells takes, without blanks at their ends.
  ///
  /// - Parameters:
  ///   - widths: the columns' widths in cells, two at least.
  ///   - isNumeric: whether a column's cells stand at the right edge.
  ///   - painted: colours a piece of a column's cell.
  static func lines(
    _ cells: [String], _ widths: [Int], isNumeric: [Bool], painted: (Int, String) -> String
  ) -> [String] {
    let parts = zip(cells, widths).map { TextWrap.lines($0, width: $1) }
    return (0..<(parts.map(\.count).max() ?? 0)).map { line in
      parts.indices.map { column in
        let part = line < parts[column].count ? parts[column][line] : ""
        let blanks = String(run: " ", widths[column] - DisplayWidth.of(part))
        return isNumeric[column] ? blanks + painted(column, part) : painted(column, part) + blanks
      }.joined(separator: ColumnWidths.gap).withoutBlanksAtEnd
    }
  }
}
