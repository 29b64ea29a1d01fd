import Values

/// Records as JSON text with English names: the form in which the journal keeps what was and what is.
enum RecordText {
  /// All fields that have a value.
  static func json(of record: Record) -> String {
    json(of: record, only: Array(record.values.indices))
  }

  /// Some fields, by position; a missing value is `null` when it was asked for among others.
  static func json(of record: Record, only slots: [Int]) -> String {
    var text = ""
    text.reserveCapacity(32 * slots.count)
    text += "{"
    for slot in slots {
      if slots.count == record.values.count, case .none = record.values[slot] { continue }
      if text.utf8.count > 1 { text += "," }
      text += record.kind.journalKeys[slot]
      JSONText.append(record.values[slot], to: &text)
    }
    return text + "}"
  }

  /// An object of named values, in the order of their names.
  static func json(_ values: [String: Value]) -> String {
    var text = "{"
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      if text.utf8.count > 1 { text += "," }
      JSONText.append(name, to: &text)
      text += ":"
      JSONText.append(value, to: &text)
    }
    return text + "}"
  }

  /// The positions of the fields whose values differ.
  static func differences(from old: Record, to new: Record) -> [Int] {
    old.values.indices.filter { old.values[$0] != new.values[$0] }
  }
}
