import GRDB
import Records
import struct Records.Record
import Values

/// One kind's table: its statements, compiled once, the codings of its columns, and what was read in this transaction.
final class RecordTable {
  let kind: RecordKind
  private let codings: [ValueCoding]
  private let statements: StatementCache
  private let insertion: String
  private let restoration: String
  private let change: String
  private let removal: String
  /// The labels under which records are found; nothing for a kind that is not searched.
  let labels: LabelTable?
  private var insert: PreparedStatement?
  private var update: PreparedStatement?
  private var delete: PreparedStatement?
  /// Records read by their number and first records of queries, as long as a transaction keeps them from changing.
  private var found: [FirstQuery: Record?] = [:]

  /// How many records a query may ask for to be read at once rather than as they are needed.
  private static let smallLimit = 64
  /// How many records are remembered.
  private static let foundLimit = 10_000

  /// A query for one record.
  private struct FirstQuery: Hashable {
    let shape: QueryShape
    let values: [ColumnValue]
  }

  init(kind: RecordKind, statements: StatementCache) {
    self.kind = kind
    self.statements = statements
    labels = LabelTable(kind)
    codings = kind.fields.map { ValueCoding(type: $0.type) }
    let table = SQL.name(kind.name.english)
    let columns = kind.fields.map { SQL.name($0.name.english) }
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    insertion = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
    restoration = "INSERT INTO \(table) (id, \(columns.joined(separator: ", "))) VALUES (?, \(marks))"
    change = "UPDATE \(table) SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?"
    removal = "DELETE FROM \(table) WHERE id = ?"
  }

  // MARK: Changing

  func insert(_ record: Record, _ db: Database) throws -> Int {
    forget()
    if let label = label(of: record) { try labels?.keep(label, db) }
    if record.id > 0 {
      // A record that comes back keeps its number.
      try PreparedStatement(db, sql: restoration).run([.integer(record.id)] + encoded(record))
      return record.id
    }
    let statement = try insert ?? PreparedStatement(db, sql: insertion)
    insert = statement
    try statement.run(encoded(record))
    return Int(db.lastInsertedRowID)
  }

  func update(_ record: Record, _ db: Database) throws {
    forget()
    let statement = try update ?? PreparedStatement(db, sql: change)
    update = statement
    let old = try labels?.label(of: record.id, db)
    try statement.run(encoded(record) + [.integer(record.id)])
    guard let old, let new = label(of: record), new != old else { return }
    try labels?.keep(new, db)
    try labels?.drop(old, db)
  }

  func delete(_ id: Int, _ db: Database) throws {
    forget()
    let statement = try delete ?? PreparedStatement(db, sql: removal)
    delete = statement
    let old = try labels?.label(of: id, db)
    try statement.run([.integer(id)])
    if let old { try labels?.drop(old, db) }
  }

  /// What a record is found by, if records of the kind are searched.
  private func label(of record: Record) -> String? {
    guard let labels, case .text(let label) = record.values[labels.slot] else { return nil }
    return label
  }

  private func encoded(_ record: Record) -> [ColumnValue] {
    var values: [ColumnValue] = []
    values.reserveCapacity(codings.count + 1)
    for (index, coding) in codings.enumerated() { values.append(coding.encode(record.values[index])) }
    return values
  }

  /// How often ``forget()`` was called: while it stays the same, so do the records.
  private(set) var revision = 0

  /// Forgets what was read: it may change.
  func forget() {
    revision += 1
    if !found.isEmpty { found.removeAll(keepingCapacity: true) }
  }

  /// Forgets all that was known of the table: a transaction ends, or part of one is taken back.
  func forgetAll() {
    forget()
    labels?.forget()
  }

  /// Ends all statements for good.
  func finalize() {
    (insert, update, delete) = (nil, nil, nil)
    labels?.finalize()
  }

  // MARK: Reading

  func record(_ id: Int, _ db: Database, remembers: Bool) throws -> Record? {
    let query = Query(kind, [Condition(RecordTable.number, .equal, .integer(id))], limit: 1)
    return try first(query, db, remembers: remembers)
  }

  private static let number = "id"

  /// A function that gives the records of a query one by one.
  ///
  /// Few records are read at once; for many the statement is the cursor's own until it ends, so that several listings
  /// may be under way.
  func records(_ query: Query, _ db: Database, isInTransaction: Bool) throws -> () throws -> Record? {
    if query.limit == 1 {
      var first = try first(query, db, remembers: isInTransaction)
      return {
        defer { first = nil }
        return first
      }
    }
    let rows = RowReader(try begin(query, .records, db))
    if isInTransaction, query.limit.map({ $0 > RecordTable.smallLimit }) ?? true {
      return { [self] in try rows.next(record) }
    }
    var records: [Record] = []
    while let record = try rows.next(record) { records.append(record) }
    var iterator = records.makeIterator()
    return { iterator.next() }
  }

  /// A number that a query comes to.
  func number(_ query: Query, _ answer: QueryShape.Answer, _ db: Database) throws -> Int {
    try RowReader(begin(query, answer, db)).next { row in
      if case .integer(let number) = try row.column(0) { return number }
      return 0
    } ?? 0
  }

  private func first(_ query: Query, _ db: Database, remembers: Bool) throws -> Record? {
    let values = encoded(query)
    let asked = FirstQuery(shape: QueryShape(query, .records, values: values), values: values)
    if remembers, let record = found[asked] { return record }
    let statement = try statements.idle(asked.shape, db)
    try statement.begin(values.filter { $0 != .null } + [.integer(1)])
    let record = try RowReader(statement).next(record)
    if remembers {
      if found.count >= RecordTable.foundLimit { found.removeAll() }
      found[asked] = .some(record)
    }
    return record
  }

  private func begin(_ query: Query, _ answer: QueryShape.Answer, _ db: Database) throws -> PreparedStatement {
    var values = encoded(query)
    let statement = try statements.idle(QueryShape(query, answer, values: values), db)
    // What asks for missing values says so without a question mark.
    values.removeAll { $0 == .null }
    if answer == .records, let limit = query.limit { values.append(.integer(limit)) }
    try statement.begin(values)
    return statement
  }

  private func encoded(_ query: Query) -> [ColumnValue] {
    query.conditions.map { condition in
      if condition.field == RecordTable.number { return ValueCoding.number.encode(condition.value) }
      guard let slot = kind.slot(of: condition.field) else {
        preconditionFailure("\(kind.name.english) has no stored field \(condition.field)")
      }
      return codings[slot].encode(condition.value)
    }
  }

  private func record(_ row: PreparedStatement) throws -> Record {
    var values: [Value] = []
    values.reserveCapacity(codings.count)
    for (index, coding) in codings.enumerated() { values.append(try coding.decode(row.column(index + 1))) }
    guard case .integer(let id) = try row.column(0) else { preconditionFailure("every record has a number") }
    return Record(kind, id: id, values: values)
  }
}
