import Records
import Values

/// The table that a kind of record is kept in.
struct TableDefinition {
  let kind: RecordKind

  /// The statements that make the table as it was in the schema version that brought it, and its indices.
  var creation: [String] {
    let fields = kind.fields.filter { $0.since <= kind.since }
    let columns = fields.map { column($0) }
    let unique = kind.uniqueTogether.map { "UNIQUE (\($0.map(SQL.name).joined(separator: ", ")))" }
    let parts = ["id INTEGER PRIMARY KEY AUTOINCREMENT"] + columns + unique
    return ["CREATE TABLE \(SQL.name(kind.name.english)) (\(parts.joined(separator: ", ")))"] + fields.compactMap(index)
      + kind.indices.filter { $0.since <= kind.since }.map(creation)
  }

  /// The statements that add a field which a later schema version brought.
  func addition(of field: FieldDeclaration) -> [String] {
    ["ALTER TABLE \(SQL.name(kind.name.english)) ADD COLUMN \(column(field, isAddition: true))"]
      + [index(field)].compactMap { $0 }
  }

  /// The statement that makes an index over several fields.
  func creation(of index: RecordKind.Index) -> String {
    let name = SQL.name(([kind.name.english, "by"] + index.fields).joined(separator: "_"))
    return
      "CREATE INDEX \(name) ON \(SQL.name(kind.name.english)) (\(index.fields.map(SQL.name).joined(separator: ", ")))"
  }

  private func column(_ field: FieldDeclaration, isAddition: Bool = false) -> String {
    var text = "\(SQL.name(field.name.english)) \(field.type.sqlType)"
    // A column added to records that are there cannot demand a value of them; it gives them its default.
    if field.isRequired, !isAddition { text += " NOT NULL" }
    if isAddition, field.defaultValue.isPresent {
      text += " DEFAULT \(ValueCoding(type: field.type).encode(field.defaultValue).sqlLiteral)"
    }
    if field.isUnique, !isAddition { text += " UNIQUE" }
    if case .reference(let kinds) = field.type, kinds.count == 1 {
      text += " REFERENCES \(SQL.name(kinds[0]))(id)"
    }
    return text
  }

  private func index(_ field: FieldDeclaration) -> String? {
    var isReference = false
    if case .reference = field.type { isReference = true }
    let isLabel = field.name.english == kind.label
    guard (field.isIndexed || isReference || isLabel) && !field.isUnique else { return nil }
    let name = "\(kind.name.english)_\(field.name.english)"
    return "CREATE INDEX \(SQL.name(name)) ON \(SQL.name(kind.name.english)) (\(SQL.name(field.name.english)))"
  }
}

/// Names in SQL.
enum SQL {
  /// A declared name as an SQL identifier.
  static func name(_ name: String) -> String { "\"\(name.replacing("-", with: "_"))\"" }
}

extension ValueType {
  /// The type of the column that values are kept in.
  var sqlType: String {
    switch self {
    case .integer, .money, .yesNo: "INTEGER"
    case .reference(let kinds): kinds.count == 1 ? "INTEGER" : "TEXT"
    default: "TEXT"
    }
  }
}
