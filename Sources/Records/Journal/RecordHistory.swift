import Diagnostics
import Values

/// One record as its entries of the journal tell it, from the first on.
struct RecordHistory {
  let kind: RecordKind
  let subject: Reference
  /// The values, as far as they are known: those that were erased are not.
  private(set) var values: [Value?]
  /// Whether the record is there after the last entry.
  private(set) var isThere = false
  /// The last entry's number.
  private(set) var lastEntry = 0

  init(_ kind: RecordKind, _ subject: Reference) {
    self.kind = kind
    self.subject = subject
    values = Array(repeating: .some(.none), count: kind.fields.count)
  }

  /// Adds what an entry tells; says so if it does not fit those before it.
  mutating func add(_ entry: JournalEntry) -> Localized? {
    lastEntry = entry.number
    if entry.erased != nil {
      if entry.act == "add" { isThere = true }
      if entry.act == "remove" { isThere = false }
      values = Array(repeating: nil, count: values.count)
      return nil
    }
    if entry.act == "forget" {
      // What an erasure left stands in no entry, on purpose.
      for slot in RecordText.erasedFields(in: entry.after, of: kind) { values[slot] = nil }
      return nil
    }
    guard let before = try? RecordText.values(in: entry.before, of: kind),
      let after = try? RecordText.values(in: entry.act == "remove" ? "" : entry.after, of: kind)
    else { return entry.isChange ? Localized("its values cannot be read", "条目内容无法读取") : nil }
    switch entry.act {
    case "add":
      guard !isThere else { return Localized("the record was there already", "记录此前已存在") }
      isThere = true
      // A field that a later version brought has its default in records made before.
      values = values.indices.map { after[$0] ?? kind.fields[$0].defaultValue }
      return nil
    case "change", "remove":
      guard isThere, before.allSatisfy({ values[$0] == nil || values[$0] == $1 }) else {
        return Localized("what was before is not what the entries before it say", "原值与此前条目不符")
      }
      if entry.act == "remove" { isThere = false }
      for (slot, value) in after { values[slot] = value }
      return nil
    default: return nil
    }
  }
}

extension JournalEntry {
  /// Whether the entry tells of a change of its record, not only of something done with it.
  var isChange: Bool { act == "add" || act == "change" || act == "remove" }
}
