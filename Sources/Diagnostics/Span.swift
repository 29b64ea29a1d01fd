/// A range of bytes in a ``Source``.
public struct Span: Sendable, Hashable {
  /// The offset of the first byte.
  public let start: Int
  /// The offset after the last byte; never before ``start``.
  public let end: Int

  /// Creates a span from its two ends.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// The smallest span that covers this one and another.
  public func union(_ other: Span) -> Span {
    Span(min(start, other.start), max(end, other.end))
  }
}
