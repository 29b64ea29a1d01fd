import Values

/// Who changes records just now, when and from where: what the journal says of every change.
public struct Authorship: Sendable {
  /// What the office's clock shows.
  public var now: Moment
  /// The operator's name.
  public var by: String
  /// Where the command stands: `prompt:3`, `fuhu.linli:12`.
  public var origin: String

  /// Creates an authorship.
  public init(now: Moment, by: String, origin: String) {
    self.now = now
    self.by = by
    self.origin = origin
  }
}
