import GRDB
import Records
import struct Records.Record
import struct Records.RecordCursor
import Values

/// One kind's table: its statements, written once, and the codings of its columns.
struct RecordTable {
  let kind: RecordKind
  private let codings: [ValueCoding]
  private let insertion: String
  private let change: String
  private let lookup: String
  private let selection: String
  private let removal: String

  /// How many records a query may ask for to be read at once rather than as they are needed.
  private static let smallLimit = 64

  init(kind: RecordKind) {
    self.kind = kind
    codings = kind.fields.map { ValueCoding(type: $0.type) }
    let table = SQL.name(kind.name.english)
    let columns = kind.fields.map { SQL.name($0.name.english) }
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    insertion = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
    change = "UPDATE \(table) SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?"
    selection = "SELECT id, \(columns.joined(separator: ", ")) FROM \(table)"
    lookup = selection + " WHERE id = ?"
    removal = "DELETE FROM \(table) WHERE id = ?"
  }

  func insert(_ record: Record, _ db: Database) throws -> Int {
    let statement = try db.cachedStatement(sql: insertion)
    statement.setUncheckedArguments(StatementArguments(encoded(record)))
    try statement.execute()
    return Int(db.lastInsertedRowID)
  }

  func update(_ record: Record, _ db: Database) throws {
    let statement = try db.cachedStatement(sql: change)
    statement.setUncheckedArguments(StatementArguments(encoded(record) + [record.id.databaseValue]))
    try statement.execute()
  }

  func delete(_ id: Int, _ db: Database) throws {
    let statement = try db.cachedStatement(sql: removal)
    statement.setUncheckedArguments([id])
    try statement.execute()
  }

  func record(_ id: Int, _ db: Database) throws -> Record? {
    let statement = try db.cachedStatement(sql: lookup)
    return try GRDB.Row.fetchOne(statement, arguments: [id]).map(record)
  }

  /// A function that gives the records of a query one by one.
  ///
  /// Few records are read at once, with a statement that is kept; for many the statement is the cursor's own, so that
  /// several listings may be under way.
  func records(_ query: Query, _ db: Database, atOnce: Bool) throws -> () throws -> Record? {
    let text = QueryText(query)
    let sql = selection + text.conditions + text.order + text.limit
    let arguments = StatementArguments(text.arguments)
    if atOnce || query.limit.map({ $0 <= RecordTable.smallLimit }) == true {
      let rows = try GRDB.Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
      var records = try rows.map(record).makeIterator()
      return { records.next() }
    }
    let cursor = try GRDB.Row.fetchCursor(db.makeStatement(sql: sql), arguments: arguments)
    return { try cursor.next().map(record) }
  }

  private func encoded(_ record: Record) -> [DatabaseValue] {
    zip(codings, record.values).map { $0.encode($1) }
  }

  private func record(_ row: GRDB.Row) throws -> Record {
    var values: [Value] = []
    values.reserveCapacity(codings.count)
    for (index, coding) in codings.enumerated() { values.append(try coding.decode(row[index + 1])) }
    return Record(kind, id: row[0], values: values)
  }
}
