/// Makes data harmless on a terminal: what would move the cursor, change colours or turn the direction of writing is
/// shown instead of done.
public enum TerminalText {
  /// The text with control characters, bidirectional controls and line separators made visible.
  public static func safe(_ text: String) -> String {
    if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text }
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": shown += "⏎"
      case "\t": shown += " "
      case _ where scalar.value < 0x20: shown.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
      case _ where isHarmful(scalar): shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// A text with what ``safe(_:)`` made visible as blanks and breaks: whoever looks for a number or a name in it reads
  /// over those signs, as people do.
  public static func withoutShownSigns(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == "\\" || 0x2400...0x241F ~= $0.value || $0 == "⏎" }) else {
      return text
    }
    let plain = text.replacing(/\\u\{[0-9A-F]+\}/, with: "\u{200B}")
    return String(
      String.UnicodeScalarView(
        plain.unicodeScalars.map { $0 == "⏎" ? "\n" : 0x2400...0x241F ~= $0.value ? " " : $0 }))
  }

  /// Whether a terminal would obey a sign instead of showing it. None of them lies beyond U+FFFF.
  public static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0x61C: true
    default: false
    }
  }
}
