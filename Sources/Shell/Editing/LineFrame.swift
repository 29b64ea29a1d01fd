import Diagnostics

/// What an edited text looks like in a window: rows of cells, broken where the window ends and where the text does, and
/// the cell of the cursor. A character of two cells never stands with one of them beyond the edge.
public struct LineFrame: Equatable, Sendable {
  /// A row: what is written, and how many cells it takes.
  public struct Row: Equatable, Sendable {
    /// The characters.
    public var text = ""
    /// Those behind them that are only suggested.
    public var suggestion = ""
    /// The cells of both, at most the window's width.
    public var width = 0
  }

  /// The rows from the prompt down.
  public private(set) var rows = [Row()]
  /// The row of the cursor, from 0.
  public private(set) var cursorRow = 0
  /// The column of the cursor, from 0.
  public private(set) var cursorColumn = 0

  private let columns: Int
  /// Lays out a text.
  ///
  /// - Parameters:
  ///   - prompt: what stands before the first line.
  ///   - continuation: what stands before every other line.
  ///   - text: the text being edited.
  ///   - cursor: how many scalars of the text stand before the cursor.
  ///   - suggestion: what could follow the text, shown faintly.
  ///   - panel: rows under the text, each cut to the window.
  ///   - columns: the width of the window, at least 2.
  public init(
    prompt: String, continuation: String, text: String, cursor: Int, suggestion: String = "", panel: [String] = [],
    columns: Int
  ) {
    self.columns = max(2, columns)
    append(prompt)
    var offset = 0
    for character in text {
      let count = character.unicodeScalars.count
      if cursor >= offset, cursor < offset + count { placeCursor(before: character) }
      append(character, continuation)
      offset += count
    }
    if cursor >= offset { placeCursor(before: nil) }
    for character in suggestion { append(character, continuation, to: \.suggestion) }
    rows += panel.map { line in
      let cut = line.truncated(to: self.columns - 1)
      return Row(text: cut, width: DisplayWidth.of(cut))
    }
  }

  /// The rows that a window of some height can show: those around the cursor.
  public func fitted(to height: Int) -> LineFrame {
    guard rows.count > height, height > 0 else { return self }
    var part = self
    let first = max(0, cursorRow - height + 1)
    part.rows = Array(rows[first..<first + height])
    part.cursorRow -= first
    return part
  }

  private mutating func append(_ text: String) {
    for character in text { append(character, "") }
  }

  private mutating func append(
    _ character: Character, _ continuation: String, to part: WritableKeyPath<Row, String> = \.text
  ) {
    if character.isNewline {
      rows.append(Row())
      append(continuation)
      return
    }
    for shown in TerminalText.safe(String(character)) {
      let width = DisplayWidth.of(shown)
      if rows[rows.count - 1].width + width > columns { rows.append(Row()) }
      rows[rows.count - 1][keyPath: part].append(shown)
      rows[rows.count - 1].width += width
    }
  }

  /// The cursor stands where the next character goes: at the edge that is the beginning of the next row.
  private mutating func placeCursor(before character: Character?) {
    let width = character.map { $0.isNewline ? 1 : max(1, DisplayWidth.of($0)) } ?? 1
    if rows[rows.count - 1].width + width > columns { rows.append(Row()) }
    cursorRow = rows.count - 1
    cursorColumn = rows[cursorRow].width
  }
}
