extension String {
  /// The text as it stands between double quotes.
  var escapedForQuotes: String {
    String(String.UnicodeScalarView(unicodeScalars.flatMap { $0.escapedForQuotes.unicodeScalars }))
  }
}

extension Unicode.Scalar {
  fileprivate var escapedForQuotes: String {
    switch self {
    case "\"", "\\", "$": "\\\(self)"
    case "\n": "\\n"
    case "\t": "\\t"
    case _ where properties.generalCategory == .control: "\\u{\(String(value, radix: 16, uppercase: true))}"
    default: String(self)
    }
  }
}
