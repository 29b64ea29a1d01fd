import Diagnostics
import Foundation
import GRDB
import Records
import Scratch
import Testing
import Values

@testable import Storage

/// Two kinds for the journal: what money comes in to, and what comes in.
private enum Ledger {
  static let name = Field<String>("name", "名称", "Name.", "名称。")
  static let purse = RecordKind(
    "purse", "钱袋", "A purse.", "钱袋。", handle: .numbered("PU"), label: "name", fields: [name.declaration])
  static let of = Field<Reference>("of", "属于", "Its purse.", "所属钱袋。", type: .reference(["purse"]))
  static let amount = Field<Money>("amount", "金额", "Amount.", "金额。")
  static let date = Field<CalendarDate?>("date", "日期", "Date.", "日期。")
  static let isCash = Field<Bool>("cash", "现金", "Whether cash.", "是否现金。", default: true)
  static let tags = Field<[String]>("tags", "标签", "Tags.", "标签。", default: [])
  static let coin = RecordKind(
    "coin", "硬币", "A coin.", "硬币。", handle: .numbered("CO"),
    fields: [of.declaration, amount.declaration, date.declaration, isCash.declaration, tags.declaration],
    partOf: ["of"])
  static let schema = Schema([purse, coin])
}

@Suite struct JournalTests {
  private let scratch = TemporaryFolder()
  private var path: String { scratch.path + "/office.db" }

  private func writer(_ store: SQLiteStore, by name: String = "示例甲") -> RecordWriter {
    RecordWriter(
      store: store, schema: Ledger.schema,
      authorship: Authorship(now: Moment(seconds: 1_600_000_001), by: name, origin: "a.linli:1"))
  }

  private func coin(_ purse: Records.Record, _ fen: Int) -> Records.Record {
    var coin = Records.Record(Ledger.coin)
    coin[Ledger.of] = purse.reference
    coin[Ledger.amount] = Money(fen: fen)
    coin[Ledger.date] = CalendarDate("2020-07-26")
    coin[Ledger.tags] = ["甲", "\"乙\""]
    return coin
  }

  private func purse(_ name: String) -> Records.Record {
    var purse = Records.Record(Ledger.purse)
    purse[Ledger.name] = name
    return purse
  }

  /// An office with a purse and three coins, one of them changed and one removed.
  private func fill(_ store: SQLiteStore) throws {
    let writer = writer(store)
    try store.atomically {
      let purse = try writer.add(purse("监控"))
      for fen in [20_000, 36_000, 5] { try writer.add(coin(purse, fen)) }
    }
    let first = try #require(try store.record(Ledger.coin, id: 1))
    try writer.change(first) { $0[Ledger.amount] = Money(fen: 10_000) }
    try writer.remove(try #require(try store.record(Ledger.coin, id: 3)))
    try writer.note("reveal", first.reference, reason: "回访")
  }

  private func findings() throws -> Int {
    let store = try SQLiteStore(.file(path), schema: Ledger.schema)
    defer { try? store.close() }
    var verification = JournalVerification(store: store, schema: Ledger.schema)
    return try verification.run().findings.count
  }

  @Test func aJournalThatNobodyTouchedFits() throws {
    let store = try SQLiteStore(.file(path), schema: Ledger.schema)
    try fill(store)
    var verification = JournalVerification(store: store, schema: Ledger.schema)
    let report = try verification.run()
    #expect(report.findings.isEmpty && report.entries == 7 && report.records == 4)
    let entries = try store.journal(JournalQuery()).collect()
    #expect(entries.map(\.transaction) == [1, 1, 1, 1, 5, 6, 7])
  }

  /// Every stored value of the journal and of the coins, changed by another program in one byte.
  @Test func everyChangedByteIsFound() throws {
    let store = try SQLiteStore(.file(path), schema: Ledger.schema)
    try fill(store)
    try store.close()
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "DROP TRIGGER journal_kept; DROP TRIGGER journal_unchanged") }
    #expect(try findings() == 0)
    for table in ["journal", "coin", "purse"] {
      let columns = try queue.read { try $0.columns(in: table).map(\.name) }
      let rows = try queue.read { try Int.fetchAll($0, sql: "SELECT rowid FROM \(table)") }
      for (column, row) in columns.flatMap({ column in rows.map { (column, $0) } }) {
        let old = try queue.read {
          try DatabaseValue.fetchOne($0, sql: "SELECT \"\(column)\" FROM \(table) WHERE rowid = ?", arguments: [row])
        }
        for other in neighbours(of: try #require(old)) {
          let key = column == "id" || column == "number" ? other : row.databaseValue
          try set(table, column, other, row.databaseValue, queue)
          #expect(try findings() > 0, "\(table).\(column) of \(row): \(other)")
          try set(table, column, try #require(old), key, queue)
        }
      }
    }
    #expect(try findings() == 0)
  }

  private func set(
    _ table: String, _ column: String, _ value: DatabaseValue, _ row: DatabaseValue, _ queue: DatabaseQueue
  ) throws {
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: "UPDATE \(table) SET \"\(column)\" = ? WHERE rowid = ?", arguments: [value, row])
    }
  }

  /// What one changed byte makes of a stored value: of a text and of bytes the first, a middle and the last changed, of
  /// a number another.
  private func neighbours(of value: DatabaseValue) -> [DatabaseValue] {
    switch value.storage {
    case .null: return [0.databaseValue, 1.databaseValue]
    case .int64(let number): return [(number ^ 1 &+ 64).databaseValue]
    case .double: return []
    case .blob(let data):
      return Set([0, data.count / 2, data.count - 1]).map { index in
        var changed = data
        changed[index] ^= 1
        return changed.databaseValue
      }
    case .string(let text):
      let bytes = Array(text.utf8)
      guard !bytes.isEmpty else { return ["x".databaseValue] }
      return Set([0, bytes.count / 2, bytes.count - 1]).map { index in
        var changed = bytes
        changed[index] = changed[index] == 0x20 ? 0x54 : changed[index] ^ 1
        return String(decoding: changed, as: UTF8.self).databaseValue
      }
    }
  }

  @Test func entriesThatAreGoneOrPutInAreFound() throws {
    let store = try SQLiteStore(.file(path), schema: Ledger.schema)
    try fill(store)
    try store.close()
    let queue = try DatabaseQueue(path: path)
    #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: "DELETE FROM journal") } }
    #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: "UPDATE journal SET by = '乙'") } }
    try queue.write { db in
      try db.execute(sql: "DROP TRIGGER journal_kept; DELETE FROM journal WHERE number = 7")
    }
    #expect(try findings() == 0, "a last entry that changed no record can be cut off unseen")
    try queue.write { try $0.execute(sql: "DELETE FROM journal WHERE number = 6") }
    #expect(try findings() > 0)
  }

  @Test func anOfficeFromBeforeTheChainIsSealed() throws {
    let queue = try DatabaseQueue(path: path)
    let older = Migrations(schema: Ledger.schema)
    try older.run(on: queue, upTo: 1)
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO purse (name) VALUES ('监控');
          INSERT INTO journal (moment, by, origin, act, kind, record, before, after)
            VALUES ('2020-07-01 09:00', '示例甲', 'prompt:1', 'add', 'purse', 1, '', '{"name":"监控"}');
          """)
    }
    try queue.close()
    #expect(try findings() == 0)
    let store = try SQLiteStore(.file(path), schema: Ledger.schema)
    #expect(try store.journal(JournalQuery()).collect().map(\.transaction) == [1])
  }

  /// A field that a later version brings has its default in what was there, as the journal tells it.
  @Test func fieldsOfLaterVersionsFitTheJournal() throws {
    do { try fill(SQLiteStore(.file(path), schema: Ledger.schema)) }
    let isOpen = Field<Bool>("open", "打开", "Whether open.", "是否打开。", default: true, since: 3)
    let purse = RecordKind(
      "purse", "钱袋", "A purse.", "钱袋。", handle: .numbered("PU"), label: "name",
      fields: [Ledger.name.declaration, isOpen.declaration])
    let schema = Schema([purse, Ledger.coin])
    let store = try SQLiteStore(.file(path), schema: schema)
    var verification = JournalVerification(store: store, schema: schema)
    #expect(try verification.run().findings.isEmpty)
    let writer = RecordWriter(store: store, schema: schema, authorship: writer(store).authorship)
    let old = try #require(try store.record(purse, id: 1))
    #expect(old[isOpen])
    _ = try store.atomically { try writer.change(old) { $0[isOpen] = false } }
    #expect(try verification.run().findings.isEmpty)
    try store.atomically { _ = try Undo(in: writer).takeBack(#require(try Undo(in: writer).newestAct(of: "示例甲"))) }
    #expect(try store.record(purse, id: 1)?[isOpen] == true)
    #expect(try verification.run().findings.isEmpty)
  }

  // MARK: Undo

  @Test func whatIsUndoneAndDoneAgainIsAsItWas() throws {
    let store = try SQLiteStore(.memory, schema: Ledger.schema)
    try fill(store)
    let writer = writer(store)
    let undo = Undo(in: writer)
    let before = try store.records(Query(Ledger.coin)).collect().map(\.values)
    for expected in [6, 5, 1] {
      let act = try store.atomically { try undo.newestAct(of: "示例甲") }
      #expect(act == expected)
      _ = try store.atomically { try undo.takeBack(expected) }
    }
    #expect(try store.atomically { try undo.newestAct(of: "示例甲") } == nil)
    #expect(try store.count(Query(Ledger.coin)) == 0 && store.count(Query(Ledger.purse)) == 0)
    for _ in 0..<3 {
      try store.atomically {
        let act = try #require(try undo.newestUndo(of: "示例甲"))
        _ = try undo.takeBack(act)
      }
    }
    #expect(try store.atomically { try undo.newestUndo(of: "示例甲") } == nil)
    #expect(try store.records(Query(Ledger.coin)).collect().map(\.values) == before)
    #expect(try store.records(Query(Ledger.coin)).collect().map(\.id) == [1, 2])
    var verification = JournalVerification(store: store, schema: Ledger.schema)
    #expect(try verification.run().findings.isEmpty)
  }

  @Test func whatLaterChangesStandOnIsKept() throws {
    let store = try SQLiteStore(.memory, schema: Ledger.schema)
    let (first, second) = (writer(store), writer(store, by: "示例乙"))
    let purse = try store.atomically { try first.add(self.purse("监控")) }
    _ = try store.atomically { try first.add(coin(purse, 100)) }
    _ = try store.atomically { try second.add(coin(purse, 200)) }
    let undo = Undo(in: first)
    // Another's coin in the same purse stands on the first one.
    #expect(refusal { try undo.takeBack(2) } == .undo)
    _ = try store.atomically { try Undo(in: second).takeBack(3) }
    _ = try store.atomically { try undo.takeBack(2) }
    #expect(try store.count(Query(Ledger.coin)) == 0)
    // An act of another operator is never the newest of one's own.
    #expect(try store.atomically { try undo.newestAct(of: "示例丙") } == nil)
  }

  private func refusal(_ body: () throws -> Void) -> DiagnosticCode? {
    do { try body() } catch let diagnostic as Diagnostic { return diagnostic.code } catch {}
    return nil
  }
}
