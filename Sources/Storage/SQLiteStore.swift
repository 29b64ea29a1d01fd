import Diagnostics
import Foundation
import GRDB
import Records
import struct Records.Record
import struct Records.RecordCursor
import Values

/// Keeps an office's records in one SQLite file, or in memory.
///
/// All SQL of the product stands in this module; nobody outside knows of tables. One store is used by one thread.
public final class SQLiteStore: RecordStore {
  private let queue: DatabaseQueue
  private let fault: StoreFault
  /// The statements and codings of each kind, by its English name.
  private let tables: [String: RecordTable]
  private var depth = 0

  /// Opens an office, making it if it is not there.
  ///
  /// - Throws: a ``Diagnostic`` when the file cannot be used; it has not been changed then.
  public init(_ location: StoreLocation, schema: Schema) throws {
    fault = StoreFault(schema: schema)
    tables = Dictionary(uniqueKeysWithValues: schema.kinds.map { ($0.name.english, RecordTable(kind: $0)) })
    queue = try fault.translating {
      let queue: DatabaseQueue
      switch location {
      case .memory: queue = try DatabaseQueue(configuration: SQLiteStore.configuration)
      case .file(let path):
        try OfficeFile(path: path).prepare()
        var configuration = SQLiteStore.configuration
        configuration.journalMode = .wal
        queue = try DatabaseQueue(path: path, configuration: configuration)
      }
      try Migrations(schema: schema).run(on: queue)
      return queue
    }
  }

  /// Closes the file and folds its write-ahead log into it, so that the file alone is the whole office.
  public func close() throws { try fault.translating { try queue.close() } }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "linli"
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    // What was acknowledged outlives a power cut.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    return configuration
  }

  // MARK: Reading

  public func record(_ kind: RecordKind, id: Int) throws -> Record? {
    try access { try table(kind).record(id, $0) }
  }

  public func records(_ query: Query) throws -> RecordCursor {
    try access { db in
      // A statement that is under way must end where it began, on the database's own queue. Inside a transaction the
      // cursor does; outside of one nobody says when it ends, so the records are read at once.
      let next = try table(query.kind).records(query, db, atOnce: !isInTransaction)
      return RecordCursor { [self] in try access { _ in try next() } }
    }
  }

  public func count(_ query: Query) throws -> Int {
    let text = QueryText(query)
    let sql = "SELECT count(*) FROM \(SQL.name(query.kind.name.english))\(text.conditions)"
    return try access { db in try number(sql, text.arguments, db) }
  }

  public func sum(_ field: String, _ query: Query) throws -> Int {
    let text = QueryText(query)
    let sql =
      "SELECT coalesce(sum(\(SQL.name(field))), 0) FROM \(SQL.name(query.kind.name.english))\(text.conditions)"
    return try access { db in try number(sql, text.arguments, db) }
  }

  private func number(_ sql: String, _ arguments: [DatabaseValue], _ db: Database) throws -> Int {
    let statement = try db.cachedStatement(sql: sql)
    return try Int.fetchOne(statement, arguments: StatementArguments(arguments)) ?? 0
  }

  // MARK: Changing

  public func insert(_ record: Record) throws -> Int {
    try access(record.kind) { try table(record.kind).insert(record, $0) }
  }

  public func update(_ record: Record) throws {
    try access(record.kind) { try table(record.kind).update(record, $0) }
  }

  public func delete(_ reference: Reference) throws {
    guard let table = tables[reference.kind] else { preconditionFailure("no kind \(reference.kind)") }
    try access(table.kind) { try table.delete(reference.id, $0) }
  }

  private func table(_ kind: RecordKind) -> RecordTable {
    guard let table = tables[kind.name.english] else { preconditionFailure("no kind \(kind.name.english)") }
    return table
  }

  // MARK: Journal and settings

  public func append(_ entry: JournalEntry) throws -> Int {
    try access { db in
      let statement = try db.cachedStatement(
        sql:
          "INSERT INTO journal (moment, by, origin, act, kind, record, before, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      statement.setUncheckedArguments([
        entry.moment.exchangeText, entry.by, entry.origin, entry.act, entry.subject.kind, entry.subject.id,
        entry.before, entry.after,
      ])
      try statement.execute()
      return Int(db.lastInsertedRowID)
    }
  }

  public func journal(about reference: Reference?, limit: Int?) throws -> [JournalEntry] {
    let condition = reference == nil ? "" : " WHERE kind = ? AND record = ?"
    let arguments: [any DatabaseValueConvertible] = reference.map { [$0.kind, $0.id] } ?? []
    let sql = "SELECT * FROM journal\(condition) ORDER BY number DESC\(limit.map { " LIMIT \($0)" } ?? "")"
    return try access { db in
      try GRDB.Row.fetchAll(db, sql: sql, arguments: StatementArguments(arguments)).reversed().map { row in
        JournalEntry(
          number: row["number"], moment: Moment(row["moment"]) ?? Moment(seconds: 0), by: row["by"],
          origin: row["origin"], act: row["act"], subject: Reference(kind: row["kind"], id: row["record"]),
          before: row["before"], after: row["after"])
      }
    }
  }

  public func setting(_ name: String) throws -> String? {
    try access { try String.fetchOne($0, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name]) }
  }

  public func setSetting(_ name: String, _ value: String?) throws {
    try access { db in
      try db.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [name])
      if let value { try db.execute(sql: "INSERT INTO setting VALUES (?, ?)", arguments: [name, value]) }
    }
  }

  // MARK: Transactions

  public var isInTransaction: Bool { depth > 0 }

  public func atomically<Result>(writing: Bool, _ body: () throws -> Result) throws -> Result {
    try access { db in
      depth += 1
      defer { depth -= 1 }
      var result: Result?
      if depth == 1 {
        try db.inTransaction(writing ? .immediate : .deferred) {
          result = try body()
          return .commit
        }
      } else {
        try db.inSavepoint {
          result = try body()
          return .commit
        }
      }
      guard let result else { preconditionFailure("the body has run") }
      return result
    }
  }

  /// Runs `body` with the database, also inside another such call.
  private func access<Result>(_ kind: RecordKind? = nil, _ body: (Database) throws -> Result) throws -> Result {
    try fault.translating(kind) { try queue.unsafeReentrantWrite(body) }
  }
}
