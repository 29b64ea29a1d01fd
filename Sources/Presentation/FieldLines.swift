import Diagnostics

/// Names and what belongs to them, under each other in two columns. Nothing is cut off: a name or a text that is too
/// wide goes on in the next line.
public struct FieldLines {
  private let width: Int?
  private let paint: Paint

  /// Creates columns.
  ///
  /// - Parameters:
  ///   - width: how many cells a line has; nothing for as many as it takes.
  ///   - paint: how names are coloured.
  public init(width: Int?, paint: Paint = .none) {
    self.width = width
    self.paint = paint
  }

  /// The lines of some fields.
  public func lines(_ fields: [(name: String, text: String)]) -> [String] {
    let widest = fields.map { DisplayWidth.of($0.name) }.max() ?? 0
    guard let width else {
      return fields.map { name, text in
        let blanks = String(run: " ", widest - DisplayWidth.of(name)) + ColumnWidths.gap
        return (paint(.heading, name) + blanks + text).withoutBlanksAtEnd
      }
    }
    let column = min(widest, (width - ColumnWidths.gap.count) / 2)
    let widths = [column, width - column - ColumnWidths.gap.count]
    return fields.flatMap {
      WrappedCells.lines([$0.name, $0.text], widths, isNumeric: [false, false]) { $0 == 0 ? paint(.heading, $1) : $1 }
    }
  }
}
