/// One row of a listing: the values of a record, or a result computed from several.
public final class Row: Sendable {
  /// The columns that the values stand in.
  public let shape: RowShape
  /// One value for each column.
  public let values: [Value]
  /// The record that the row shows, if it shows one; the columns are those of its kind then.
  public let reference: Reference?

  /// Creates a row; `values` are as many as the shape has columns.
  public init(_ shape: RowShape, _ values: [Value], reference: Reference? = nil) {
    precondition(values.count == shape.columns.count, "a row has one value for each column")
    self.shape = shape
    self.values = values
    self.reference = reference
  }

  /// The value in a column, by either of the column's names; nothing if there is no such column.
  public subscript(name: String) -> Value? {
    shape.slot(named: name).map { values[$0] }
  }
}
