import Diagnostics

/// The columns that all rows of one listing have, in order.
public final class RowShape: Sendable {
  /// The columns.
  public let columns: [Column]
  /// The positions of the columns that a listing shows unless it is told otherwise.
  public let listed: [Int]

  /// Creates a shape. `listed` names columns in English; without it all are listed.
  public init(_ columns: [Column], listed: [String]? = nil) {
    self.columns = columns
    self.listed =
      listed.map { $0.compactMap { name in columns.firstIndex { $0.name.english == name } } } ?? Array(columns.indices)
  }

  /// Whether rows of the two shapes have the same columns, and so can stand below each other.
  public func hasColumns(of other: RowShape) -> Bool {
    self === other || columns.map(\.name) == other.columns.map(\.name)
  }

  /// The position of a column, by either of its names.
  public func slot(named name: String) -> Int? {
    columns.firstIndex { $0.name.english == name } ?? columns.firstIndex { $0.name.chinese == name }
  }

  /// Refuses to put rows in order by a column that is not for ranking, such as what people gave of their free will.
  ///
  /// - Parameter subject: the parameter that asks for the order, if one does.
  public func requireSortable(_ slot: Int, subject: String? = nil) throws {
    let column = columns[slot]
    guard !column.isSortable else { return }
    throw Diagnostic(
      .ranking,
      Localized("rows are not ranked by \(column.name.english)", "不按\(column.name.chinese)排名"),
      hint: Localized("they can be selected by it, and sorted by any other", "可按它筛选，或按其他列排序"), subject: subject)
  }
}
