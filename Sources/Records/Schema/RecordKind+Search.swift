import Values

extension RecordKind {
  /// By what else than handle and label records of a kind are found: their labels by a part, in pinyin and by initials,
  /// and some fields by their ends. The store keeps an index for it.
  public struct Search: Sendable {
    /// How many characters at the end of a field find a record.
    public static let tailLength = 4

    /// The text fields whose last four characters find a record: a phone's.
    public let tails: [FieldDeclaration]
    /// The number of the schema version that brought the index.
    public let since: Int

    /// Declares by what records are found.
    public init(tails: [FieldDeclaration] = [], since: Int) {
      self.tails = tails
      self.since = since
    }
  }

  /// The number in a handle of the kind: 12 for `R12`, however its letters are typed; nothing if it is none.
  public func number(ofHandle text: String) -> Int? {
    // Names of people are looked at at every line of a script; hardly any begins like a handle.
    guard case .numbered(let prefix) = handle, let first = text.utf8.first, first < 0x80 || first == 0xEF else {
      return nil
    }
    let folded = FullWidth.fold(text).uppercased()
    guard folded.hasPrefix(prefix), let number = Int(folded.dropFirst(prefix.count)), number > 0,
      folded == "\(prefix)\(number)"
    else { return nil }
    return number
  }
}
