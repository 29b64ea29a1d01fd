import Diagnostics
import Foundation
import Records
import Values

/// One change of one record in words: what a journal entry keeps as JSON, for people.
struct ChangeText {
  /// One field that changed.
  struct Change {
    /// What it is called.
    let name: String
    /// What it was; nothing if it had no value.
    let before: String?
    /// What it is; nothing if it has no value.
    let after: String?
  }

  /// What changed, in the order of the kind's fields; what rows mask is masked unless it is shown.
  let changes: [Change]
  private let entry: JournalEntry
  private let session: OfficeSession

  /// Puts an entry into words.
  ///
  /// - Parameter show: the text of a value of a field, where it is not what everybody sees.
  init(
    _ entry: JournalEntry, _ session: OfficeSession, showing show: ((Value, FieldDeclaration) -> String)? = nil
  ) {
    self.entry = entry
    self.session = session
    guard let kind = session.schema[entry.subject.kind] else {
      changes = []
      return
    }
    let before = (try? RecordText.values(in: entry.before, of: kind)) ?? [:]
    let after = (try? RecordText.values(in: entry.after, of: kind)) ?? [:]
    func text(_ value: Value?, _ field: FieldDeclaration) -> String? {
      guard let value, value.isPresent else { return nil }
      if let show { return show(value, field) }
      return session.text(of: field.isMasked ? session.masked(value, field.type) : value)
    }
    changes = kind.fields.enumerated().compactMap { slot, field in
      let (old, new) = (text(before[slot], field), text(after[slot], field))
      return old == nil && new == nil ? nil : Change(name: field.name[session.language], before: old, after: new)
    }
  }

  /// The act and what it changed: `changed tenancy: tenant → owner`.
  var text: String {
    let act = JournalAct(rawValue: entry.act)
    let parts = changes.map { change in
      guard entry.act == "change" else { return "\(change.name) \(change.after ?? change.before ?? "")" }
      return "\(change.name)\(Localized(": ", "：")[session.language])\(change.before ?? "–") → \(change.after ?? "–")"
    }
    let told = reason ?? parts.joined(separator: Localized("; ", "；")[session.language])
    guard let act else { return told.isEmpty ? entry.act : "\(entry.act) \(told)" }
    return told.isEmpty ? act.infinitive[session.language] : act.done[session.language] + told
  }

  /// Why masked data were looked at.
  private var reason: String? {
    guard changes.isEmpty,
      let object = try? JSONSerialization.jsonObject(with: Data(entry.after.utf8)) as? [String: Any]
    else { return nil }
    return object["reason"] as? String
  }
}
