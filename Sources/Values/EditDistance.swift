/// How many changes lead from one word to another: a character added, dropped or replaced, or two neighbours swapped
/// (Damerau and Levenshtein, no part changed twice).
struct EditDistance {
  /// How many changes are of interest.
  let limit: Int

  /// The number of changes; nothing if it is above the limit.
  func between(_ left: [Character], _ right: [Character]) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, first) in left.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for (column, second) in right.enumerated() {
        var best = min(last[column + 1] + 1, current[column] + 1, last[column] + (first == second ? 0 : 1))
        if row > 0, column > 0, first == right[column - 1], left[row - 1] == second {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      guard current.contains(where: { $0 <= limit }) else { return nil }
      beforeLast = last
      last = current
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}
