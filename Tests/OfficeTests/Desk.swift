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

  private final class Seen {
    var text = ""
    var clock: Moment

    init(_ clock: Moment) { self.clock = clock }
  }

  /// Opens an office in memory, or one in the file `office.db` of a folder, where other files are, too.
  ///
  /// - Parameters:
  ///   - directory: where files are of an office in memory.
  ///   - width: how many cells a line of the terminal has; nothing if there is no terminal.
  init(
    language: Language = .english, folder: String? = nil, directory: String? = nil, width: Int? = nil,
    settingsFile: SettingsFile? = nil
  ) throws {
    let seen = Seen(try #require(Moment("2020-07-01 09:00")))
    let location = folder.map { StoreLocation.file($0 + "/office.db") } ?? .memory
    session = try OfficeSession(
      store: SQLiteStore(location, schema: OfficeSchema.all), isTemporary: folder == nil,
      environment: .init(
        language: language, settingsFile: settingsFile, operatorName: "示例甲", clock: { seen.clock },
        width: { width },
        directory: folder ?? directory ?? "",
        openStore: folder.map { _ in { try SQLiteStore(.file($0), schema: OfficeSchema.all) } },
        output: { seen.text += $0 }))
    self.seen = seen
    interpreter = Interpreter(table: session.table, host: session) { path, _ in
      throw Diagnostic(.unknownRecord, Localized("nothing is included here: \(path)", "此处不引入文件：\(path)"))
    }
  }

  /// Runs lines and gives what is seen; fails with what refuses them.
  @discardableResult
  func run(_ lines: String, at source: String = "test") throws -> String {
    seen.text = ""
    try interpreter.run(Source(name: source, text: lines))
    return seen.text
  }

  /// Runs a line that is to be refused and gives the code and the message.
  func refusal(_ line: String, at source: String = "test") throws -> String {
    do {
      let answer = try run(line, at: source)
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

  /// The code with which a line is refused; what it answered if it is done.
  func code(_ line: String) throws -> String {
    String(try refusal(line).prefix { $0 != " " })
  }

  /// Puts the clock on the wall to a moment.
  func wallClock(_ moment: String) throws { seen.clock = try #require(Moment(moment)) }

  /// Stops the clock at a moment.
  func clock(_ moment: String) throws { try run("clock set \"\(moment)\"") }

  /// An office with the station of sixteen (R1 to R16) and the owners' committee of five (R1, R2, R17 to R19).
  static func withStation(language: Language = .english) throws -> Desk {
    let desk = try Desk(language: language)
    try desk.run(
      """
      office init 北正街社区 hotline=0731-56780000 demo=yes
      grid add G3 name=伏虎小区 range=伏虎路以东
      building add 3栋 grid=G3 units=2 floors=4 doors-per-floor=2
      for n in 1..16 { resident add "党员$n" building=3栋 unit=1 room=101 }
      for n in 1..3 { resident add "业主$n" building=3栋 unit=2 room=201 }
      body add 驿站 kind=station rule=council-two-thirds
      for n in 1..16 { body join 驿站 "R$n" }
      body add 业委会 kind=owners-committee rule=owners-committee
      body join 业委会 R1 R2 R17 R18 R19
      """)
    return desk
  }
}
