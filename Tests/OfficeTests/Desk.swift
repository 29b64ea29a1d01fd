import CommandLanguage
import Diagnostics
import Office
import Records
import Storage
import Testing
import Values

/// A desk at which lines are typed.
final class Desk {
  let session: OfficeSession
  private let interpreter: Interpreter
  private let seen: Seen

  private final class Seen { var text = "" }

  init() throws {
    let seen = Seen()
    let start = try #require(Moment("2020-07-01 09:00"))
    session = try OfficeSession(
      store: SQLiteStore(.memory, schema: OfficeSchema.all), isTemporary: true,
      environment: .init(
        language: .english, operatorName: "示例甲", clock: { start }, output: { seen.text += $0 }))
    self.seen = seen
    interpreter = Interpreter(table: session.table, host: session) { path, _ in
      throw Diagnostic(.unknownRecord, Localized("nothing is included here: \(path)", "此处不引入文件：\(path)"))
    }
  }

  /// Runs lines and gives what is seen; fails with what refuses them.
  @discardableResult
  func run(_ lines: String) throws -> String {
    seen.text = ""
    try interpreter.run(Source(name: "test", text: lines))
    return seen.text
  }

  /// Runs a line that is to be refused and gives the code and the message.
  func refusal(_ line: String) throws -> String {
    do {
      let answer = try run(line)
      return "done: \(answer)"
    } catch let diagnostic as Diagnostic {
      return "\(diagnostic.code.id) \(diagnostic.message.english)"
    } catch let list as DiagnosticList {
      return list.diagnostics.map { "\($0.code.id) \($0.message.english)" }.joined(separator: "; ")
    }
  }

  var journal: [JournalEntry] {
    get throws { try session.store.journal(JournalQuery()).collect() }
  }
}
