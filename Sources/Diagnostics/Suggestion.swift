/// Finds what somebody meant when he mistyped a name.
public enum Suggestion {
  /// How many names are looked at, at most.
  private static let candidateLimit = 20_000

  /// The name nearest to a word, if one is near enough; of several the first.
  ///
  /// Near means: no more changes (a character added, dropped, replaced, or two swapped) than a third of the longer
  /// name, and one at least.
  public static func nearest(to word: String, in names: [String]) -> String? {
    let typed = Array(word.lowercased())
    guard !typed.isEmpty, typed.count <= 60 else { return nil }
    var best: (name: String, distance: Int)?
    for name in names.prefix(candidateLimit) {
      let candidate = Array(name.lowercased())
      let limit = max(1, max(typed.count, candidate.count) / 3)
      guard abs(candidate.count - typed.count) <= limit, candidate.count + typed.count > 2 else { continue }
      let distance = distance(typed, candidate)
      if distance <= limit, distance < (best?.distance ?? Int.max) { best = (name, distance) }
    }
    return best?.name
  }

  /// A hint that offers the nearest of the names, if one is near.
  public static func hint(for word: String, in names: [String]) -> Localized? {
    nearest(to: word, in: names).map { Localized("did you mean \($0)?", "是否想写 \($0)？") }
  }

  /// How many changes lead from one word to the other (Damerau and Levenshtein, adjacent swaps counting one).
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, first) in left.enumerated() {
      var current = [row + 1]
      for (column, second) in right.enumerated() {
        var best = min(last[column + 1] + 1, current[column] + 1, last[column] + (first == second ? 0 : 1))
        if row > 0, column > 0, first == right[column - 1], left[row - 1] == second {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
