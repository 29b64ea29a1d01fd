/// Shows diagnostics to people: place, message, the line with its fault underlined, and what to do about it.
public struct DiagnosticRenderer: Sendable {
  /// How many cells a line has where there is no terminal to ask.
  public static let usualWidth = 100
  /// What is shown of a line even in the narrowest window.
  private static let leastWidth = 20

  private let language: Language
  private let paint: Paint
  private let width: Int

  /// Creates a renderer.
  ///
  /// - Parameters:
  ///   - language: the language of messages and hints.
  ///   - paint: how the word for an error and the carets are coloured.
  ///   - width: how many cells a line has; what is longer would break, and the carets would stand under something else.
  public init(language: Language, paint: Paint = .none, width: Int = usualWidth) {
    self.language = language
    self.paint = paint
    self.width = width
  }

  /// Several diagnostics, one after the other.
  public func text(_ diagnostics: [Diagnostic]) -> String { diagnostics.map(text).joined() }

  /// One diagnostic, behind those that led to it; ends in a line feed.
  public func text(_ diagnostic: Diagnostic) -> String {
    text(diagnostic.causes) + alone(diagnostic)
  }

  private func alone(_ diagnostic: Diagnostic) -> String {
    let word = Localized("error: ", "错误：")[language]
    let message = "\(paint(.fault, word))\(TerminalText.safe(diagnostic.message[language])) [\(diagnostic.code.id)]\n"
    let hint = diagnostic.hint.map { TerminalText.safe($0[language]) }
    guard let place = diagnostic.place else {
      return message + (hint.map { "  \($0)\n" } ?? "")
    }
    let source = place.source
    let line = source.line(at: place.span.start)
    let position = "\(TerminalText.safe(source.name)):\(line):\(source.column(at: place.span.start)): "
    return position + message + excerpt(of: place, line: line, hint: hint)
  }

  /// The line of the fault and the carets under it. The hint stands behind them, or below if it does not fit there.
  private func excerpt(of place: Place, line: Int, hint: String?) -> String {
    let number = String(line)
    let gutter = String(run: " ", number.count)
    let room = max(Self.leastWidth, width - number.count - "   | ".count)
    let excerpt = Excerpt(of: place, width: room)
    let carets = String(run: "^", max(1, DisplayWidth.of(excerpt.marked)))
    let indent = DisplayWidth.of(excerpt.before)
    var text = "  \(number) | \(excerpt.before)\(excerpt.marked)\(excerpt.after)\n"
    text += "  \(gutter) | \(String(run: " ", indent))\(paint(.fault, carets))"
    if let hint {
      let fits = indent + carets.count + 1 + DisplayWidth.of(hint) <= room
      text += fits ? " \(hint)" : "\n  \(gutter) = \(hint)"
    }
    return text + "\n"
  }
}
