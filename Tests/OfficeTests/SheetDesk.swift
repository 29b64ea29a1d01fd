import CommandLanguage
import Diagnostics
import Foundation
import Office
import Records
import Sheets
import Storage
import Testing
import Values

/// A desk in an office in memory, with a folder for sheets.
final class SheetDesk {
  let session: OfficeSession
  /// Whether somebody asks for an end, told before it is asked how often it was asked before.
  var isInterrupted: (Int) -> Bool = { _ in false }
  private(set) var progress: [Localized?] = []
  private let interpreter: Interpreter
  private let state: State
  private let folder: URL

  private final class State {
    var seen = ""
    var polls = 0
    weak var desk: SheetDesk?
  }

  init(_ language: Language = .english) throws {
    let state = State()
    let start = try #require(Moment("2020-07-01 09:00"))
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("linli-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    session = try OfficeSession(
      store: SQLiteStore(.memory, schema: OfficeSchema.all), isTemporary: true,
      environment: .init(
        language: language, operatorName: "示例甲", clock: { start },
        isInterrupted: {
          state.polls += 1
          return state.desk?.isInterrupted(state.polls) ?? false
        }, directory: folder.path, progress: { state.desk?.progress.append($0) }, output: { state.seen += $0 }))
    self.state = state
    interpreter = Interpreter(table: session.table, host: session) { path, _ in
      throw Diagnostic(.unknownRecord, Localized("nothing is included here: \(path)", "此处不引入文件：\(path)"))
    }
    state.desk = self
    try run("office init 示例社区 hotline=0731-56780000; grid add G1 name=示例小区")
    try run("for b in [1, 3, 5] { building add \"$b栋\" grid=G1 units=2 floors=4 doors-per-floor=2 }")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Runs lines and gives what is seen; fails with what refuses them.
  @discardableResult
  func run(_ lines: String) throws -> String {
    (state.seen, state.polls) = ("", 0)
    try interpreter.run(Source(name: "test", text: lines))
    return state.seen
  }

  /// Runs a line that is to be refused, and gives what is said about it.
  func refusal(_ line: String) throws -> String {
    do {
      return "done: \(try run(line))"
    } catch let diagnostic as Diagnostic {
      return DiagnosticRenderer(language: session.language).text(diagnostic)
    }
  }

  // MARK: Files

  func write(_ name: String, _ text: String, encoding: TextEncoding = .utf8) throws {
    try write(name, try #require(encoding.encode(text)))
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: folder.appendingPathComponent(name))
  }

  func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: folder.appendingPathComponent(name))) }

  /// A file's text without its mark.
  func text(_ name: String) throws -> String {
    let text = String(decoding: try bytes(name), as: UTF8.self)
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
  }
}
