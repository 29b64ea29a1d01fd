import Diagnostics

/// Keeps the rows of a ``LineFrame`` on the terminal: writes the rows that changed and moves the cursor to its cell.
///
/// Rows are ended by us and never by the terminal's own wrapping, so that what stands where does not depend on how a
/// terminal treats its last column. The cursor is moved by rows and columns alone (ECMA-48: CUU, CUD, CUF, EL, ED).
struct LineDisplay {
  private var shown: LineFrame?
  private var columns = 0

  /// What to write so that the terminal shows a frame; empty if it shows it.
  ///
  /// - Parameters:
  ///   - columns: the width of the window.
  ///   - paint: shows what is only suggested.
  mutating func update(to frame: LineFrame, columns: Int, paint: Paint = .none) -> String {
    guard shown != frame || self.columns != columns else { return "" }
    var output = ""
    var row = shown?.cursorRow ?? 0
    // Where the cursor stands in its row, as long as that is known.
    var column = shown?.cursorColumn
    if let shown, self.columns != columns {
      // The terminal broke the rows anew: everything from the first one down is written again.
      row = shown.rows.prefix(shown.cursorRow).reduce(0) { $0 + max(1, ($1.width + columns - 1) / columns) }
      output += up(row + shown.cursorColumn / columns) + "\r\u{1B}[J"
      (row, column) = (0, 0)
    }
    let old = self.columns == columns ? shown?.rows ?? [] : []
    for (index, content) in frame.rows.enumerated() where index >= old.count || old[index] != content {
      // In the row that is typed in, what stands before the change is left alone.
      let (kept, cells) =
        index < old.count && index == shown?.cursorRow
        ? LineDisplay.beginning(of: old[index].text, content.text) : ("", 0)
      if index != row || column != cells {
        output += move(from: row, to: index, known: max(old.count, 1)) + to(column: cells)
      }
      output += content.text.dropFirst(kept.count) + paint(.secondary, content.suggestion)
      // At the edge there is nothing to clear, and clearing would take the last character.
      if content.width < columns, index < old.count, old[index].width > content.width {
        output += "\u{1B}[K"
      }
      (row, column) = (index, content.width < columns ? content.width : nil)
    }
    if frame.rows.count < old.count {
      output += move(from: row, to: frame.rows.count, known: old.count) + "\r\u{1B}[J"
      (row, column) = (frame.rows.count, 0)
    }
    if row != frame.cursorRow || column != frame.cursorColumn {
      output += move(from: row, to: frame.cursorRow, known: frame.rows.count) + to(column: frame.cursorColumn)
    }
    shown = frame
    self.columns = columns
    return output
  }

  /// What two texts begin with alike, and its cells.
  private static func beginning(of old: String, _ new: String) -> (text: Substring, cells: Int) {
    let text = new.prefix(zip(old, new).prefix { $0 == $1 }.count)
    return (text, DisplayWidth.of(String(text)))
  }

  /// What to write so that the cursor stands below the frame; the next frame begins there.
  mutating func leave() -> String {
    defer { shown = nil }
    guard let shown else { return "" }
    return move(from: shown.cursorRow, to: shown.rows.count - 1, known: shown.rows.count) + "\r\n"
  }

  /// Forgets what is shown: the terminal was cleared, or somebody else wrote.
  mutating func forget() { shown = nil }

  /// Rows below the last known one come into being by a line feed, which scrolls at the bottom.
  private func move(from row: Int, to target: Int, known: Int) -> String {
    if target <= row { return up(row - target) }
    let existing = min(target, known - 1)
    let down = existing > row ? "\u{1B}[\(existing - row)B" : ""
    return down + String(repeating: "\r\n", count: target - max(existing, row))
  }

  private func to(column: Int) -> String { column > 0 ? "\r\u{1B}[\(column)C" : "\r" }

  private func up(_ rows: Int) -> String { rows > 0 ? "\u{1B}[\(rows)A" : "" }
}
