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
  /// What was read by one query, as long as a transaction keeps it from changing: single records and sums. Lists are not
  /// kept.
  private var found: [Question: Answer] = [:]
  /// The records that were asked for by a number alone, their own or that of a record that they name, as long.
  private var numbered: [Int: Record?] = [:]

  /// How many records a query may ask for to be read at once rather than as they are needed.
  private static let smallLimit = 64
  /// How many answers are remembered.
  private static let foundLimit = 10_000

  /// A query with its values.
  private struct Question: Hashable {
    let shape: QueryShape
    let values: [ColumnValue]
  }

  /// What a query comes to.
  private enum Answer {
    case record(Record?)
    case number(Int)
    case totals([Total])
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
    if !numbered.isEmpty { numbered.removeAll(keepingCapacity: true) }
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
    return remembers ? try remembered(id, query, db) : try ask(query, db)
  }

  private static let number = "id"

  /// A function that gives the records of a query one by one.
  ///
  /// Few records are read at once; for many the statement is the cursor's own until it ends, so that several listings
  /// may be under way.
  func records(_ query: Query, _ db: Database, isInTransaction: Bool) throws -> () throws -> Record? {
    let rows = RowReader(try begin(question(query, .records), query.limit, db))
    if isInTransaction, query.limit.map({ $0 > RecordTable.smallLimit }) ?? true {
      return { [self] in try rows.next(record) }
    }
    var records: [Record] = []
    while let record = try rows.next(record) { records.append(record) }
    var iterator = records.makeIterator()
    return { iterator.next() }
  }

  /// A number that a query comes to.
  func number(_ query: Query, _ asked: QueryShape.Answer, _ db: Database, remembers: Bool) throws -> Int {
    let question = question(query, asked)
    if remembers, case .number(let number) = found[question] { return number }
    let number =
      try RowReader(begin(question, nil, db)).next { row in
        if case .integer(let number) = try row.column(0) { return number }
        return 0
      } ?? 0
    if remembers { remember(.number(number), question) }
    return number
  }

  /// Counts and sums of a field for each value of another.
  func totals(_ field: String, by group: String, _ query: Query, _ db: Database, remembers: Bool) throws -> [Total] {
    guard let slot = kind.slot(of: group) else {
      preconditionFailure("\(kind.name.english) has no stored field \(group)")
    }
    let question = question(query, .totals(field, by: group))
    if remembers, case .totals(let totals) = found[question] { return totals }
    let rows = RowReader(try begin(question, nil, db))
    var totals: [Total] = []
    while let total = try rows.next({ row in
      guard case .integer(let count) = try row.column(1), case .integer(let sum) = try row.column(2) else {
        preconditionFailure("counts and sums are whole numbers")
      }
      return Total(value: try codings[slot].decode(row.column(0)), count: count, sum: sum)
    }) { totals.append(total) }
    if remembers { remember(.totals(totals), question) }
    return totals
  }

  /// The first record of a query.
  func first(_ query: Query, _ db: Database, remembers: Bool) throws -> Record? {
    var query = query
    query.limit = 1
    guard remembers else { return try ask(query, db) }
    // Scripts ask so at nearly every line, and a number is hashed sooner than a question.
    if let key = key(of: query) { return try remembered(key, query, db) }
    let question = question(query, .records)
    if case .record(let record) = found[question] { return record }
    let record = try RowReader(begin(question, 1, db)).next(record)
    remember(.record(record), question)
    return record
  }

  private func ask(_ query: Query, _ db: Database) throws -> Record? {
    try RowReader(begin(question(query, .records), query.limit, db)).next(record)
  }

  /// What a query is remembered by that asks for the first record which names another, and for nothing else.
  private func key(of query: Query) -> Int? {
    guard query.conditions.count == 1, query.conditions[0].comparison == .equal, !query.onlyCurrent,
      !query.newestFirst, query.order.isEmpty, case .reference(let reference) = query.conditions[0].value,
      let slot = kind.slot(of: query.conditions[0].field), case .reference(let kinds) = kind.fields[slot].type,
      kinds.count == 1, reference.id >> 40 == 0
    else { return nil }
    return (slot + 1) << 40 | reference.id
  }

  /// What was found under a number, or else what a query gives, which stands under it from now on.
  private func remembered(_ key: Int, _ query: Query, _ db: Database) throws -> Record? {
    if let record = numbered[key] { return record }
    let record = try ask(query, db)
    if numbered.count >= RecordTable.foundLimit { numbered.removeAll() }
    numbered[key] = .some(record)
    return record
  }

  private func remember(_ answer: Answer, _ question: Question) {
    if found.count >= RecordTable.foundLimit { found.removeAll() }
    found[question] = answer
  }

  private func question(_ query: Query, _ answer: QueryShape.Answer) -> Question {
    let values = encoded(query)
    return Question(shape: QueryShape(query, answer, values: values), values: values)
  }

  private func begin(_ question: Question, _ limit: Int?, _ db: Database) throws -> PreparedStatement {
    let statement = try statements.idle(question.shape, db)
    // What asks for missing values says so without a question mark.
    try statement.begin(question.values.filter { $0 != .null } + (limit.map { [.integer($0)] } ?? []))
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
