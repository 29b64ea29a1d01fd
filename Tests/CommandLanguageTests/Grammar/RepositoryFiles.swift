import Foundation

/// The texts of the repository that tests of the language read.
enum RepositoryFiles {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The text of a file.
  static func text(_ name: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
  }

  /// The fenced blocks of a page that are marked with a word.
  static func blocks(_ mark: String, of page: String) throws -> [String] {
    let parts = try text(page).components(separatedBy: "```")
    return stride(from: 1, to: parts.count, by: 2).map { parts[$0] }.filter { $0.hasPrefix(mark + "\n") }
      .map { String($0.dropFirst(mark.count + 1)) }
  }

  /// Every script of the repository.
  static var scripts: [String] {
    get throws {
      let folders = ["scripts", "Tests", "docs"]
      return folders.flatMap { folder in
        let files = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
        return (files?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".linli") }.sorted()
          .map { "\(folder)/\($0)" }
      }
    }
  }
}
