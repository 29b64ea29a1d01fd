import Values

/// What is known of a value before the script runs.
enum StaticType {
  /// Nothing.
  case unknown
  /// A single value of a type.
  case scalar(ValueType)
  /// One row with these columns.
  case row(RowShape)
  /// A list of rows with these columns.
  case rows(RowShape)
}
