import Diagnostics
import Values

/// Rows as JSON objects with English names: in an array, or each on a line of its own.
struct JSONRows {
  private let writer: RowWriter
  private let isArray: Bool

  init(_ writer: RowWriter, isArray: Bool) {
    self.writer = writer
    self.isArray = isArray
  }

  func write(_ next: () throws -> [Value]?, to put: (String) throws -> Void) throws {
    var isFirst = true
    if isArray { try put("[") }
    while let row = try next() {
      if isArray { try put(isFirst ? "\n" : ",\n") }
      isFirst = false
      try put(object(row) + (isArray ? "" : "\n"))
    }
    if isArray { try put(isFirst ? "]\n" : "\n]\n") }
  }

  private func object(_ row: [Value]) -> String {
    var json = JSONText()
    json.append(raw: "{")
    for (index, column) in writer.columns.enumerated() {
      if index > 0 { json.append(raw: ",") }
      json.append(column.name.english)
      json.append(raw: ":")
      json.append(plain(row[index]))
    }
    json.append(raw: "}")
    return harmless(json.text)
  }

  /// What a terminal would obey is escaped, which means the same: such signs stand in strings only.
  private func harmless(_ json: String) -> String {
    guard json.unicodeScalars.contains(where: { $0.value >= 0x80 && TerminalText.isHarmful($0) }) else { return json }
    var shown = ""
    for scalar in json.unicodeScalars {
      if scalar.value >= 0x80, TerminalText.isHarmful(scalar) {
        let code = String(scalar.value, radix: 16)
        shown += "\\u" + String(run: "0", 4 - code.count) + code
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// Records become what people call them.
  private func plain(_ value: Value) -> Value {
    switch value {
    case .row(let row) where row.reference == nil:
      .row(Row(row.shape, row.values.map(plain)))
    case .reference, .row: .text(writer.exchange(value))
    case .list(let values): .list(values.map(plain))
    default: value
    }
  }
}
