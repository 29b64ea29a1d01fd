import Diagnostics
import Values

/// Puts the records back to how they were after an entry of the journal, by taking back the entries behind it, the last
/// one first. Meant for a transaction that is taken back afterwards: the journal itself stays, and no rule is asked.
///
/// What was erased stays erased: nobody can look at it by looking back.
public struct Rewind {
  private let store: any RecordStore
  private let schema: Schema

  /// A rewinding of a store.
  public init(store: any RecordStore, schema: Schema) {
    self.store = store
    self.schema = schema
  }

  /// The last entry before the first one that is later than a moment; 0 if there is none.
  ///
  /// Where a clock was set back, that is how things stood before anything happened that the moment does not know of.
  public func lastEntry(asOf moment: Moment) throws -> Int {
    let later = Moment(seconds: moment.seconds + 1)
    if let first = try store.journal(JournalQuery(since: later, limit: 1)).next() { return first.number - 1 }
    return try store.journal(JournalQuery(order: .newestFirst, limit: 1)).next()?.number ?? 0
  }

  /// Takes back all entries behind one.
  ///
  /// - Parameter poll: called for every entry; what it throws ends the rewinding.
  public func run(to entry: Int, poll: () throws -> Void = {}) throws {
    try store.deferReferences()
    let entries = try store.journal(JournalQuery(numbers: entry + 1...Int.max, order: .newestFirst))
    while let entry = try entries.next() {
      try poll()
      try takeBack(entry)
    }
  }

  private func takeBack(_ entry: JournalEntry) throws {
    guard entry.isChange, let kind = schema[entry.subject.kind] else { return }
    switch entry.act {
    case "add":
      if try store.record(kind, id: entry.subject.id) != nil { try store.delete(entry.subject) }
    case "remove":
      guard entry.erased == nil, !entry.before.isEmpty else { return }
      let told = try RecordText.values(in: entry.before, of: kind)
      let values = kind.fields.indices.map { told[$0] ?? .none }
      _ = try store.insert(Record(kind, id: entry.subject.id, values: values))
    default:
      guard entry.erased == nil, var record = try store.record(kind, id: entry.subject.id) else { return }
      for (slot, value) in try RecordText.values(in: entry.before, of: kind) { record.values[slot] = value }
      try store.update(record)
    }
  }
}
