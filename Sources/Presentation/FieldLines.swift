import Diagnostics

/// Names and what belongs to them, under each other in two columns. Nothing is cut off: a name or a text that is too
/// wide goes on in the next line.
struct FieldLines {
  /// How many cells a line has; nothing for as many as it takes.
  let width: Int?

  /// The lines of some fields.
  func lines(_ fields: [(name: String, text: String)]) -> [String] {
    let widest = fields.map { DisplayWidth.of($0.name) }.max() ?? 0
    guard let width else {
      return fields.map { ($0.name.padded(to: widest) + ColumnWidths.gap + $0.text).withoutBlanksAtEnd }
    }
    let column = min(widest, (width - ColumnWidths.gap.count) / 2)
    let widths = [column, width - column - ColumnWidths.gap.count]
    return fields.flatMap { WrappedCells.lines([$0.name, $0.text], widths) }
  }
}
