/// What a column of a table holds.
enum ColumnValue: Hashable {
  case null
  case integer(Int)
  case text(String)
  case blob([UInt8])
}

extension ColumnValue {
  /// The content as it is written in SQL.
  var sqlLiteral: String {
    switch self {
    case .null: "NULL"
    case .integer(let number): String(number)
    case .blob(let bytes): "x'" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "'"
    case .text(let text): "'\(text.replacing("'", with: "''"))'"
    }
  }
}
