import Values

extension JournalEntry {
  /// Whether what the entry tells of its record names another one.
  public func names(_ reference: Reference) -> Bool {
    let text = reference.journalText
    return before.contains(text) || after.contains(text)
  }
}
