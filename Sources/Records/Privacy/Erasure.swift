import Diagnostics
import Values

/// Personal values that are taken out of the records and out of everything that the journal says of them, as one act that
/// nothing takes back (decisions 8 and 13).
///
/// Such an act passes by the rules of the kinds and by the journal's own before and after: a rule that a text never
/// changes, or an entry that keeps what was, must not keep a name.
struct Erasure {
  /// What was done.
  struct Outcome {
    /// How many records were changed or removed.
    let records: Int
    /// How many entries of the journal were emptied.
    let entries: Int
  }

  private let writer: RecordWriter
  /// Records as they will be.
  private var changed: [Reference: Record] = [:]
  /// The positions of the fields that are changed.
  private var slots: [Reference: Set<Int>] = [:]
  private var removed: [Reference: Record] = [:]
  private var entries: Set<Int> = []

  init(in writer: RecordWriter) { self.writer = writer }

  /// Whether there is nothing to do.
  var isEmpty: Bool { changed.isEmpty && removed.isEmpty && entries.isEmpty }

  /// A record as it will be.
  func present(_ record: Record) -> Record { changed[record.reference] ?? record }

  /// Takes the value of a field, or puts another in its place.
  mutating func set(_ slot: Int, of record: Record, to value: Value) {
    guard present(record).values[slot] != value else { return }
    changed[record.reference, default: record].values[slot] = value
    slots[record.reference, default: []].insert(slot)
  }

  /// Takes the value of a field that may be missing.
  mutating func clear<Content>(_ field: Field<Content?>, of record: Record) {
    set(record.kind.slot(of: field.declaration), of: record, to: .none)
  }

  /// Takes what tells of somebody out of all texts of a record.
  mutating func remove(_ text: PersonalText, from record: Record) {
    for (slot, value) in present(record).values.enumerated() {
      switch value {
      case .text(let content):
        if let rest = text.removed(from: content) { set(slot, of: record, to: .text(rest)) }
      case .list(let elements):
        let rest = elements.map { element -> Value in
          guard case .text(let content) = element else { return element }
          return text.removed(from: content).map { .text($0) } ?? element
        }
        if rest != elements { set(slot, of: record, to: .list(rest)) }
      default: continue
      }
    }
  }

  /// Removes a record.
  mutating func remove(_ record: Record) { removed[record.reference] = record }

  /// Empties an entry of the journal.
  mutating func empty(_ entry: JournalEntry) {
    if entry.erased == nil { entries.insert(entry.number) }
  }

  /// Whether a record is changed or removed.
  func concerns(_ reference: Reference) -> Bool { changed[reference] != nil || removed[reference] != nil }

  /// Empties an entry if it tells what a field was that is changed now, or tells of a record that goes.
  mutating func emptyIfTold(by entry: JournalEntry) {
    if removed[entry.subject] != nil { return empty(entry) }
    guard let slots = slots[entry.subject], let kind = writer.schema[entry.subject.kind], entry.isChange else { return }
    let told = [entry.before, entry.after].compactMap { try? RecordText.values(in: $0, of: kind) }
    if told.contains(where: { !slots.isDisjoint(with: $0.keys) }) { empty(entry) }
  }

  /// Does it, with an entry that says why, about `subject`, and one for every other record that was changed or removed.
  func run(about subject: Reference, reason: String) throws -> Outcome {
    try writer.act {
      let number = try writer.journal("forget", subject, before: "", after: RecordText.json(["reason": .text(reason)]))
      try store.eraseEntries(entries.sorted(), because: number)
      for (reference, record) in changed.sorted(by: { $0.key < $1.key }) where removed[reference] == nil {
        try store.update(record)
        guard reference != subject else { continue }
        let names = slots[reference, default: []].sorted().map { record.kind.fields[$0].name.english }
        try writer.note("forget", reference, RecordText.erasure(of: names, because: number))
      }
      for (reference, _) in removed.sorted(by: { $0.key < $1.key }) {
        try store.delete(reference)
        try writer.journal("remove", reference, before: "", after: "")
      }
      return Outcome(records: Set(changed.keys).union(removed.keys).count, entries: entries.count)
    }
  }

  private var store: any RecordStore { writer.store }
}

extension Reference: Comparable {
  /// By kind, then by number.
  public static func < (left: Reference, right: Reference) -> Bool { (left.kind, left.id) < (right.kind, right.id) }
}
