import Diagnostics

/// A frame of line characters with a title and lines in it: the contact card as text.
public struct TextBox {
  /// What stands in the frame's upper edge.
  public let title: String
  /// The width of the frame in cells, edges included.
  public let width: Int
  private var lines: [String] = []

  /// Creates an empty frame.
  public init(title: String, width: Int) {
    self.title = title
    self.width = width
  }

  /// How many cells a line in the frame has.
  var inner: Int { width - 4 }

  /// Adds text, wrapped to the frame.
  public mutating func add(_ text: String) { add("", text) }

  /// Adds a label and text, wrapped to the frame; later lines of the text stand under its first.
  public mutating func add(_ label: String, _ text: String) {
    let indent = DisplayWidth.of(label)
    for (index, line) in TextWrap.lines(text, width: inner - indent).enumerated() {
      lines.append((index == 0 ? label : String(run: " ", indent)) + line)
    }
  }

  /// How many lines it has by now.
  public var lineCount: Int { lines.count }

  /// A line between the edges of a frame of a width.
  public static func framed(_ line: String, width: Int) -> String {
    "│ " + line.truncated(to: width - 4).padded(to: width - 4) + " │\n"
  }

  /// Adds a line that is laid out already.
  mutating func add(line: String) { lines.append(line) }

  /// Adds a line across the frame.
  public mutating func addRule() { lines.append(String(run: "─", inner)) }

  /// The frame with all its lines; ends in a line feed.
  public var text: String {
    let name = title.isEmpty ? "" : " \(title.truncated(to: width - 6)) "
    let edge = width - 2 - DisplayWidth.of(name)
    let left = edge / 2
    var text = "┌" + String(run: "─", left) + name + String(run: "─", edge - left) + "┐\n"
    for line in lines { text += TextBox.framed(line, width: width) }
    return text + "└" + String(run: "─", width - 2) + "┘\n"
  }
}
