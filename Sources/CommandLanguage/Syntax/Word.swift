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

  /// The parts, in order; an empty quoted text is one empty part.
  public let fragments: [Fragment]
  /// Whether any part stood in quotes: such a word is a value, never a name of something.
  public let isQuoted: Bool
  /// Where it stands, quotes included.
  public let span: Span

  /// The text, if the word holds nothing to be worked out.
  public var literal: String? {
    guard fragments.count == 1, case .text(let text) = fragments[0] else { return nil }
    return text
  }

  /// The text, if the word is bare.
  public var bare: String? { isQuoted ? nil : literal }
}
