import Foundation

extension PseudoTerminal {
  /// The built program, beside the tests.
  static let program: String = {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? Bundle.main.bundlePath
    let folder = URL(fileURLWithPath: bundle).deletingLastPathComponent()
    for candidate in [folder.path, Bundle.main.bundlePath]
    where FileManager.default.isExecutableFile(atPath: candidate + "/linli") {
      return candidate + "/linli"
    }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../.build/debug/linli"
    ).standardized.path
  }()
}
