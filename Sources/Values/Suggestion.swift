import Diagnostics

/// Finds what somebody meant when he mistyped a name: by its spelling, and for Chinese names by its sound, for an input
/// method turns one sound into another character (湖建国), and who has none at hand types letters (`hujianguo`, `hjg`).
public enum Suggestion {
  /// How many names are looked at, at most.
  public static let candidateLimit = 20_000

  /// The name nearest to a word, if one is near enough; of several the first.
  public static func nearest(to word: String, in names: some Sequence<String>) -> String? {
    nearest(1, to: word, in: names).first
  }

  /// The names nearest to a word that are equally many changes of spelling away, those that sound most alike first and
  /// then in their order; at most so many.
  public static func nearest(_ count: Int, to word: String, in names: some Sequence<String>) -> [String] {
    guard let typed = MistypedName(word) else { return [] }
    var found: [(name: String, distance: MistypedName.Distance)] = []
    for name in names.prefix(candidateLimit) {
      guard let distance = typed.distance(to: name) else { continue }
      if let best = found.first?.distance, distance.changes > best.changes { continue }
      found.removeAll { $0.distance.changes > distance.changes }
      found.insert((name, distance), at: found.firstIndex { distance.sound < $0.distance.sound } ?? found.endIndex)
      if found.count > count { found.removeLast() }
    }
    return found.map(\.name)
  }

  /// A hint that offers the nearest of the names, if one is near.
  public static func hint(for word: String, in names: some Sequence<String>) -> Localized? {
    nearest(to: word, in: names).map { Localized("did you mean \($0)?", "是否想写 \($0)？") }
  }
}
