import CommandLanguage
import Diagnostics
import Foundation
import Office
import Records
import Storage
import Testing
import Values

/// Copies of an office in files, and the way back.
@Suite struct BackupTests {
  /// A desk at an office in a file of a folder of its own.
  private final class FileDesk {
    let folder = NSTemporaryDirectory() + "linli-\(UUID().uuidString)"
    var clock = Moment("2020-07-01 09:00") ?? Moment(seconds: 0)
    let session: OfficeSession
    private let interpreter: Interpreter
    private let seen: Seen

    private final class Seen {
      var text = ""
      var clock: () -> Moment = { Moment(seconds: 0) }
    }

    init() throws {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let seen = Seen()
      session = try OfficeSession(
        store: SQLiteStore(.file(folder + "/office.db"), schema: OfficeSchema.all), isTemporary: false,
        environment: .init(
          language: .english, operatorName: "示例甲", clock: { seen.clock() }, directory: folder,
          openStore: { try SQLiteStore(.file($0), schema: OfficeSchema.all) }, output: { seen.text += $0 }))
      self.seen = seen
      interpreter = Interpreter(table: session.table, host: session) { path, _ in
        throw Diagnostic(.unknownRecord, Localized("nothing is included here: \(path)", "此处不引入文件：\(path)"))
      }
      seen.clock = { [unowned self] in clock }
      try run("office init 示例社区 hotline=0731-56780000; resident add 胡建国; resident add 李梅")
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    @discardableResult
    func run(_ lines: String) throws -> String {
      seen.text = ""
      try interpreter.run(Source(name: "test", text: lines))
      return seen.text
    }

    func refusal(_ line: String) throws -> String {
      do { return "done: \(try run(line))" } catch let fault as Diagnostic {
        return "\(fault.code.id) \(fault.message.english)"
      } catch let list as DiagnosticList {
        return list.diagnostics.map { "\($0.code.id) \($0.message.english)" }.joined(separator: "; ")
      }
    }

    func files() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
  }

  @Test func aBackupIsTheOfficeAsItWas() throws {
    let desk = try FileDesk()
    #expect(try desk.run("backup a.db").hasSuffix("/a.db\n"))
    let path = desk.folder + "/a.db"
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    let copy = try SQLiteStore(.file(path), schema: OfficeSchema.all)
    #expect(try copy.count(Query(Resident.kind)) == 2)
    try copy.close()
    // What is not kept yet is in no copy, and a reader at the same file sees nothing half done.
    try desk.run("resident add 周勇; backup a.db")
    let second = try SQLiteStore(.file(path), schema: OfficeSchema.all)
    #expect(try second.count(Query(Resident.kind)) == 2)
    try second.close()

    let other = try SQLiteStore(.file(desk.folder + "/office.db"), schema: OfficeSchema.all)
    #expect(try other.count(Query(Resident.kind)) == 3)
    let answer = try desk.run("restore a.db")
    #expect(answer.contains("restored from") && answer.contains("the office as it was:"))
    #expect(try other.count(Query(Resident.kind)) == 2)
    #expect(try desk.run("resident count") == "2\n")
    #expect(try desk.run("journal list act=restore").contains("a.db"))
    #expect(try desk.run("journal verify").contains("fit"))
    // Nothing is lost: the office as it was lies beside, and can be restored in turn.
    let kept = try #require(try desk.files().first { $0.hasSuffix(".old") })
    try desk.run("restore \(kept)")
    #expect(try desk.run("resident count") == "3\n")
    #expect(try !desk.files().contains { $0.contains(".part") })
  }

  @Test func whatIsNoGoodBackupIsNotRestored() throws {
    let desk = try FileDesk()
    try desk.run("backup a.db")
    let good = try #require(FileManager.default.contents(atPath: desk.folder + "/a.db"))
    func write(_ data: Data, _ name: String) {
      _ = FileManager.default.createFile(atPath: desk.folder + "/" + name, contents: data)
    }
    write(good.prefix(good.count / 2), "cut.db")
    write(Data("text".utf8), "text.db")
    write(Data(), "empty.db")
    var changed = good
    let name = try #require(changed.range(of: Data("胡建国".utf8), in: 0..<changed.count))
    changed.replaceSubrange(name, with: Data("胡建军".utf8))
    write(changed, "changed.db")
    let newer = try SQLiteStore(.file(desk.folder + "/a.db"), schema: OfficeSchema.all)
    try newer.close()
    for file in ["cut.db", "text.db", "changed.db", "none.db", "."] {
      let answer = try desk.refusal("restore \(file)")
      #expect(answer.hasPrefix("E-BACKUP "), "\(file): \(answer)")
    }
    #expect(try desk.refusal("resident add 周勇; restore a.db").hasPrefix("E-MISPLACED"))
    #expect(try desk.refusal("as of 2020-07-01 restore a.db").hasPrefix("E-MISPLACED"))
    #expect(try desk.refusal("backup office.db").hasPrefix("E-BACKUP"))
    #expect(try desk.refusal("backup nowhere/a.db").hasPrefix("E-STORE-FILE"))
    #expect(try desk.refusal("backup .").hasPrefix("E-BACKUP"))
    #expect(try desk.run("resident count") == "2\n")
    #expect(try !desk.files().contains { $0.contains(".part") || $0.hasSuffix(".old") })
    #expect(try Desk().code("restore a.db") == "E-BACKUP", "an office in memory has no place")
  }

  @Test func everyDayHasItsBackupAndTheOldestGo() throws {
    let desk = try FileDesk()
    #expect(try desk.run("config backup") == "no daily backup\n")
    try desk.session.backUpDaily()
    #expect(try desk.run("config backup folder=daily keep=2").hasSuffix("/daily, 2 kept\n"))
    _ = FileManager.default.createFile(atPath: desk.folder + "/daily/office-notes.db", contents: Data())
    for day in 1...4 {
      desk.clock = try #require(Moment("2020-07-0\(day) 09:00"))
      try desk.session.backUpDaily()
      try desk.session.backUpDaily()
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: desk.folder + "/daily").sorted()
    #expect(files == ["office-2020-07-03.db", "office-2020-07-04.db", "office-notes.db"])
    // A restored office is backed up as before.
    try desk.run("restore daily/office-2020-07-03.db")
    #expect(try desk.run("config backup").contains("2 kept"))
    try desk.run("config backup --off")
    desk.clock = try #require(Moment("2020-07-09 09:00"))
    try desk.session.backUpDaily()
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder + "/daily").count == 3)
    // A folder that is gone is said, and keeps nobody from working.
    try desk.run("config backup folder=daily")
    try FileManager.default.removeItem(atPath: desk.folder + "/daily")
    #expect(throws: Diagnostic.self) { try desk.session.backUpDaily() }
    #expect(try desk.run("resident count") == "2\n")
  }

  @Test func theDoctorSaysWhatToDo() throws {
    let desk = try FileDesk()
    #expect(try desk.run("doctor | where state == \"bad\" | count") == "0\n")
    #expect(try desk.run("doctor").contains("config backup folder=FOLDER"))
    try desk.run("backup a.db")
    #expect(try desk.run("doctor | where check == \"backup\"").contains("good"))
    desk.clock = try #require(Moment("2020-07-20 09:00"))
    #expect(try desk.run("doctor | where check == \"backup\"").contains("warning"))
    chmod(desk.folder + "/office.db", 0o644)
    #expect(try desk.run("doctor").contains("chmod 600"))
    #expect(try Desk.withStation().run("doctor | count") == "2\n", "an office in memory has no place to look at")
  }
}
