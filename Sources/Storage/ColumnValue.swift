/// What a column of a table holds.
enum ColumnValue: Hashable {
  case null
  case integer(Int)
  case text(String)
  case blob([UInt8])
}
