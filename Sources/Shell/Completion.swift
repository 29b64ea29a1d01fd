/// What Tab offers for the word before the cursor.
public struct Completion: Sendable, Equatable {
  /// One possible continuation.
  public struct Candidate: Sendable, Hashable {
    /// The whole word.
    public let text: String
    /// What it is, in a few words.
    public let description: String
    /// Whether something follows directly, as behind `amount=`.
    public let isOpen: Bool
    /// Whether it was found otherwise than by how it begins: a name by its pinyin.
    public let isFound: Bool

    /// Creates a candidate.
    public init(_ text: String, _ description: String = "", isOpen: Bool = false, isFound: Bool = false) {
      self.text = text
      self.description = description
      self.isOpen = isOpen
      self.isFound = isFound
    }
  }

  /// The part of the word that candidates take the place of.
  public let word: String
  /// The candidates for the word, in order.
  public let candidates: [Candidate]

  /// Keeps the candidates that begin with a word, and those that were found by it.
  public init(replacing word: String, _ candidates: [Candidate]) {
    self.word = word
    var seen: Set<String> = []
    self.candidates = candidates.filter { candidate in
      // A name that wants quotes may be begun without them.
      let name = word.hasPrefix("\"") ? candidate.text[...] : candidate.text.drop { $0 == "\"" }
      return (candidate.isFound || name.lowercased().hasPrefix(word.lowercased()))
        && seen.insert(candidate.text).inserted
    }
  }
}
