import Diagnostics
import Foundation
import GRDB
import GRDBSQLite
import Records
import struct Records.Record
import struct Records.RecordCursor
import Values

/// Keeps an office's records in one SQLite file, or in memory.
///
/// All SQL of the product stands in this module; nobody outside knows of tables. One store is used by one thread.
public final class SQLiteStore: RecordStore {
  let location: StoreLocation
  let queue: DatabaseQueue
  private let scrubbing: Scrubbing
  let fault: StoreFault
  private let schema: Schema
  /// The tables that were needed by now, by their kinds' English names: most commands need few.
  private var tables: [String: RecordTable] = [:]
  private let journal = JournalTable()
  private let statements = StatementCache()
  /// The database, as long as a transaction is open.
  private var database: Database?
  private var depth = 0
  /// Whether that is a copy, which is gone afterwards.
  private var isOnCopy = false
  private let use: OfficeFile.Use
  public private(set) var hasBegun = false

  /// Opens an office, making it if it is not there.
  ///
  /// - Parameters:
  ///   - location: where it is kept.
  ///   - schema: the kinds of record.
  ///   - isReadOnly: whether nothing shall be changed, though it could be.
  ///   - patience: how many seconds it waits for another program to stop writing.
  /// - Throws: a ``Diagnostic`` when the file cannot be used; it has not been changed then.
  public init(_ location: StoreLocation, schema: Schema, isReadOnly: Bool = false, patience: Double = 5) throws {
    self.location = location
    self.schema = schema
    fault = StoreFault(schema: schema, path: location.path)
    let use: OfficeFile.Use =
      try location.path.map { try OfficeFile(path: $0).prepare(isReadOnly: isReadOnly) } ?? .writing
    self.use = use
    scrubbing = Scrubbing(isInFile: location != .memory)
    queue = try fault.translating {
      let queue = try StoreConnection.open(location, use, patience: patience)
      try Migrations(schema: schema).run(on: queue)
      return queue
    }
    if !self.isReadOnly { try access { try scrubbing.resume($0) } }
  }

  public var isReadOnly: Bool { if case .writing = use { false } else { true } }

  public func requireWritable() throws { if isReadOnly { throw StoreFault.readOnly() } }

  /// Closes the file and folds its write-ahead log into it, so that the file alone is the whole office.
  public func close() throws {
    endStatements()
    try fault.translating { try queue.close() }
  }

  /// Ends all statements of the database at hand.
  private func endStatements() {
    statements.finalize()
    journal.finalize()
    tables.values.forEach { $0.finalize() }
  }

  // MARK: Reading

  public func record(_ kind: RecordKind, id: Int) throws -> Record? {
    try access { try table(kind).record(id, $0, remembers: isInTransaction) }
  }

  public func records(_ query: Query) throws -> RecordCursor {
    try access { db in
      // A statement that is under way must end where it began, on the database's own queue. Inside a transaction the
      // cursor does; outside of one nobody says when it ends, so the records are read at once.
      let next = try table(query.kind).records(query, db, isInTransaction: isInTransaction)
      return RecordCursor { [self] in try access { _ in try next() } }
    }
  }

  public func first(_ query: Query) throws -> Record? {
    try access { try table(query.kind).first(query, $0, remembers: isInTransaction) }
  }

  public func count(_ query: Query) throws -> Int {
    try access { try table(query.kind).number(query, .count, $0, remembers: isInTransaction) }
  }

  public func sum(_ field: String, _ query: Query) throws -> Int {
    try access { try table(query.kind).number(query, .sum(field), $0, remembers: isInTransaction) }
  }

  public func totals(_ field: String, by group: String, _ query: Query) throws -> [Total] {
    try access { try table(query.kind).totals(field, by: group, query, $0, remembers: isInTransaction) }
  }

  public func labels(of kind: RecordKind, matching pattern: LabelPattern, limit: Int) throws -> [String] {
    try access { try table(kind).labels?.labels(matching: pattern, limit: limit, $0) ?? [] }
  }

  public func numbers(
    of kind: RecordKind, matching pattern: LabelPattern
  ) throws -> [(id: Int, match: LabelPattern.Match)] {
    try access { try table(kind).labels?.numbers(matching: pattern, $0) ?? [] }
  }

  // MARK: Changing

  public func insert(_ record: Record) throws -> Int {
    try access(record) { try table(record.kind).insert(record, $0) }
  }

  public func update(_ record: Record) throws {
    try access(record) { try table(record.kind).update(record, $0) }
  }

  public func delete(_ reference: Reference) throws {
    guard let kind = schema[reference.kind] else { preconditionFailure("no kind \(reference.kind)") }
    try access { try table(kind).delete(reference.id, $0) }
  }

  public var codes: [DiagnosticCode] { DiagnosticCode.ofStorage }

  public func revision(of kind: RecordKind) -> Int { table(kind).revision }

  private func table(_ kind: RecordKind) -> RecordTable {
    if let table = tables[kind.name.english] { return table }
    let table = RecordTable(kind: kind, statements: statements)
    tables[kind.name.english] = table
    return table
  }

  // MARK: Journal and settings

  public func append(_ entry: JournalEntry) throws -> Int {
    try access { db in
      defer { if !isInTransaction, !hasBegun { journal.endTransaction() } }
      return try journal.append(entry, db)
    }
  }

  public func eraseEntries(_ numbers: [Int], because reason: Int) throws {
    try access { db in
      try scrubbing.begin(db)
      try journal.erase(numbers, because: reason, db)
    }
  }

  public var openTransaction: Int? { journal.first }

  public func deferReferences() throws {
    try access { try $0.execute(sql: "PRAGMA defer_foreign_keys = ON") }
  }

  public func nextNumber(of kind: RecordKind) throws -> Int {
    try access { db in
      let last = try Int.fetchOne(
        db, sql: "SELECT seq FROM sqlite_sequence WHERE name = ?", arguments: [kind.name.english])
      return (last ?? 0) + 1
    }
  }

  public func setNextNumber(_ number: Int, of kind: RecordKind) throws {
    try access { db in
      try db.execute(sql: "DELETE FROM sqlite_sequence WHERE name = ?", arguments: [kind.name.english])
      try db.execute(
        sql: "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", arguments: [kind.name.english, number - 1])
    }
  }

  public var journalEnd: Int?

  public func journal(_ query: JournalQuery) throws -> JournalCursor {
    var query = query
    if let end = journalEnd {
      // There is no entry 0.
      let (first, last) = (query.numbers.lowerBound, min(query.numbers.upperBound, end))
      query.numbers = first <= last ? first...last : 0...0
    }
    return try access { db in
      let cursor = try journal.entries(query, db)
      if isInTransaction { return JournalCursor { [self] in try access { _ in try cursor.nextSealed() } } }
      // Outside of a transaction nobody says when a statement that is under way ends.
      var entries: [(entry: JournalEntry, seal: JournalSeal)] = []
      while let entry = try cursor.nextSealed() { entries.append(entry) }
      var iterator = entries.makeIterator()
      return JournalCursor { iterator.next() }
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

  public func begin() throws {
    try requireWritable()
    try access { try $0.beginTransaction(.immediate) }
    hasBegun = true
  }

  public func commit() throws {
    try access { try $0.commit() }
    hasBegun = false
    journal.endTransaction()
    try access { scrubbing.finish($0) }
  }

  public func rollback() throws {
    hasBegun = false
    journal.endTransaction()
    tables.values.forEach { $0.forgetAll() }
    try access { if $0.isInsideTransaction { try $0.rollback() } }
  }

  public var isInTransaction: Bool { depth > 0 }

  public func atomically<Result>(writing: Bool, _ body: () throws -> Result) throws -> Result {
    try access { db in
      depth += 1
      defer { depth -= 1 }
      // What was read belongs to this transaction, and to the state that an error takes back.
      defer {
        if depth == 1 {
          tables.values.forEach { $0.forgetAll() }
          if !hasBegun { journal.endTransaction() }
        }
      }
      var result: Result?
      if depth == 1 {
        database = db
      }
      defer { if depth == 1 { database = nil } }
      do {
        if depth == 1, !hasBegun {
          // What cannot be changed is not locked: it is refused when it is written.
          try db.inTransaction(writing && !isReadOnly ? .immediate : .deferred) {
            result = try body()
            return .commit
          }
        } else {
          try db.inSavepoint {
            result = try body()
            return .commit
          }
        }
      } catch {
        tables.values.forEach { $0.forgetAll() }
        journal.forget()
        throw error
      }
      guard let result else { preconditionFailure("the body has run") }
      if depth == 1, !hasBegun { scrubbing.finish(db) }
      return result
    }
  }

  public func provisionally<Result>(_ body: () throws -> Result) throws -> Result {
    guard isReadOnly, !isOnCopy else {
      var result: Result?
      do {
        try atomically(writing: true) {
          result = try body()
          throw TakenBack()
        }
      } catch is TakenBack {}
      guard let result else { preconditionFailure("the body has run") }
      return result
    }
    return try access { db in
      let copy = try StoreConnection.open(.memory, .writing, patience: 0)
      return try copy.unsafeReentrantWrite { copy in
        try db.backup(to: copy)
        let outer = database
        (database, isOnCopy) = (copy, true)
        endStatements()
        defer {
          (database, isOnCopy) = (outer, false)
          endStatements()
          forgetAll()
        }
        return try provisionally(body)
      }
    }
  }

  /// Thrown through a transaction to take it back.
  private struct TakenBack: Error {}

  /// Forgets what was read, because the file holds something else now.
  func forgetAll() {
    tables.values.forEach { $0.forgetAll() }
    journal.forget()
    journal.endTransaction()
  }

  /// Runs `body` with the database, also inside another such call.
  func access<Result>(_ record: Record? = nil, _ body: (Database) throws -> Result) throws -> Result {
    try fault.translating(record, systemError: { systemError }) {
      if let database { return try body(database) }
      let result = try queue.unsafeReentrantWrite(body)
      try requireStill()
      return result
    }
  }

  /// The error that the system gave the database last. SQLite does not note the one that made a commit fail; the C
  /// library still knows it.
  private var systemError: Int32 {
    let last = errno
    let noted =
      database.map { sqlite3_system_errno($0.sqliteConnection) }
      ?? queue.unsafeReentrantRead { sqlite3_system_errno($0.sqliteConnection) }
    return noted == 0 ? last : noted
  }

  /// Makes sure that nobody has changed a file that is read as it stands.
  private func requireStill() throws {
    guard case .still(let version) = use, let path = location.path, OfficeFile(path: path).version != version else {
      return
    }
    throw Diagnostic(
      .storeBusy, Localized("the office was changed while it was being read", "读取期间该办公室被他人改动"),
      hint: Localized("open it again", "请重新打开"))
  }
}
