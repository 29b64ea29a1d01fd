import Diagnostics

/// A name as it stands in a text.
public struct Identifier: Sendable {
  /// The name, full-width letters and digits folded to ASCII.
  public let text: String
  /// Where it stands.
  public let span: Span
}
