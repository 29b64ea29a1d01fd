import GRDB
import Records
import Values

/// The labels of one kind, each once, with the keys under which it is found; kept right with every change of a record.
///
/// People of one name share an entry: a town of 300,000 has some thousand names, and writing a resident whose name is
/// there costs a look into a set. What is looked for is looked for in all keys: as few entries are read in a moment,
/// and finding nothing takes no longer than finding something.
final class LabelTable {
  /// How many labels are remembered as being there.
  private static let knownLimit = 100_000

  let slot: Int
  private let kind: RecordKind
  private let table: String
  private let column: String
  /// Labels that are in the table for as long as this transaction lasts.
  private var known: Set<String> = []
  private var insertion: PreparedStatement?

  /// The table of a kind's labels; nothing for a kind that is not searched.
  init?(_ kind: RecordKind) {
    guard kind.search != nil, let label = kind.label, let slot = kind.slot(of: label) else { return nil }
    self.kind = kind
    self.slot = slot
    table = SQL.name(kind.name.english + "-label")
    column = SQL.name(label)
  }

  /// The statement that makes it.
  var creation: String { "CREATE TABLE \(table) (label TEXT PRIMARY KEY, keys TEXT NOT NULL) WITHOUT ROWID" }

  /// Enters the labels of all records that are there.
  func fill(_ db: Database) throws {
    let labels = try String.fetchAll(db, sql: "SELECT DISTINCT \(column) FROM \(SQL.name(kind.name.english))")
    for label in labels { try keep(label, db) }
    forget()
  }

  // MARK: Changing

  /// Enters a label, unless it is there.
  func keep(_ label: String, _ db: Database) throws {
    if known.contains(label) { return }
    let statement = try insertion ?? PreparedStatement(db, sql: "INSERT OR IGNORE INTO \(table) VALUES (?, ?)")
    insertion = statement
    try statement.run([.text(label), .text(LabelKeys.text(of: label))])
    if known.count >= LabelTable.knownLimit { known.removeAll() }
    known.insert(label)
  }

  /// The label of a record that is about to change or go.
  func label(of id: Int, _ db: Database) throws -> String? {
    try String.fetchOne(
      db, sql: "SELECT \(column) FROM \(SQL.name(kind.name.english)) WHERE id = ?", arguments: [id])
  }

  /// Removes a label that no record has any more: nothing of a name is to stay when its last bearer is gone.
  func drop(_ label: String, _ db: Database) throws {
    known.remove(label)
    try db.execute(
      sql: """
        DELETE FROM \(table) WHERE label = ?1
          AND NOT EXISTS (SELECT 1 FROM \(SQL.name(kind.name.english)) WHERE \(column) = ?1)
        """, arguments: [label])
  }

  /// Forgets which labels are there: that may change.
  func forget() {
    if !known.isEmpty { known.removeAll(keepingCapacity: true) }
  }

  /// Ends its statement for good.
  func finalize() { insertion = nil }

  // MARK: Finding

  /// The labels that a pattern finds, the best matches first.
  func labels(matching pattern: LabelPattern, limit: Int, _ db: Database) throws -> [String] {
    let rows = RowReader(
      try begin("SELECT label FROM (\(matches)) ORDER BY match, label LIMIT ?4", pattern, [.integer(limit)], db))
    var labels: [String] = []
    while let label = try rows.next({ try $0.column(0) }) {
      if case .text(let text) = label { labels.append(text) }
    }
    return labels
  }

  /// The numbers of the records whose labels a pattern finds.
  func numbers(matching pattern: LabelPattern, _ db: Database) throws -> [(id: Int, match: LabelPattern.Match)] {
    let records = SQL.name(kind.name.english)
    var sql = "SELECT id, match FROM (\(matches)) CROSS JOIN \(records) ON \(column) = label"
    if let successor = kind.departure?.successor {
      sql += " WHERE id NOT IN (SELECT id FROM \(records) WHERE \(SQL.name(successor.name.english)) IS NOT NULL)"
    }
    let rows = RowReader(try begin(sql, pattern, [], db))
    var numbers: [(id: Int, match: LabelPattern.Match)] = []
    while let row = try rows.next({ (try $0.column(0), try $0.column(1)) }) {
      guard case (.integer(let id), .integer(let rank)) = row else { continue }
      numbers.append((id, LabelPattern.Match(rawValue: rank) ?? .part))
    }
    return numbers
  }

  private func begin(
    _ sql: String, _ pattern: LabelPattern, _ more: [ColumnValue], _ db: Database
  ) throws -> PreparedStatement {
    let statement = try PreparedStatement(db, sql: sql)
    try statement.begin([.text(pattern.exact), .text(pattern.beginning), .text(pattern.part)] + more)
    return statement
  }

  /// The labels that a pattern finds, with how well each matches; its question marks are the pattern's texts.
  private var matches: String {
    """
    SELECT label, CASE WHEN instr(keys, ?1) THEN 0 WHEN instr(keys, ?2) THEN 1 ELSE 2 END AS match
      FROM \(table) WHERE instr(keys, ?2) OR instr(keys, ?3)
    """
  }
}
