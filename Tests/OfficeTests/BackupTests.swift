import CommandLanguage
import Diagnostics
import Foundation
import Office
import Records
import Scratch
import Storage
import Testing
import Values

/// Copies of an office in files, and the way back.
@Suite struct BackupTests {
  private let scratch = TemporaryFolder()
  private var folder: String { scratch.path }

  /// A desk at an office in a file, with two residents.
  private func desk() throws -> Desk {
    let desk = try Desk(folder: folder)
    try desk.run("office init 示例社区 hotline=0731-56780000; resident add 胡建国; resident add 李梅")
    return desk
  }

  private func files() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }

  @Test func aBackupIsTheOfficeAsItWas() throws {
    let desk = try desk()
    #expect(try desk.run("backup a.db").hasSuffix("/a.db\n"))
    let path = folder + "/a.db"
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    let copy = try SQLiteStore(.file(path), schema: OfficeSchema.all)
    #expect(try copy.count(Query(Resident.kind)) == 2)
    try copy.close()
    // What is not kept yet is in no copy, and a reader at the same file sees nothing half done.
    try desk.run("resident add 周勇; backup a.db")
    let second = try SQLiteStore(.file(path), schema: OfficeSchema.all)
    #expect(try second.count(Query(Resident.kind)) == 2)
    try second.close()

    let other = try SQLiteStore(.file(folder + "/office.db"), schema: OfficeSchema.all)
    #expect(try other.count(Query(Resident.kind)) == 3)
    let answer = try desk.run("restore a.db")
    #expect(answer.contains("restored from") && answer.contains("the office as it was:"))
    #expect(try other.count(Query(Resident.kind)) == 2)
    #expect(try desk.run("resident count") == "2\n")
    #expect(try desk.run("journal list act=restore").contains("a.db"))
    #expect(try desk.run("journal verify").contains("fit"))
    // Nothing is lost: the office as it was lies beside, and can be restored in turn.
    let kept = try #require(try files().first { $0.hasSuffix(".old") })
    try desk.run("restore \(kept)")
    #expect(try desk.run("resident count") == "3\n")
    #expect(try !files().contains { $0.contains(".part") })
  }

  @Test func whatIsNoGoodBackupIsNotRestored() throws {
    let desk = try desk()
    try desk.run("backup a.db")
    let good = try #require(FileManager.default.contents(atPath: folder + "/a.db"))
    func write(_ data: Data, _ name: String) {
      _ = FileManager.default.createFile(atPath: folder + "/" + name, contents: data)
    }
    write(good.prefix(good.count / 2), "cut.db")
    write(Data("text".utf8), "text.db")
    write(Data(), "empty.db")
    var changed = good
    let name = try #require(changed.range(of: Data("胡建国".utf8), in: 0..<changed.count))
    changed.replaceSubrange(name, with: Data("胡建军".utf8))
    write(changed, "changed.db")
    let newer = try SQLiteStore(.file(folder + "/a.db"), schema: OfficeSchema.all)
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
    #expect(try !files().contains { $0.contains(".part") || $0.hasSuffix(".old") })
    #expect(try Desk().code("restore a.db") == "E-BACKUP", "an office in memory has no place")
  }

  @Test func everyDayHasItsBackupAndTheOldestGo() throws {
    let desk = try desk()
    #expect(try desk.run("config backup") == "no daily backup\n")
    try desk.session.backUpDaily()
    #expect(try desk.run("config backup folder=daily keep=2").hasSuffix("/daily, 2 kept\n"))
    _ = FileManager.default.createFile(atPath: folder + "/daily/office-notes.db", contents: Data())
    for day in 1...4 {
      try desk.wallClock("2020-07-0\(day) 09:00")
      try desk.session.backUpDaily()
      try desk.session.backUpDaily()
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/daily").sorted()
    #expect(files == ["office-2020-07-03.db", "office-2020-07-04.db", "office-notes.db"])
    // A restored office is backed up as before.
    try desk.run("restore daily/office-2020-07-03.db")
    #expect(try desk.run("config backup").contains("2 kept"))
    try desk.run("config backup --off")
    try desk.wallClock("2020-07-09 09:00")
    try desk.session.backUpDaily()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/daily").count == 3)
    // A folder that is gone is said, and keeps nobody from working.
    try desk.run("config backup folder=daily")
    try FileManager.default.removeItem(atPath: folder + "/daily")
    #expect(throws: Diagnostic.self) { try desk.session.backUpDaily() }
    #expect(try desk.run("resident count") == "2\n")
  }

  @Test func theDoctorSaysWhatToDo() throws {
    let desk = try desk()
    #expect(try desk.run("doctor | where state == \"bad\" | count") == "0\n")
    #expect(try desk.run("doctor").contains("config backup folder=FOLDER"))
    try desk.run("backup a.db")
    #expect(try desk.run("doctor | where check == \"backup\"").contains("good"))
    try desk.wallClock("2020-07-20 09:00")
    #expect(try desk.run("doctor | where check == \"backup\"").contains("warning"))
    chmod(folder + "/office.db", 0o644)
    #expect(try desk.run("doctor").contains("chmod 600"))
    #expect(try Desk.withStation().run("doctor | count") == "2\n", "an office in memory has no place to look at")
  }
}
