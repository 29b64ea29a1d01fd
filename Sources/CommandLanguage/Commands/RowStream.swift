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
}
