/// The widths of columns that stand side by side.
enum ColumnWidths {
  /// What stands between two columns.
  static let gap = "  "
  /// How narrow a column of a list becomes at most.
  static let narrowest = 6

  /// How many cells a line of columns takes.
  static func line(_ widths: [Int]) -> Int { widths.reduce(0, +) + gap.count * max(0, widths.count - 1) }

  /// The widths that fit a line of `width` cells: the widest columns give way first, each down to its own `narrowest`,
  /// and those that are `fixed` not at all. They may still be too wide when nothing more gives way.
  static func fitted(_ widths: [Int], to width: Int, narrowest: [Int], fixed: Set<Int> = []) -> [Int] {
    var fitted = widths
    var excess = line(fitted) - width
    while excess > 0 {
      let yielding = fitted.indices.filter { !fixed.contains($0) && fitted[$0] > narrowest[$0] }
      guard let widest = yielding.max(by: { fitted[$0] < fitted[$1] }) else { break }
      let second = yielding.map { fitted[$0] }.filter { $0 < fitted[widest] }.max() ?? 0
      let step = min(excess, max(1, fitted[widest] - max(second, narrowest[widest])))
      fitted[widest] -= step
      excess -= step
    }
    return fitted
  }
}
