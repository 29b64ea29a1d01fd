import Records
import Values

/// Which records a prompt has shown, and as of which entry of the journal: what others change later is told to whoever
/// changes such a record next (decision 15).
struct SeenRecords {
  /// How many records are remembered; beyond that all count as not shown, and somebody may be told what he has seen.
  private static let limit = 100_000

  /// The journal's last entry when the prompt was opened.
  private let opened: Int
  private var entries: [Reference: Int] = [:]
  /// What the line at hand has shown.
  private var shown: Set<Reference> = []
  /// What the command at hand has acknowledged.
  private var acknowledged: [Reference] = []
  /// The transactions of this prompt itself.
  private var own: Set<Int> = []

  init(opened: Int) { self.opened = opened }

  /// Notes that a record was shown by the line at hand.
  mutating func show(_ reference: Reference) { if shown.count < Self.limit { shown.insert(reference) } }

  /// Notes that the command at hand has changed a record.
  mutating func acknowledge(_ reference: Reference) { acknowledged.append(reference) }

  /// The records that the command at hand has changed; they count as shown from then on.
  mutating func takeAcknowledged() -> [Reference] {
    defer { acknowledged = [] }
    acknowledged.forEach { show($0) }
    return acknowledged
  }

  /// Ends a line.
  ///
  /// - Parameters:
  ///   - entry: the journal's last entry as the line saw it; nothing if the line failed.
  ///   - transaction: the line's own transaction, if it has written.
  mutating func endLine(at entry: Int?, own transaction: Int?) {
    if let transaction { own.insert(transaction) }
    if let entry {
      if entries.count + shown.count > Self.limit { entries = [:] }
      for reference in shown { entries[reference] = entry }
    }
    (shown, acknowledged) = ([], [])
  }

  /// What others have changed of a record since it was last shown.
  ///
  /// - Parameter transaction: the transaction at hand, if it has written.
  func news(of reference: Reference, in store: any RecordStore, besides transaction: Int?) throws -> [JournalEntry] {
    let first = (entries[reference] ?? opened) + 1
    return try store.journal(JournalQuery(subject: reference, numbers: first...Int.max)).collect().filter {
      $0.act == "change" && $0.transaction != transaction && !own.contains($0.transaction)
    }
  }
}
