import Diagnostics
import Foundation
import Office
import Shell
import Storage
import Values

@testable import CommandLanguage

/// Runs commands on an office in memory and keeps all that would be seen, answers and errors in order.
final class SessionRun {
  private(set) var output = ""
  private var session: OfficeSession?
  private let interpreter: Interpreter
  private let language: Language

  /// Where the files are that commands write and read.
  private let folder: URL

  /// Opens an office in memory.
  ///
  /// - Parameters:
  ///   - language: the language of answers and errors.
  ///   - isTemporary: whether the office says that it goes away with the session.
  ///   - included: where files that are included stand; they are called by their names alone.
  init(language: Language = .english, isTemporary: Bool = true, including included: String? = nil) throws {
    self.language = language
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("linli-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    final class Sink { var text = "" }
    let sink = Sink()
    let session = try OfficeSession(
      store: SQLiteStore(.memory, schema: OfficeSchema.all), isTemporary: isTemporary,
      environment: OfficeSession.Environment(
        language: language, operatorName: "示例甲", clock: { Moment("2020-07-01 09:00") ?? Moment(seconds: 0) },
        directory: folder.path, openSandbox: { try SQLiteStore(.memory, schema: OfficeSchema.all) }, programs: [],
        output: { sink.text += $0 }))
    interpreter = Interpreter(
      table: session.table, host: session, keepsResults: true,
      load: { path, source in
        guard let included else { return try SourceFile.included(path, by: source) }
        let file = try SourceFile.read(included + path)
        return Source(name: path, text: file.text(0..<file.bytes.count))
      })
    // Sessions are what is seen at the prompt.
    session.transactions.isAllowed = true
    session.memory = PromptMemory()
    self.session = session
    take = {
      defer { sink.text = "" }
      return sink.text
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private let take: () -> String

  /// The office.
  var office: OfficeSession {
    guard let session else { preconditionFailure("set at the beginning") }
    return session
  }

  /// Runs a text and gives what is seen.
  @discardableResult
  func run(_ text: String, named name: String = "prompt") -> String {
    let seen: String
    do {
      defer { office.transactions.forgetStep() }
      try interpreter.run(Source(name: name, text: text))
      let done = try office.transactions.takeStep().map { $0[language] + "\n" }
      seen = take() + (done ?? "")
    } catch let list as DiagnosticList {
      office.memory?.faults = list.diagnostics
      seen = take() + DiagnosticRenderer(language: language).text(list.diagnostics)
    } catch let diagnostic as Diagnostic {
      office.memory?.faults = [diagnostic]
      seen = take() + DiagnosticRenderer(language: language).text(diagnostic)
    } catch {
      seen = take() + "\(error)\n"
    }
    output += seen
    // A file is no line that was typed.
    guard name == "prompt", let earlier = office.memory?.take(text) else { return seen }
    return seen + run(earlier)
  }

  /// Reads and checks a text without running it.
  func check(_ text: String) throws { try interpreter.check(Source(name: "prompt", text: text)) }

  /// Runs a file of the repository.
  @discardableResult
  func runFile(_ path: String) throws -> String {
    run(try Repository.text(path), named: path)
  }
}
