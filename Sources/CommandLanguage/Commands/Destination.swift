/// Where a result goes.
public enum Destination: Sendable, Equatable {
  /// Standard output.
  case standardOutput
  /// A new file, or a new content for an old one.
  case file(String)
  /// The end of a file.
  case appending(String)
}
