import Diagnostics

/// A page of text for a board or a file: centred titles, wrapped paragraphs, lines with an amount at the right edge.
public struct TextSheet {
  /// The width of the page in cells.
  public let width: Int
  /// The page so far; every line ends in a line feed.
  public private(set) var text = ""

  /// Creates an empty page.
  public init(width: Int = 72) { self.width = width }

  /// Adds a line in the middle.
  public mutating func centre(_ line: String) {
    let blanks = max(0, width - DisplayWidth.of(line)) / 2
    text += String(run: " ", blanks) + line + "\n"
  }

  /// Adds text, wrapped; `indent` cells stand before every line.
  public mutating func paragraph(_ paragraph: String, indent: Int = 0) {
    for line in TextWrap.lines(paragraph, width: width - indent) {
      text += String(run: " ", indent) + line + "\n"
    }
  }

  /// Adds a line with something at its right edge.
  public mutating func line(_ left: String, right: String, indent: Int = 0) {
    let start =
      String(run: " ", indent) + left.truncated(to: max(4, width - indent - DisplayWidth.of(right) - 2))
    text += start + right.leftPadded(to: width - DisplayWidth.of(start)) + "\n"
  }

  /// Adds a line across the page.
  public mutating func rule() { text += String(run: "─", width) + "\n" }

  /// Adds an empty line.
  public mutating func space() { text += "\n" }
}
