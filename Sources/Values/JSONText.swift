/// Writes values as JSON. Foundation's encoder wants types that are known when the program is built, and takes ten
/// times as long for the few flat objects that every change adds to the journal.
public enum JSONText {
  /// Appends a string in quotes.
  public static func append(_ string: String, to text: inout String) {
    text += "\""
    defer { text += "\"" }
    if string.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }) {
      text += string
      return
    }
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "\r": text += "\\r"
      case "\0"..<" ", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  /// Appends a value: numbers as numbers, money as a string with two decimals, a record as its handle-like `kind/id`.
  public static func append(_ value: Value, to text: inout String) {
    switch value {
    case .none: text += "null"
    case .yesNo(let answer): text += answer ? "true" : "false"
    case .integer(let number): text += String(number)
    case .list(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        append(value, to: &text)
      }
      text += "]"
    case .reference(let reference): append("\(reference.kind)/\(reference.id)", to: &text)
    case .row(let row):
      text += "{"
      for (index, column) in row.shape.columns.enumerated() {
        if index > 0 { text += "," }
        append(column.name.english, to: &text)
        text += ":"
        append(row.values[index], to: &text)
      }
      text += "}"
    default: append(value.exchangeText, to: &text)
    }
  }
}
