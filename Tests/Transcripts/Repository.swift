import Foundation

/// The files of the repository that the tests belong to.
enum Repository {
  /// Whether recorded outputs and generated pages are written anew instead of compared.
  static let isUpdating = ProcessInfo.processInfo.environment["LINLI_UPDATE"] == "1"

  private static let root: URL = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The path of a file.
  static func path(_ name: String) -> String { root.appendingPathComponent(name).path }

  /// The text of a file.
  static func text(_ name: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
  }

  /// Writes a file.
  static func write(_ text: String, to name: String) throws {
    try text.write(to: root.appendingPathComponent(name), atomically: true, encoding: .utf8)
  }

  /// The names of the files in a folder with an ending.
  static func files(in folder: String, ending: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder)).filter { $0.hasSuffix(ending) }.sorted().map {
      "\(folder)/\($0)"
    }
  }
}
