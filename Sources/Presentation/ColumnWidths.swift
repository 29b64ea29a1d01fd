/// The widths of columns that stand side by side.
enum ColumnWidths {
  /// What stands between two columns.
  static let gap = "  "

  /// The widths that fit a line of `width` cells: the widest columns give way first, none below `narrowest`, and those
  /// that are `fixed` not at all.
  static func fitted(_ widths: [Int], to width: Int, narrowest: Int = 6, fixed: Set<Int> = []) -> [Int] {
    var fitted = widths
    let yielding = fitted.indices.filter { !fixed.contains($0) }
    var excess = fitted.reduce(0, +) + gap.count * max(0, fitted.count - 1) - width
    while excess > 0, let widest = yielding.max(by: { fitted[$0] < fitted[$1] }), fitted[widest] > narrowest {
      let second = yielding.map { fitted[$0] }.filter { $0 < fitted[widest] }.max() ?? narrowest
      let step = min(excess, max(1, fitted[widest] - max(second, narrowest)))
      fitted[widest] -= step
      excess -= step
    }
    return fitted
  }
}
