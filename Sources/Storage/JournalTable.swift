import GRDB
import Records
import Values

/// The journal's table.
final class JournalTable {
  private var insert: PreparedStatement?
  // Entries of one second stand together, and the second's text takes longer to make than to keep.
  private var moment = (value: Moment(seconds: 0), text: Moment(seconds: 0).exchangeText)

  /// Adds an entry at the end and returns its number.
  func append(_ entry: JournalEntry, _ db: Database) throws -> Int {
    let statement =
      try insert
      ?? PreparedStatement(
        db,
        sql:
          "INSERT INTO journal (moment, by, origin, act, kind, record, before, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    insert = statement
    if entry.moment != moment.value { moment = (entry.moment, entry.moment.exchangeText) }
    try statement.run([
      .text(moment.text), .text(entry.by), .text(entry.origin), .text(entry.act), .text(entry.subject.kind),
      .integer(entry.subject.id), .text(entry.before), .text(entry.after),
    ])
    return Int(db.lastInsertedRowID)
  }

  /// The entries, newest last; of one record, or the newest only.
  func entries(about reference: Reference?, limit: Int?, _ db: Database) throws -> [JournalEntry] {
    let condition = reference == nil ? "" : " WHERE kind = ? AND record = ?"
    let arguments: [any DatabaseValueConvertible] = reference.map { [$0.kind, $0.id] } ?? []
    let sql = "SELECT * FROM journal\(condition) ORDER BY number DESC\(limit.map { " LIMIT \($0)" } ?? "")"
    return try Row.fetchAll(db, sql: sql, arguments: StatementArguments(arguments)).reversed().map { row in
      JournalEntry(
        number: row["number"], moment: Moment(row["moment"]) ?? Moment(seconds: 0), by: row["by"],
        origin: row["origin"], act: row["act"], subject: Reference(kind: row["kind"], id: row["record"]),
        before: row["before"], after: row["after"])
    }
  }

  /// Ends its statement for good.
  func finalize() { insert = nil }
}
