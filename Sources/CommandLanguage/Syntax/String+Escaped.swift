import Diagnostics

extension String {
  /// The text as it stands between double quotes.
  var escapedForQuotes: String {
    String(String.UnicodeScalarView(unicodeScalars.flatMap { $0.escapedForQuotes.unicodeScalars }))
  }

  /// The text as a word that means it: in quotes unless it needs none.
  public var asWord: String { isBareWord ? self : "\"\(escapedForQuotes)\"" }

  /// Whether the text means itself in a word without quotes, in every position: letters, digits, Han characters and a
  /// few signs, none of them a minus in front.
  var isBareWord: Bool {
    guard let first = utf8.first, first != UInt8(ascii: "-") else { return false }
    return utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "-")...UInt8(ascii: ":"), UInt8(ascii: "@")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        true
      // Characters from U+4000 to U+9FFF, and what follows a first byte.
      case 0x80...0xBF, 0xE4...0xE9: true
      default: false
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var escapedForQuotes: String {
    switch self {
    case "\"", "\\", "$": "\\\(self)"
    case "\n": "\\n"
    case "\t": "\\t"
    case _ where TerminalText.isHarmful(self): "\\u{\(String(value, radix: 16, uppercase: true))}"
    default: String(self)
    }
  }
}
