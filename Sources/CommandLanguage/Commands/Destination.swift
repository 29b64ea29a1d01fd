/// Where a result goes.
public enum Destination: Sendable, Equatable {
  /// Standard output.
  case standardOutput
  /// A new file, or a new content for an old one.
  case file(String)
  /// The end of a file.
  case appending(String)

  /// The file's path, if it is a file.
  public var path: String? {
    switch self {
    case .standardOutput: nil
    case .file(let path), .appending(let path): path
    }
  }
}
