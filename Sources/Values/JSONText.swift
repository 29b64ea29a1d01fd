/// Writes values as JSON. Foundation's encoder wants types that are known when the program is built, and takes ten
/// times as long for the few flat objects that every change adds to the journal.
public struct JSONText {
  private var bytes: [UInt8] = []

  /// Creates an empty text with room for some bytes.
  public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// A string in quotes.
  public static func quoted(_ string: String) -> String {
    var json = JSONText()
    json.append(string)
    return json.text
  }

  /// What has been written.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends a mark of the syntax, such as a brace, or text that is JSON already.
  public mutating func append(raw json: String) { bytes.append(utf8: json) }

  /// Appends a string in quotes.
  public mutating func append(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    // Nearly every text stands as it is.
    if string.utf8.allSatisfy({
      $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 != 0x7F
    }) {
      return append(raw: string)
    }
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append(raw: "\\\"")
      case UInt8(ascii: "\\"): append(raw: "\\\\")
      case UInt8(ascii: "\n"): append(raw: "\\n")
      case UInt8(ascii: "\t"): append(raw: "\\t")
      case UInt8(ascii: "\r"): append(raw: "\\r")
      case ..<0x20, 0x7F: append(raw: "\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16))
      default: bytes.append(byte)
      }
    }
  }

  /// Appends a value: numbers as numbers, money as a string with two decimals, a record as its handle-like `kind/id`.
  public mutating func append(_ value: Value) {
    switch value {
    case .none: append(raw: "null")
    case .yesNo(let answer): append(raw: answer ? "true" : "false")
    case .integer(let number): append(raw: String(number))
    case .text(let text): append(text)
    case .list(let values):
      append(raw: "[")
      for (index, value) in values.enumerated() {
        if index > 0 { append(raw: ",") }
        append(value)
      }
      append(raw: "]")
    case .reference(let reference):
      append(raw: "\"")
      append(raw: reference.kind)
      append(raw: "/")
      append(raw: String(reference.id))
      append(raw: "\"")
    case .row(let row):
      append(raw: "{")
      for (index, column) in row.shape.columns.enumerated() {
        if index > 0 { append(raw: ",") }
        append(column.name.english)
        append(raw: ":")
        append(row.values[index])
      }
      append(raw: "}")
    default: append(value.exchangeText)
    }
  }
}
