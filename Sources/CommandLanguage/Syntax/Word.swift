import Diagnostics

/// A value as it is written in a command: bare text, quotes, variables, substitutions and lists, joined without blanks.
public struct Word: Sendable {
  /// A part of a word.
  public enum Fragment: Sendable {
    /// Text that means itself.
    case text(String)
    /// A variable or substitution, to be worked out.
    case expression(Expression)
    /// A list in brackets; it is a word's only part.
    case list([Word])
  }

  /// What it is made of. Most words are one text, which needs no list.
  private enum Content {
    case text(String)
    case fragments([Fragment])
  }

  private let content: Content
  /// Whether any part stood in quotes: such a word is a value, never a name of something.
  public let isQuoted: Bool
  /// Where it stands, quotes included.
  public let span: Span

  /// A word of one text.
  init(_ text: String, isQuoted: Bool, span: Span) {
    content = .text(text)
    self.isQuoted = isQuoted
    self.span = span
  }

  /// A word of several parts.
  init(_ fragments: [Fragment], isQuoted: Bool, span: Span) {
    if fragments.count == 1, case .text(let text) = fragments[0] {
      content = .text(text)
    } else {
      content = .fragments(fragments)
    }
    self.isQuoted = isQuoted
    self.span = span
  }

  /// The parts, in order; an empty quoted text is one empty part.
  public var fragments: [Fragment] {
    switch content {
    case .text(let text): [.text(text)]
    case .fragments(let fragments): fragments
    }
  }

  /// The text, if the word holds nothing to be worked out.
  public var literal: String? {
    guard case .text(let text) = content else { return nil }
    return text
  }

  /// The text, if the word is bare.
  public var bare: String? { isQuoted ? nil : literal }
}
