import Records
import Values

/// The table that a kind of record is kept in.
struct TableDefinition {
  let kind: RecordKind

  /// The statements that make the table as it is in a schema version.
  func creation(in version: Int) -> [String] {
    guard kind.since <= version else { return [] }
    return [creation(SQL.name(kind.name.english), in: version)] + indices(since: 1...version)
  }

  /// The statements with which a schema version makes the table, or changes that of the version before.
  func changes(in version: Int) -> [String] {
    guard kind.since < version else { return creation(in: version) }
    let isRebuilt = kind.fields.contains { $0.optionalSince == version }
    return kind.fields.filter { $0.since == version }.map(addition) + (isRebuilt ? rebuilding(in: version) : [])
      + indices(since: (isRebuilt ? 1 : version)...version)
  }

  /// The table of the labels, if one of some versions brings it.
  func labels(since versions: ClosedRange<Int>) -> LabelTable? {
    guard let search = kind.search, versions ~= max(search.since, kind.since) else { return nil }
    return LabelTable(kind)
  }

  /// The statements that make the indices that some versions bring.
  private func indices(since versions: ClosedRange<Int>) -> [String] {
    kind.fields.filter { versions ~= max($0.since, kind.since) }.compactMap(index)
      + kind.indices.filter { versions ~= max($0.since, kind.since) }.map(creation)
      + departedIndex(since: versions) + tailIndices(since: versions)
  }

  private func creation(_ name: String, in version: Int) -> String {
    let fields = kind.fields.filter { $0.since <= version }
    let columns = fields.map { column($0, in: version) }
    let unique = kind.uniqueTogether.map { "UNIQUE (\($0.map(SQL.name).joined(separator: ", ")))" }
    let parts = ["id INTEGER PRIMARY KEY AUTOINCREMENT"] + columns + unique
    return "CREATE TABLE \(name) (\(parts.joined(separator: ", ")))"
  }

  private func addition(of field: FieldDeclaration) -> String {
    // A column added to records that are there cannot demand a value of them.
    "ALTER TABLE \(SQL.name(kind.name.english)) ADD COLUMN \(column(field, in: nil))"
  }

  /// The statement that makes an index over several fields.
  func creation(of index: RecordKind.Index) -> String {
    let name = SQL.name(([kind.name.english, "by"] + index.fields).joined(separator: "_"))
    return
      "CREATE INDEX \(name) ON \(SQL.name(kind.name.english)) (\(index.fields.map(SQL.name).joined(separator: ", ")))"
  }

  /// SQLite cannot let a column go without values that had to have one: the table is made anew and filled from the old
  /// one. Its numbers go on where they were, for none is used twice. Its indices go with the old one.
  private func rebuilding(in version: Int) -> [String] {
    let name = SQL.name(kind.name.english)
    let copy = SQL.name(kind.name.english + "-rebuilt")
    let fields = kind.fields.filter { $0.since <= version }
    let columns = (["id"] + fields.map { SQL.name($0.name.english) }).joined(separator: ", ")
    let (old, new) = (SQL.text(name), SQL.text(copy))
    return [
      creation(copy, in: version),
      "INSERT INTO \(copy) (\(columns)) SELECT \(columns) FROM \(name)",
      "DELETE FROM sqlite_sequence WHERE name = \(new)",
      "INSERT INTO sqlite_sequence SELECT \(new), seq FROM sqlite_sequence WHERE name = \(old)",
      "DROP TABLE \(name)",
      "ALTER TABLE \(copy) RENAME TO \(name)",
    ]
  }

  /// - Parameter version: the schema version as of which the table is made; nothing for a column that is added.
  private func column(_ field: FieldDeclaration, in version: Int?) -> String {
    var text = "\(SQL.name(field.name.english)) \(field.type.sqlType)"
    if let version {
      if field.isRequired || field.optionalSince ?? 0 > version { text += " NOT NULL" }
      if field.isUnique { text += " UNIQUE" }
    } else if field.defaultValue.isPresent {
      text += " DEFAULT \(ValueCoding(type: field.type).encode(field.defaultValue).sqlLiteral)"
    }
    if case .reference(let kinds) = field.type, kinds.count == 1 {
      text += " REFERENCES \(SQL.name(kinds[0]))(id)"
    }
    return text
  }

  private func index(_ field: FieldDeclaration) -> String? {
    var isReference = false
    if case .reference = field.type { isReference = true }
    let isLabel = field.name.english == kind.label
    let isDeparture = kind.departure?.fields.contains { $0 === field } ?? false
    guard (field.isIndexed || isReference || isLabel) && !field.isUnique && !isDeparture else { return nil }
    let name = "\(kind.name.english)_\(field.name.english)"
    return "CREATE INDEX \(SQL.name(name)) ON \(SQL.name(kind.name.english)) (\(SQL.name(field.name.english)))"
  }

  /// The index of the records that belong to the past; those of the present do not stand in it.
  private func departedIndex(since versions: ClosedRange<Int>) -> [String] {
    guard let departure = kind.departure, versions ~= max(departure.since, kind.since) else { return [] }
    let columns = departure.fields.map { SQL.name($0.name.english) }
    let condition = columns.map { "\($0) IS NOT NULL" }.joined(separator: " OR ")
    return [
      "CREATE INDEX \(SQL.name(kind.name.english + "-departed")) ON \(SQL.name(kind.name.english)) "
        + "(\(columns.joined(separator: ", "))) WHERE \(condition)"
    ]
  }

  private func tailIndices(since versions: ClosedRange<Int>) -> [String] {
    guard let search = kind.search, versions ~= max(search.since, kind.since) else { return [] }
    return search.tails.map { field in
      let name = SQL.name("\(kind.name.english)-\(field.name.english)-tail")
      return "CREATE INDEX \(name) ON \(SQL.name(kind.name.english)) (\(SQL.tail(of: SQL.name(field.name.english))))"
    }
  }
}

/// Names in SQL.
enum SQL {
  /// A declared name as an SQL identifier.
  static func name(_ name: String) -> String {
    var bytes = Array(name.utf8)
    for index in bytes.indices where bytes[index] == UInt8(ascii: "-") { bytes[index] = UInt8(ascii: "_") }
    return "\"" + String(decoding: bytes, as: UTF8.self) + "\""
  }

  /// An identifier as a text.
  static func text(_ identifier: String) -> String { "'\(identifier.dropFirst().dropLast())'" }

  /// A path as a part of the name of a database (SQLite's URI filenames).
  static func uri(_ path: String) -> String {
    path.utf8.reduce(into: "") { text, byte in
      let isPlain = byte != UInt8(ascii: "%") && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#")
      text +=
        isPlain && byte < 0x80 ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
  }

  /// The end of a column's text; an index is kept of this very expression.
  static func tail(of column: String) -> String { "substr(\(column), -\(RecordKind.Search.tailLength))" }
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
