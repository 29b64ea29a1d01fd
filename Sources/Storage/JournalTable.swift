import GRDB
import Records
import Values

/// The journal's table.
final class JournalTable {
  private var insert: PreparedStatement?
  private var lastEntry: PreparedStatement?
  /// Number and link of the last entry, as long as nobody else can have added one.
  private var last: (number: Int, link: [UInt8])?
  /// The number of the open transaction's first entry.
  private(set) var first: Int?
  private var salts = SaltSource()
  // Entries of one second stand together, and the second's text takes longer to make than to keep.
  private var moment = (value: Moment(seconds: 0), text: Moment(seconds: 0).exchangeText)

  // MARK: Writing

  private static let columns = [
    "number", "\"transaction\"", "moment", "by", "origin", "command", "act", "kind", "record", "before", "after",
    "undoes", "erased", "salt", "content", "link",
  ]

  /// Adds an entry at the end and returns its number.
  func append(_ entry: JournalEntry, _ db: Database) throws -> Int {
    let last = try last ?? readLast(db)
    var entry = entry
    entry.number = last.number + 1
    // What the transaction wrote first may have been taken back since.
    if let first, first > entry.number { self.first = nil }
    entry.transaction = first ?? entry.number
    first = entry.transaction
    let seal = JournalSeal(entry, after: last.link, salt: salts.next())
    if entry.moment != moment.value { moment = (entry.moment, entry.moment.exchangeText) }
    let statement = try insert ?? PreparedStatement(db, sql: JournalTable.insertion)
    insert = statement
    try statement.run([
      .integer(entry.number), .integer(entry.transaction), .text(moment.text), .text(entry.by), .text(entry.origin),
      .text(entry.command), .text(entry.act), .text(entry.subject.kind), .integer(entry.subject.id),
      .text(entry.before), .text(entry.after), entry.undoes.map { .integer($0) } ?? .null,
      entry.erased.map { .integer($0) } ?? .null, .blob(seal.salt), .null, .blob(seal.link),
    ])
    self.last = (entry.number, seal.link)
    return entry.number
  }

  private static let insertion =
    "INSERT INTO journal (\(columns.joined(separator: ", "))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))"

  /// Empties entries; the table lets this one change through, once. What they said stays as a digest, and with it the
  /// chain.
  func erase(_ numbers: [Int], because reason: Int, _ db: Database) throws {
    let statement = try PreparedStatement(
      db,
      sql:
        "UPDATE journal SET command = '', before = '', after = '', salt = x'', content = ?, erased = ? WHERE number = ?"
    )
    for number in numbers {
      guard let (entry, seal) = try entries(JournalQuery(numbers: number...number), db).nextSealed() else { continue }
      let content = JournalSeal.content(of: entry, salt: seal.salt)
      try statement.run([.blob(content), .integer(reason), .integer(number)])
    }
  }

  private func readLast(_ db: Database) throws -> (number: Int, link: [UInt8]) {
    let statement =
      try lastEntry
      ?? PreparedStatement(db, sql: "SELECT number, link FROM journal ORDER BY number DESC LIMIT 1")
    lastEntry = statement
    try statement.begin([])
    let row = try RowReader(statement).next { (number: try $0.integer(0), link: try $0.blob(1)) }
    return row ?? (0, JournalSeal.origin)
  }

  /// Forgets how far the journal goes: entries may have been taken back.
  func forget() { last = nil }

  /// Says that what comes belongs to another transaction; others may write in between.
  func endTransaction() { (last, first) = (nil, nil) }

  /// Ends its statements for good.
  func finalize() { (insert, lastEntry) = (nil, nil) }

  // MARK: Reading

  /// The entries that a query asks for; the statement is the cursor's own.
  func entries(_ query: JournalQuery, _ db: Database) throws -> JournalCursor {
    var (conditions, values) = (["number BETWEEN ? AND ?"], [ColumnValue]())
    values = [.integer(query.numbers.lowerBound), .integer(query.numbers.upperBound)]
    func add(_ condition: String, _ value: ColumnValue?) {
      guard let value else { return }
      conditions.append(condition)
      values.append(value)
    }
    add("kind = ?", query.subject.map { .text($0.kind) })
    add("record = ?", query.subject.map { .integer($0.id) })
    add("by = ?", query.by.map { .text($0) })
    add("act = ?", query.act.map { .text($0) })
    add("moment >= ?", query.since.map { .text($0.exchangeText) })
    add("moment <= ?", query.until.map { .text($0.exchangeText) })
    add("\"transaction\" = ?", query.transaction.map { .integer($0) })
    let order =
      switch query.order {
      case .oldestFirst: "number"
      case .newestFirst: "number DESC"
      case .byRecord: "kind, record, number"
      }
    let limit = query.limit.map { " LIMIT \($0)" } ?? ""
    let statement = try PreparedStatement(
      db,
      sql: "SELECT \(JournalTable.columns.joined(separator: ", ")) FROM journal"
        + " WHERE \(conditions.joined(separator: " AND ")) ORDER BY \(order)\(limit)")
    try statement.begin(values)
    let rows = RowReader(statement)
    return JournalCursor { try rows.next(JournalTable.entry) }
  }

  private static func entry(_ row: PreparedStatement) throws -> (entry: JournalEntry, seal: JournalSeal) {
    let entry = JournalEntry(
      number: try row.integer(0), transaction: try row.integer(1),
      moment: Moment(exchange: try row.text(2)) ?? unreadable, by: try row.text(3), origin: try row.text(4),
      command: try row.text(5), act: try row.text(6),
      subject: Reference(kind: try row.text(7), id: try row.integer(8)), before: try row.text(9),
      after: try row.text(10), undoes: try row.optionalInteger(11), erased: try row.optionalInteger(12))
    let content = try row.column(14) == .null ? nil : row.blob(14)
    return (entry, JournalSeal(salt: try row.blob(13), content: content, link: try row.blob(15)))
  }

  /// What was written otherwise than this program writes is no moment of the journal, and comes out as the year 1.
  private static let unreadable = Moment(seconds: -62_135_596_800)
}
