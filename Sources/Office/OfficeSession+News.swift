import Diagnostics
import Records
import Values

extension OfficeSession {
  /// Begins a line: at the prompt it is remembered what is shown.
  func beginSeeing() throws {
    if transactions.isAllowed, seen == nil { seen = SeenRecords(opened: try lastEntry()) }
  }

  /// The number of the journal's last entry; another one when something was changed.
  public func lastEntry() throws -> Int {
    try store.journal(JournalQuery(order: .newestFirst, limit: 1)).next()?.number ?? 0
  }

  /// Tells whoever has just changed records what others have changed of them since he last saw them.
  func tellNews() throws {
    guard let references = seen?.takeAcknowledged() else { return }
    for reference in references {
      for entry in try seen?.news(of: reference, in: store, besides: store.openTransaction) ?? [] {
        try tell(entry)
      }
    }
  }

  private func tell(_ entry: JournalEntry) throws {
    let record = handle(of: entry.subject)
    let (change, moment) = (ChangeText(entry, self).text, text(of: .moment(entry.moment)))
    let line = Localized(
      "\(record): since you last saw it, \(entry.by) \(change) (\(moment), entry \(entry.number))",
      "\(record)：在您上次看到之后，\(entry.by)\(change)（\(moment)，日志第 \(entry.number) 条）")
    try say { try $0(TerminalText.safe(line[language]) + "\n") }
  }
}
