import Values

/// Rows that are handed out one by one, so that a listing of a million costs no more memory than one of ten.
public struct RowStream {
  /// The columns of every row.
  public let shape: RowShape
  private let advance: () throws -> Row?

  /// Creates a stream from a function that gives the next row, or nothing at the end.
  public init(_ shape: RowShape, _ advance: @escaping () throws -> Row?) {
    self.shape = shape
    self.advance = advance
  }

  /// A stream of rows that are there already.
  public init(_ shape: RowShape, rows: [Row]) {
    var iterator = rows.makeIterator()
    self.init(shape) { iterator.next() }
  }

  /// The next row, or nothing at the end.
  public func next() throws -> Row? { try advance() }

  /// All rows that are left.
  public func collect() throws -> [Row] {
    var rows: [Row] = []
    while let row = try advance() { rows.append(row) }
    return rows
  }

  /// The first rows only; no more than these are read.
  public func prefix(_ limit: Int) -> RowStream {
    var left = limit
    return RowStream(shape) {
      guard left > 0 else { return nil }
      left -= 1
      return try advance()
    }
  }

  /// All rows in the order of some columns, each given by its position and whether its largest value comes first.
  /// Rows that are equal keep their order; a missing value comes last.
  public func sorted(by keys: [(slot: Int, descending: Bool)]) throws -> [Row] {
    try collect().sorted { left, right in
      for (slot, descending) in keys {
        let order = try Row.order(left.values[slot], right.values[slot], descending: descending)
        if order != 0 { return order < 0 }
      }
      return false
    }
  }
}

extension Row {
  /// Below 0 when the first value comes before the second.
  fileprivate static func order(_ first: Value, _ second: Value, descending: Bool) throws -> Int {
    switch (first, second) {
    case (.none, .none): return 0
    case (.none, _): return 1
    case (_, .none): return -1
    default:
      let order = try first.compare(second) ?? 0
      return descending ? -order : order
    }
  }
}
