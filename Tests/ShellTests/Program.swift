import Foundation

/// The built program as the tests start it.
enum Program {
  /// What a run came to.
  struct Run {
    let output: String
    let errors: String
    /// The exit status; 128 and the number of the signal that ended it otherwise.
    let status: Int32
  }

  /// The program, beside the tests.
  static let path: String = {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? Bundle.main.bundlePath
    let folder = URL(fileURLWithPath: bundle).deletingLastPathComponent().path
    if FileManager.default.isExecutableFile(atPath: folder + "/linli") { return folder + "/linli" }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../.build/debug/linli"
    ).standardized.path
  }()

  /// Starts the program, or another that starts it, with its outputs in files, so that no pipe ever fills.
  static func start(
    _ arguments: [String], through other: [String] = [], input: [UInt8] = [], environment: [String: String] = [:],
    folder: String
  ) throws -> Process {
    let process = Process()
    let words = other + [path] + arguments
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    process.environment = ["HOME": folder, "LANG": "C.UTF-8", "USER": "示例甲", "PATH": "/usr/bin:/bin"]
      .merging(environment) { $1 }
    for (name, bytes) in [("input", input), ("output", []), ("errors", [])] {
      try Data(bytes).write(to: URL(fileURLWithPath: folder + name))
    }
    process.standardInput = FileHandle(forReadingAtPath: folder + "input")
    process.standardOutput = FileHandle(forWritingAtPath: folder + "output")
    process.standardError = FileHandle(forWritingAtPath: folder + "errors")
    try process.run()
    return process
  }

  /// Waits for a process that ``start(_:through:input:folder:)`` began, and reads what it wrote.
  static func end(of process: Process, folder: String) throws -> Run {
    process.waitUntilExit()
    // What was killed may have stopped in the middle of a character.
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder + name)), as: UTF8.self)
    }
    return Run(
      output: try text("output"), errors: try text("errors"),
      status: process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0))
  }

  /// Runs the program to its end.
  static func run(
    _ arguments: [String], through other: [String] = [], input: [UInt8] = [], environment: [String: String] = [:]
  ) throws -> Run {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try end(
      of: start(arguments, through: other, input: input, environment: environment, folder: folder), folder: folder)
  }

  /// A new folder; its path ends with a slash.
  static func temporaryFolder() throws -> String {
    let folder = NSTemporaryDirectory() + "linli-\(UUID().uuidString)/"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }
}
