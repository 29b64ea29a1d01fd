/// Where something stands: a source and a span in it.
public struct Place: Sendable {
  /// The text.
  public let source: Source
  /// The part of the text.
  public let span: Span

  /// Creates a place.
  public init(_ source: Source, _ span: Span) {
    self.source = source
    self.span = span
  }

  /// The place as `name:line`, as the journal keeps it.
  public var nameAndLine: String { "\(source.name):\(source.line(at: span.start))" }

  /// Whether two places are the same one of the same text, which may have been read twice.
  public func isSame(as other: Place) -> Bool {
    nameAndLine == other.nameAndLine
      && source.column(at: span.start) == other.source.column(at: other.span.start)
  }
}
