/// Shows diagnostics to people: place, message, the line with its fault underlined, and what to do about it.
public struct DiagnosticRenderer: Sendable {
  /// How many cells of a long line are shown.
  private static let window = 96

  private let language: Language
  private let usesColor: Bool

  /// Creates a renderer.
  public init(language: Language, usesColor: Bool = false) {
    self.language = language
    self.usesColor = usesColor
  }

  /// Several diagnostics, one after the other.
  public func text(_ diagnostics: [Diagnostic]) -> String { diagnostics.map(text).joined() }

  /// One diagnostic; ends in a line feed.
  public func text(_ diagnostic: Diagnostic) -> String {
    let word = Localized("error: ", "错误：")[language]
    let message = "\(emphasized(word))\(TerminalText.safe(diagnostic.message[language])) [\(diagnostic.code.id)]\n"
    let hint = diagnostic.hint.map { TerminalText.safe($0[language]) }
    guard let place = diagnostic.place else {
      return message + (hint.map { "  \($0)\n" } ?? "")
    }
    let source = place.source
    let line = source.line(at: place.span.start)
    let position = "\(TerminalText.safe(source.name)):\(line):\(source.column(at: place.span.start)): "
    return position + message + excerpt(of: place, line: line, hint: hint)
  }

  /// The line of the fault and the carets under it, the hint behind them.
  private func excerpt(of place: Place, line: Int, hint: String?) -> String {
    let source = place.source
    let range = source.rangeOfLine(at: place.span.start)
    let start = min(max(place.span.start, range.lowerBound), range.upperBound)
    let end = min(max(place.span.end, start), range.upperBound)
    // A line may be huge: only what can be seen around the fault is looked at.
    let before = source.tail(range.lowerBound..<start, cells: Self.window / 2)
    let marked = source.head(start..<end, cells: Self.window / 2)
    let after = source.head(end..<range.upperBound, cells: Self.window / 2)
    let number = String(line)
    let gutter = String(repeating: " ", count: number.count)
    let carets = String(repeating: "^", count: max(1, DisplayWidth.of(marked)))
    let indent = String(repeating: " ", count: DisplayWidth.of(before))
    var text = "  \(number) | \(before)\(marked)\(after)\n"
    text += "  \(gutter) | \(indent)\(emphasized(carets))"
    if let hint { text += " \(hint)" }
    return text + "\n"
  }

  private func emphasized(_ text: String) -> String { usesColor ? "\u{1B}[1;31m\(text)\u{1B}[0m" : text }
}

extension Source {
  /// The beginning of a range, cut to a width, harmless on a terminal.
  fileprivate func head(_ range: Range<Int>, cells: Int) -> String {
    let end = characterStart(
      atOrBefore: min(range.upperBound, range.lowerBound + cells * 4), notBefore: range.lowerBound)
    let text = TerminalText.safe(self.text(range.lowerBound..<end))
    return end < range.upperBound ? (text + "…").truncated(to: cells) : text.truncated(to: cells)
  }

  /// The end of a range, cut to a width, harmless on a terminal.
  fileprivate func tail(_ range: Range<Int>, cells: Int) -> String {
    let start = characterStart(
      atOrBefore: max(range.lowerBound, range.upperBound - cells * 2), notBefore: range.lowerBound)
    let text = TerminalText.safe(self.text(start..<range.upperBound))
    return start > range.lowerBound ? "…" + text : text
  }

  private func characterStart(atOrBefore offset: Int, notBefore lowest: Int) -> Int {
    var position = offset
    while position > lowest, position < bytes.count, bytes[position] & 0xC0 == 0x80 { position -= 1 }
    return position
  }
}
