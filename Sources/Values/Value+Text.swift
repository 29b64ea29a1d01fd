extension Row: Equatable {
  /// Rows are equal when they show the same record or, showing none, the same values.
  public static func == (left: Row, right: Row) -> Bool {
    left.reference != nil ? left.reference == right.reference : left.values == right.values
  }
}

extension Value {
  /// The value as files and the journal keep it: no grouping, English names, ISO dates.
  public var exchangeText: String { "\(self)" }
}
