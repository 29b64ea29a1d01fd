/// A name as somebody typed it, compared with the names that he may have meant.
struct MistypedName {
  /// How far a name is from what was typed.
  struct Distance {
    /// How many changes of spelling lead to it; none where it sounds the same.
    let changes: Int
    /// How much its sound differs.
    let sound: Int
  }

  /// How many characters a word that is looked at has, at most.
  private static let lengthLimit = 60

  private let letters: [Character]
  /// How it sounds, where it holds Han characters.
  private let pinyin: Pinyin?
  /// It as pinyin, where it holds Latin letters alone.
  private let spelling: [Character]?

  /// Nothing can be said of an empty word, and nobody mistypes a very long one.
  init?(_ word: String) {
    letters = Array(word.prefix(Self.lengthLimit + 1).lowercased())
    guard 1...Self.lengthLimit ~= letters.count else { return nil }
    pinyin = word.holdsHan ? Pinyin(word) : nil
    let folded = word.holdsHan ? "" : Pinyin.folded(word)
    spelling = folded.utf8.count > 1 && folded.utf8.allSatisfy { 0x61...0x7A ~= $0 } ? Array(folded) : nil
  }

  /// How far a name is from what was typed; nothing if it is not near.
  ///
  /// Near means: it sounds the same; or no more changes (a character added, dropped, replaced, or two swapped) than a
  /// third of the longer name, and one at least; or, which is the farthest, it begins as typed or holds what was typed.
  func distance(to name: String) -> Distance? {
    // The longest name that may be near has half as many characters again; a character takes some bytes.
    guard name.utf8.count <= letters.count * 8 + 64 else { return nil }
    guard name.holdsHan else { return distance(ofSpelling: Array(name.lowercased())) }
    let sound = Pinyin(name)
    if let spelling { return distance(of: spelling, to: sound) }
    guard let pinyin else { return distance(ofSpelling: Array(name.lowercased())) }
    if pinyin.syllables == sound.syllables { return Distance(changes: 0, sound: 0) }
    return distance(ofSpelling: Array(name.lowercased())).map {
      Distance(changes: $0.changes, sound: pinyin.difference(from: sound))
    }
  }

  private func distance(ofSpelling name: [Character]) -> Distance? {
    let limit = max(1, max(letters.count, name.count) / 3)
    // Of two single characters nothing is left.
    if letters.count + name.count > 2, let changes = EditDistance(limit: limit).between(letters, name) {
      return Distance(changes: changes, sound: 0)
    }
    let isBeginning = letters.count >= (pinyin == nil ? 3 : 1) && name.starts(with: letters)
    // 党员驿站 is part of 伏虎小区党员驿站; of Latin words too many hold each other by chance.
    let isPart = pinyin != nil && letters.count > 1 && name.firstRange(of: letters) != nil
    return isBeginning || isPart ? Distance(changes: limit + 1, sound: 0) : nil
  }

  /// How far a name is from letters that may be its pinyin or its initials.
  private func distance(of spelling: [Character], to name: Pinyin) -> Distance? {
    let joined = Array(name.joined)
    if joined == spelling { return Distance(changes: 0, sound: 0) }
    if Array(name.initials) == spelling { return Distance(changes: 1, sound: 0) }
    guard spelling.count > 3, EditDistance(limit: 1).between(spelling, joined) != nil else { return nil }
    return Distance(changes: 1, sound: 1)
  }
}

extension Pinyin {
  /// How many letters differ.
  fileprivate func difference(from other: Pinyin) -> Int {
    let (left, right) = (Array(joined), Array(other.joined))
    return max(1, EditDistance(limit: max(left.count, right.count)).between(left, right) ?? 0)
  }
}

extension String {
  fileprivate var holdsHan: Bool { unicodeScalars.contains { $0.properties.isIdeographic } }
}
