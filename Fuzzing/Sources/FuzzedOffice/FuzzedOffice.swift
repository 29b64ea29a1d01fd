import CommandLanguage
import Diagnostics
import Foundation
import Office
import Records
import Storage
import Values

/// A small office in memory, the one that the tests' mistakes are made in. Nothing leaves it: what is printed goes
/// nowhere, the clock on its wall stands still, no file is read or written, and what a text changes is taken back.
public final class FuzzedOffice {
  /// How many rounds of loops, rows and calls a text may take before it is asked to stop.
  private static let patience = 20_000

  private let session: OfficeSession

  /// Opens the office with its few records.
  public init() throws {
    session = try OfficeSession(
      store: SQLiteStore(.memory, schema: OfficeSchema.all), isTemporary: true,
      environment: OfficeSession.Environment(
        language: .english, operatorName: "示例甲", clock: { Moment("2020-07-01 09:00") ?? Moment(seconds: 0) },
        output: { _ in }))
    let lines = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Tests/Transcripts/Mistakes/office.session")
    try interpreter().run(Source(name: "office", text: String(contentsOf: lines, encoding: .utf8)))
  }

  /// An interpreter that knows nothing of the texts before; it asks a text to stop that takes too long.
  private func interpreter() -> Interpreter {
    var left = FuzzedOffice.patience
    return Interpreter(
      table: session.table, host: session, arguments: ["3栋", "5"],
      load: { path, _ in throw Diagnostic(.include, Localized("no file is read: \(path)", "不读取文件：\(path)")) },
      isInterrupted: {
        left -= 1
        return left < 0
      })
  }

  /// Whether a word begins a command.
  public func isCommand(_ word: String) -> Bool { session.table.hasNoun(word) || word == Keyword.print.rawValue }

  /// Reads and checks a text and gives what is wrong with it.
  public func faults(of text: any SourceReader) -> [Diagnostic] {
    do {
      try interpreter().check(text)
      return []
    } catch let list as DiagnosticList {
      render(list.diagnostics)
      return list.diagnostics
    } catch {
      fatalError("the check throws what it does not declare: \(error)")
    }
  }

  /// Runs a text that has passed the check, and takes back what it changed.
  ///
  /// - Returns: the fault that it ended with, if it did.
  public func run(_ source: Source) -> Diagnostic? {
    let before = state
    defer { if state != before { fatalError("what the text changed was not taken back: \(before) \(state)") } }
    do {
      try session.rehearse { try interpreter().run(source) }
    } catch let fault as Diagnostic {
      render([fault])
      return fault
    } catch is Interruption {
    } catch {
      fatalError("the run throws what it does not declare: \(error)")
    }
    return nil
  }

  /// What is to be the same behind a run as before it: the clock, who works, the journal's end, the number of records.
  private var state: [String] {
    do {
      let store = session.store
      return [session.now.exchangeText, session.writer.authorship.by]
        + [String(try store.journal(JournalQuery(order: .newestFirst, limit: 1)).next()?.number ?? 0)]
        + (try session.schema.kinds.map { String(try store.count(Query($0))) })
    } catch {
      fatalError("the office cannot be read: \(error)")
    }
  }

  private func render(_ faults: [Diagnostic]) {
    for language in Language.allCases { _ = DiagnosticRenderer(language: language).text(faults) }
  }
}
