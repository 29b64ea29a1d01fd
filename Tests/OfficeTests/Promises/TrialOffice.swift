import CommandLanguage
import Diagnostics
import Foundation
import Office
import Records
import Storage
import Testing
import Values

/// A demonstration office in which scripts are tried out.
final class TrialOffice {
  let session: OfficeSession
  private let seen: Seen

  private final class Seen { var text = "" }

  /// A few records of the kinds that others stand on.
  static let fewRecords = """
    office init 北正街社区 hotline=0731-56780000 demo=yes
    grid add G3 name=伏虎小区
    building add 3栋 grid=G3 units=2 floors=2 doors-per-floor=2
    building add 5栋 grid=G3 units=1 floors=2 doors-per-floor=2
    resident add 胡建国 building=3栋 unit=2 room=201 phone=13800001234 party=yes
    resident add 李梅 building=3栋 unit=1 room=101 party=yes
    resident add 张伟 building=3栋 unit=1 room=201
    resident add 张伟 building=5栋 unit=1 room=101
    shop add 示例商铺 address=临街1号
    """

  /// The story of the demonstration, which leaves records of every kind.
  static var story: String {
    get throws {
      let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      return try String(
        contentsOf: tests.appendingPathComponent("../../../scripts/demo/fuhu.linli"), encoding: .utf8)
    }
  }

  /// Opens an office and runs a script in it.
  init(_ text: String = fewRecords) throws {
    let seen = Seen()
    let start = try #require(Moment("2020-07-01 09:00"))
    session = try OfficeSession(
      store: SQLiteStore(.memory, schema: OfficeSchema.all), isTemporary: false,
      environment: .init(
        language: .english, operatorName: "示例甲", clock: { start }, output: { seen.text += $0 }))
    self.seen = seen
    try interpreter(patience: .max).run(Source(name: "office", text: text))
  }

  /// An interpreter that knows nothing of the scripts before; it asks one to stop that takes too long.
  func interpreter(patience: Int = 10_000) -> Interpreter {
    var left = patience
    return Interpreter(
      table: CheckedAnswers.table(session.table), host: session,
      load: { path, _ in throw Diagnostic(.include, Localized("no file is read: \(path)", "不读取文件：\(path)")) },
      isInterrupted: {
        left -= 1
        return left < 0
      })
  }

  /// What came of a script.
  enum Outcome {
    /// It ran to its end, or was asked to stop.
    case done
    /// Its text is wrong.
    case wrong([Diagnostic])
    /// It failed while it ran.
    case failed(Diagnostic)
  }

  /// Runs a script.
  func run(_ text: String) throws -> Outcome {
    do {
      try interpreter().run(Source(name: "trial", text: text))
    } catch let list as DiagnosticList {
      return .wrong(list.diagnostics)
    } catch let fault as Diagnostic {
      return .failed(fault)
    } catch is Interruption {
    }
    return .done
  }

  /// Runs a script, files left alone, and takes back what it changed.
  func rehearse(_ text: String) throws -> Outcome {
    var outcome = Outcome.done
    try session.rehearse {
      outcome = try run(text)
    }
    return outcome
  }

  /// Everything that the office keeps: records, journal, settings; and what the session shows of them.
  var contents: [String] {
    get throws {
      let store = session.store
      var lines = [try store.setting("clock") ?? "", session.now.exchangeText]
      for kind in session.schema.kinds {
        for record in try store.records(Query(kind)).collect() {
          lines.append("\(kind.name.english) \(record.id) \(record.values)")
          lines.append(session.label(of: record.reference))
        }
      }
      lines += try store.journal(JournalQuery()).collect().map { "\($0)" }
      seen.text = ""
      _ = try run("operator show")
      return lines + [seen.text]
    }
  }
}
