/// The ways in which people write a number or a name, knowing or not that somebody looks for it.
enum Spelling {
  private static let fullWidth = "０１２３４５６７８９".map(String.init)
  private static let han = "〇一二三四五六七八九".map(String.init)
  private static let capital = "零壹贰叁肆伍陆柒捌玖".map(String.init)
  private static let arabic = "٠١٢٣٤٥٦٧٨٩".map(String.init)

  /// A telephone number of eleven digits.
  static func phones(_ number: String) -> [String] {
    let digits = number.compactMap(\.wholeNumberValue)
    let three = number.prefix(3), four = number.dropFirst(3).prefix(4), last = number.suffix(4)
    return [
      number, "\(three) \(four) \(last)", "\(three)-\(four)-\(last)", "+86 \(number)", "（\(three)）\(four)－\(last)",
      digits.map { fullWidth[$0] }.joined(), digits.map { han[$0] }.joined(), digits.map { capital[$0] }.joined(),
      digits.map { arabic[$0] }.joined(), digits.map { String($0) }.joined(separator: " "),
      digits.map { String($0) }.joined(separator: "\u{200B}"), digits.map { han[$0] }.joined(separator: "—"),
      "\(three)\n\(four)\n\(last)", "\(three)·\(four)·\(last)", "\(three)\u{202E}\(four)\u{202C}\(last)",
      digits.map { "\($0)\u{FE0F}\u{20E3}" }.joined(), digits.map { "\($0)\u{301}" }.joined(),
    ]
  }

  /// A name of Han characters.
  static func names(_ name: String) -> [String] {
    [name]
      + [" ", "\u{3000}", "\u{200B}", "\n", "\u{202E}", "\u{2060}"].map { name.map(String.init).joined(separator: $0) }
  }

  /// The digits of a text, all written alike and without what stands between them.
  static func digits(of text: String) -> String {
    var digits = ""
    for scalar in plain(text).unicodeScalars {
      let sign = String(scalar)
      if let value = han.firstIndex(of: sign) ?? capital.firstIndex(of: sign) {
        digits += "\(value)"
      } else if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
        digits += "\(Int(value))"
      }
    }
    return digits
  }

  /// The letters of a text, without blanks, signs, and what nobody sees or a terminal shows in its place.
  static func letters(of text: String) -> String {
    String(String.UnicodeScalarView(plain(text).unicodeScalars.filter(\.properties.isAlphabetic)))
  }

  /// A text without elements of HTML and without signs that are shown in place of others.
  private static func plain(_ text: String) -> String {
    guard text.contains("\\") || text.contains("<") else { return text }
    return text.replacing(/\\u\{?[0-9A-Fa-f]{2,5}\}?/, with: "").replacing(/<[^<>]*>/, with: "")
  }
}
