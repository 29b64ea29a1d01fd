import Diagnostics
import Foundation
import GRDB
import Records
import struct Records.Record
import Scratch
import Testing
import Values

@testable import Storage

/// A kind for the tests, and the same kind as a later version declares it.
private enum Sample {
  static let name = Field<String>("name", "名称", "Name.", "名称。", isUnique: true)
  static let amount = Field<Money?>("amount", "金额", "Amount.", "金额。")
  static let parent = Field<Reference?>("parent", "上级", "Parent.", "上级。", type: .reference(["sample"]))
  static let tags = Field<[String]>("tags", "标签", "Tags.", "标签。", default: [])
  static let later = Field<CalendarDate?>("later-on", "后来", "Later.", "后来。", since: 3)
  static let flag = Field<Bool>("flag", "标记", "A flag.", "标记。", default: true, since: 3)
  static let word = Field<String>("word", "词", "A word.", "词。", default: "it's", since: 3)
  static let more = Field<[String]>("more", "更多", "More.", "更多。", default: ["a"], since: 3)

  static let kind = RecordKind(
    "sample", "样本", "A sample.", "样本。", handle: .numbered("SA"), label: "name",
    fields: [name.declaration, amount.declaration, parent.declaration, tags.declaration])
  static let newerKind = RecordKind(
    "sample", "样本", "A sample.", "样本。", handle: .numbered("SA"), label: "name",
    fields: [
      name.declaration, amount.declaration, parent.declaration, tags.declaration, later.declaration, flag.declaration,
      word.declaration, more.declaration,
    ], indices: [.init(["parent", "amount"], since: 3)])
  static let otherKind = RecordKind(
    "other", "其他", "Another.", "其他。", handle: .numbered("OT"), fields: [name.declaration], since: 3)

  static func record(_ text: String, fen: Int? = nil) -> Record {
    var record = Record(kind)
    record[name] = text
    record[amount] = fen.map { Money(fen: $0) }
    return record
  }
}

@Suite struct StoreTests {
  private let schema = Schema([Sample.kind])

  private let scratch = TemporaryFolder()

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  private func code(_ body: () throws -> Void) -> DiagnosticCode? {
    do { try body() } catch let diagnostic as Diagnostic { return diagnostic.code } catch {}
    return nil
  }

  @Test func recordsComeBackAsTheyWere() throws {
    let store = try SQLiteStore(.memory, schema: schema)
    let first = try store.insert(Sample.record("甲", fen: 2_106_000))
    var child = Sample.record("乙")
    child[Sample.parent] = Reference(kind: "sample", id: first)
    child[Sample.tags] = ["a", "\"b\"", "丙"]
    let id = try store.insert(child)
    #expect(try store.record(Sample.kind, id: id)?.values == child.values)
    #expect(try store.record(Sample.kind, id: first)?[Sample.amount] == Money(fen: 2_106_000))
    #expect(try store.sum("amount", Query(Sample.kind)) == 2_106_000)
    #expect(
      try store.totals("amount", by: "parent", Query(Sample.kind)) == [
        Total(value: .none, count: 1, sum: 2_106_000),
        Total(value: .reference(Reference(kind: "sample", id: first)), count: 1, sum: 0),
      ])
    #expect(try store.count(Query(Sample.kind, [Condition("amount", .equal, .none)])) == 1)
    #expect(try store.count(Query(Sample.kind, [Condition("name", .contains, .text("%"))])) == 0)
  }

  @Test func theFileIsItsOwnersAlone() throws {
    let directory = scratch.path
    let path = directory + "/deep/er/office.db"
    do {
      let store = try SQLiteStore(.file(path), schema: schema)
      _ = try store.insert(Sample.record("甲"))
      #expect(try mode(path) == 0o600)
      #expect(try mode(path + "-wal") == 0o600)
      #expect(try mode(directory + "/deep") == 0o700)
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    let again = try SQLiteStore(.file(path), schema: schema)
    #expect(try mode(path) == 0o600)
    #expect(try again.count(Query(Sample.kind)) == 1)
  }

  @Test func whatIsNoOfficeIsRefusedAndLeftAlone() throws {
    let directory = scratch.path
    #expect(code { _ = try SQLiteStore(.file(directory), schema: schema) } == .notAnOffice)
    let text = directory + "/notes.txt"
    try "grid list\n".write(toFile: text, atomically: true, encoding: .utf8)
    #expect(code { _ = try SQLiteStore(.file(text), schema: schema) } == .notAnOffice)
    #expect(try String(contentsOfFile: text, encoding: .utf8) == "grid list\n")
    #expect(code { _ = try SQLiteStore(.file("/proc/linli.db"), schema: schema) } == .storeFile)
    let damaged = directory + "/damaged.db"
    try Data("SQLite format 3\0".utf8 + [UInt8](repeating: 7, count: 5_000)).write(to: URL(fileURLWithPath: damaged))
    #expect(code { _ = try SQLiteStore(.file(damaged), schema: schema) } != nil)
  }

  @Test func anOfficeThatWasJustBegunIsMade() throws {
    let path = scratch.path + "/office.db"
    let queue = try DatabaseQueue(path: path)
    // What GRDB does before the transaction in which all else is made.
    try queue.write { try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)") }
    try queue.close()
    #expect(try SQLiteStore(.file(path), schema: schema).insert(Sample.record("甲")) == 1)
  }

  @Test func laterVersionsAddToAnOffice() throws {
    let path = scratch.path + "/office.db"
    do { _ = try SQLiteStore(.file(path), schema: schema).insert(Sample.record("甲")) }
    do {
      let store = try SQLiteStore(.file(path), schema: Schema([Sample.newerKind, Sample.otherKind]))
      let old = try #require(try store.record(Sample.newerKind, id: 1))
      #expect(old[Sample.later] == nil)
      #expect(
        old[Sample.flag] && old[Sample.word] == "it's" && old[Sample.more] == ["a"], "what was there has defaults")
      var other = Record(Sample.otherKind)
      other[Sample.name] = "乙"
      #expect(try store.insert(other) == 1)
    }
    #expect(code { _ = try SQLiteStore(.file(path), schema: schema) } == .newerOffice)
  }

  /// What a transaction has read it reads once, but never what it has changed since.
  @Test func sumsFollowEveryChange() throws {
    let store = try SQLiteStore(.memory, schema: schema)
    func seen() throws -> [Int] {
      let totals = try store.totals("amount", by: "name", Query(Sample.kind))
      return try [store.sum("amount", Query(Sample.kind)), store.count(Query(Sample.kind)), totals.count]
    }
    try store.atomically {
      let id = try store.insert(Sample.record("甲", fen: 5))
      #expect(try seen() == [5, 1, 1])
      try? store.atomically {
        _ = try store.insert(Sample.record("乙", fen: 7))
        #expect(try seen() == [12, 2, 2])
        throw CancellationError()
      }
      #expect(try seen() == [5, 1, 1])
      try store.update(Record(Sample.kind, id: id, values: Sample.record("甲", fen: 9).values))
      #expect(try seen() == [9, 1, 1])
      try store.delete(Reference(kind: "sample", id: id))
      #expect(try seen() == [0, 0, 0])
    }
  }

  @Test func numbersAreNeverUsedAgain() throws {
    let store = try SQLiteStore(.memory, schema: schema)
    let id = try store.insert(Sample.record("甲"))
    try store.delete(Reference(kind: "sample", id: id))
    #expect(try store.insert(Sample.record("乙")) == id + 1)
  }

  @Test func aFailureTakesBackItsOwnPartOnly() throws {
    struct Stop: Error {}
    let store = try SQLiteStore(.memory, schema: schema)
    try store.atomically {
      _ = try store.insert(Sample.record("甲"))
      try? store.atomically {
        _ = try store.insert(Sample.record("乙"))
        throw Stop()
      }
      _ = try store.insert(Sample.record("丙"))
    }
    try? store.atomically {
      _ = try store.insert(Sample.record("丁"))
      throw Stop()
    }
    let names = try store.records(Query(Sample.kind)).collect().map { $0[Sample.name] }
    #expect(names == ["甲", "丙"])
  }

  @Test func doublesAndUsedRecordsAreRefused() throws {
    let store = try SQLiteStore(.memory, schema: schema)
    let id = try store.insert(Sample.record("甲"))
    #expect(code { _ = try store.insert(Sample.record("甲")) } == .duplicateRecord)
    var child = Sample.record("乙")
    child[Sample.parent] = Reference(kind: "sample", id: id)
    _ = try store.insert(child)
    #expect(code { try store.delete(Reference(kind: "sample", id: id)) } == .recordInUse)
    #expect(try store.count(Query(Sample.kind)) == 2)
  }

  @Test func theJournalKeepsEveryChange() throws {
    let store = try SQLiteStore(.memory, schema: schema)
    let writer = RecordWriter(
      store: store, schema: schema, authorship: Authorship(now: Moment(seconds: 0), by: "示例甲", origin: "a.linli:1"))
    let record = try writer.add(Sample.record("甲", fen: 100))
    try writer.change(record) { $0[Sample.amount] = Money(fen: 200) }
    try writer.change(record) { _ in }
    let entries = try store.journal(JournalQuery(subject: record.reference)).collect()
    #expect(entries.map(\.act) == ["add", "change"])
    #expect(entries[1].before == #"{"amount":"1.00"}"#)
    #expect(entries[1].after == #"{"amount":"2.00"}"#)
    #expect(entries[1].by == "示例甲" && entries[1].origin == "a.linli:1")
  }

  @Test func twoProgramsShareAnOffice() throws {
    let path = scratch.path + "/office.db"
    let first = try SQLiteStore(.file(path), schema: schema)
    let second = try SQLiteStore(.file(path), schema: schema)
    try first.atomically {
      _ = try first.insert(Sample.record("甲"))
      #expect(throws: (any Error).self, "a reader sees no half transaction") {
        if try second.count(Query(Sample.kind)) == 0 { throw CancellationError() }
      }
    }
    #expect(try second.count(Query(Sample.kind)) == 1)
  }

  @Test func thePlaceFollowsTheEnvironment() {
    #expect(StoreLocation(environment: ["HOME": "/h"]) == .file("/h/.local/share/linli/office.db"))
    #expect(StoreLocation(environment: ["HOME": "/h", "XDG_DATA_HOME": "/d"]) == .file("/d/linli/office.db"))
    #expect(StoreLocation(environment: ["HOME": "/h", "LINLI_DB": ":memory:"]) == .memory)
  }

  /// Whatever the database reports, who reads Chinese is not answered in English.
  @Test func faultsAreToldInBothLanguages() throws {
    let fault = StoreFault(schema: schema, path: nil)
    let extended: [ResultCode] = [
      .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_FSYNC, .SQLITE_READONLY_DBMOVED, .SQLITE_CONSTRAINT_NOTNULL,
      .SQLITE_CONSTRAINT_TRIGGER, .SQLITE_CANTOPEN_ISDIR,
    ]
    for code in (1...26).map({ ResultCode(rawValue: $0) }) + extended {
      for number in [0, ENOSPC, EFBIG, EIO, EROFS, ENOTTY] {
        #expect {
          try fault.translating(systemError: { number }) { throw DatabaseError(resultCode: code, message: "said so") }
        } throws: { error in
          guard let diagnostic = error as? Diagnostic else { return false }
          let chinese = [diagnostic.message.chinese, diagnostic.hint?.chinese ?? ""]
          return !diagnostic.message.english.isEmpty && !chinese.contains { $0.contains(/[A-Za-z]{3}/) }
        }
      }
    }
  }

  /// A page of the file is overwritten with zeros: its check says so, in Chinese as well.
  @Test func damageIsToldInBothLanguages() throws {
    let path = scratch.path + "/office.db"
    let store = try SQLiteStore(.file(path), schema: schema)
    try store.atomically { for number in 1...500 { _ = try store.insert(Sample.record("甲\(number)")) } }
    #expect(try store.damage().isEmpty)
    let page = try store.access {
      try Int.fetchOne($0, sql: "SELECT rootpage FROM sqlite_master WHERE name LIKE 'sqlite_autoindex_sample%'")
    }
    try store.close()
    let file = try #require(FileHandle(forUpdatingAtPath: path))
    try file.seek(toOffset: UInt64((try #require(page) - 1) * 4_096))
    try file.write(contentsOf: Data(count: 4_096))
    try file.close()
    let damaged = try SQLiteStore(.file(path), schema: schema)
    let damage = try damaged.damage()
    #expect(!damage.isEmpty)
    for fault in damage { #expect(!fault.chinese.contains(/[A-Za-z]{3}/), "\(fault)") }
    try damaged.close()
  }
}
