/// Full-width punctuation, letters and digits, as Chinese input methods type them.
public enum FullWidth {
  /// The ASCII scalar that a full-width one stands for where the language itself reads; any other scalar as it is.
  ///
  /// Unicode's compatibility mapping covers U+FF01–FF5E but not 。 and the curved quotes, hence a table.
  public static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
    case 0x3000: " "
    case 0x201C, 0x201D: "\""
    case 0x2018, 0x2019: "'"
    case 0x3002: "."
    case 0x3001: ","
    case 0xFFE5: "\u{A5}"
    default: scalar
    }
  }

  /// A text with every scalar folded.
  public static func fold(_ text: String) -> String {
    // The first bytes of everything that is folded; Han characters begin with others.
    guard text.utf8.contains(where: { $0 == 0xE2 || $0 == 0xE3 || $0 == 0xEF }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { fold($0) }))
  }
}
