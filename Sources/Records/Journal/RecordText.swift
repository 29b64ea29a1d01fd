import Values

/// Records as JSON text with English names: the form in which the journal keeps what was and what is.
enum RecordText {
  /// All fields that have a value.
  static func json(of record: Record) -> String {
    json(of: record, only: Array(record.values.indices))
  }

  /// Some fields, by position; a missing value is `null` when it was asked for among others.
  static func json(of record: Record, only slots: [Int]) -> String {
    let isWhole = slots.count == record.values.count
    var json = JSONText(capacity: 32 * slots.count)
    json.append(raw: "{")
    var isFirst = true
    for slot in slots where !isWhole || record.values[slot].isPresent {
      if !isFirst { json.append(raw: ",") }
      isFirst = false
      json.append(raw: record.kind.journalKeys[slot])
      json.append(record.values[slot])
    }
    json.append(raw: "}")
    return json.text
  }

  /// An object of named values, in the order of their names.
  static func json(_ values: [String: Value]) -> String {
    var json = JSONText()
    json.append(raw: "{")
    for (index, (name, value)) in values.sorted(by: { $0.key < $1.key }).enumerated() {
      if index > 0 { json.append(raw: ",") }
      json.append(name)
      json.append(raw: ":")
      json.append(value)
    }
    json.append(raw: "}")
    return json.text
  }

  /// The positions of the fields whose values differ.
  static func differences(from old: Record, to new: Record) -> [Int] {
    old.values.indices.filter { old.values[$0] != new.values[$0] }
  }
}
