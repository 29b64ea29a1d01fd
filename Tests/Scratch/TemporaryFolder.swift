import Foundation

/// A new folder that is gone, with all that is in it, when nobody holds it any more.
public final class TemporaryFolder: Sendable {
  /// Where it is, without a slash at the end.
  public let path = NSTemporaryDirectory() + "linli-\(UUID().uuidString)"

  /// Makes a folder.
  public init() { try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
