/// Hands out the journal's entries with their seals, one by one.
public struct JournalCursor {
  private let advance: () throws -> (entry: JournalEntry, seal: JournalSeal)?

  /// Creates a cursor from a function that gives the next entry, or nothing at the end.
  public init(_ advance: @escaping () throws -> (entry: JournalEntry, seal: JournalSeal)?) { self.advance = advance }

  /// The next entry with its seal, or nothing at the end.
  public func nextSealed() throws -> (entry: JournalEntry, seal: JournalSeal)? { try advance() }

  /// The next entry, or nothing at the end.
  public func next() throws -> JournalEntry? { try advance()?.entry }

  /// All entries that are left.
  public func collect() throws -> [JournalEntry] {
    var entries: [JournalEntry] = []
    while let entry = try next() { entries.append(entry) }
    return entries
  }
}
