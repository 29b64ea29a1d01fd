/// Reads rows of Markdown tables (GitHub Flavored Markdown, 4.10): a bar ends a cell unless a backslash stands before it.
enum MarkdownCells {
  /// The cells of a row, as written.
  static func cells(of line: Substring) -> [String] {
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars.dropFirst() {
      if scalar == "|", !isEscaped {
        cells.append(String(cell))
        cell = String.UnicodeScalarView()
      } else {
        cell.append(scalar)
      }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return cells
  }

  /// Whether a sign stands in a cell without a backslash that would make something else of it: code, a link, emphasis,
  /// an element.
  static func hasMarkup(_ cell: String) -> Bool {
    var isEscaped = false
    for scalar in cell.unicodeScalars {
      if !isEscaped, "`[]*_<&~".unicodeScalars.contains(scalar) { return true }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return isEscaped
  }
}
