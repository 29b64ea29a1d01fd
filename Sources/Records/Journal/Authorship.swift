import Values

/// Who changes records just now, when and from where: what the journal says of every change.
public struct Authorship {
  /// What the office's clock shows.
  public var now: Moment
  /// The operator's name.
  public var by: String
  /// Where the command stands: `prompt:3`, `fuhu.linli:12`.
  public var origin: String
  /// Writes the command as canonical English text; asked for once, by the command's first change.
  var command: (() -> String)?
  /// The transaction that the changes take back, if they do.
  public var undoes: Int?

  /// Creates an authorship.
  public init(now: Moment, by: String, origin: String, command: (() -> String)? = nil) {
    self.now = now
    self.by = by
    self.origin = origin
    self.command = command
  }
}
