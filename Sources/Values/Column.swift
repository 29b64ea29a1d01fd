/// One named, typed place of a row.
public struct Column: Sendable {
  /// What the column is called; also its heading.
  public let name: Name
  /// What its values are.
  public let type: ValueType
  /// Whether rows may be put in order by it.
  public let isSortable: Bool
  /// Whether a yes is for somebody to look at.
  public let isWarning: Bool

  /// Creates a column.
  public init(_ name: Name, _ type: ValueType, isSortable: Bool = true, isWarning: Bool = false) {
    self.name = name
    self.type = type
    self.isSortable = isSortable
    self.isWarning = isWarning
  }
}
