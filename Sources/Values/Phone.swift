/// A telephone number in the form in which it is kept: `13800001234`, `0731-56780000`, `110`, `+8613…` for foreign ones.
public struct Phone: Sendable, Hashable {
  /// The number.
  public let number: String

  /// Reads a number as people write it: blanks, full-width digits and `+86` are dropped. Nothing unless it is a mobile,
  /// a land line with its area, a service line or a foreign number.
  public init?(_ text: String) {
    if Phone.isMobile(text) {
      number = text
      return
    }
    var plain = FullWidth.fold(text).filter { !$0.isWhitespace && $0 != "(" && $0 != ")" }
    for prefix in ["+86-", "+86", "0086"] where plain.hasPrefix(prefix) { plain.removeFirst(prefix.count) }
    if plain.hasPrefix("+") {
      let digits = plain.dropFirst().filter { $0 != "-" }
      guard 6...15 ~= digits.count, digits.allSatisfy(\.isASCIIDigit) else { return nil }
      number = "+" + digits
      return
    }
    let digits = plain.filter { $0 != "-" }
    guard !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit) else { return nil }
    if Phone.isMobile(digits) {
      number = digits
    } else if digits.hasPrefix("0"), let line = Phone.landLine(plain) {
      number = line
    } else if digits.count == 10, digits.hasPrefix("400") || digits.hasPrefix("800") {
      number = digits
    } else if Phone.serviceLines.contains(digits)
      || (digits.count == 5 && (digits.hasPrefix("12") || digits.hasPrefix("9")))
    {
      number = digits
    } else {
      return nil
    }
  }

  /// Whether anyone may read the number: a service line such as 110 or 12345.
  public var isServiceLine: Bool { number.count <= 5 || number.hasPrefix("400") || number.hasPrefix("800") }

  /// For eyes that need not see it: `138****1234`, `0731******01`.
  public var masked: String {
    if isServiceLine { return number }
    if number.hasPrefix("0") {
      let area = number.prefix { $0 != "-" }
      return "\(area)******\(number.suffix(2))"
    }
    return "\(number.prefix(3))****\(number.suffix(4))"
  }

  /// Whether a text is a mobile number and nothing else: eleven digits from 13 on.
  private static func isMobile(_ text: String) -> Bool {
    let digits = text.utf8
    guard digits.count == 11, digits.first == UInt8(ascii: "1"), digits.dropFirst().first ?? 0 >= UInt8(ascii: "3")
    else { return false }
    return digits.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }

  private static let serviceLines: Set<String> = ["110", "114", "119", "120", "122"]

  /// Area and line with a hyphen between them, an extension behind another.
  private static func landLine(_ text: String) -> String? {
    let parts = text.split(separator: "-").map(String.init)
    if parts.count >= 2 {
      guard 3...4 ~= parts[0].count, 7...8 ~= parts[1].count, parts.count == 2 || 1...6 ~= parts[2].count,
        parts.count <= 3
      else { return nil }
      return parts.joined(separator: "-")
    }
    let digits = parts[0]
    // 010 and 02x are the areas of three digits.
    let area = digits.hasPrefix("01") || digits.hasPrefix("02") ? 3 : 4
    guard 7...8 ~= digits.count - area else { return nil }
    return "\(digits.prefix(area))-\(digits.dropFirst(area))"
  }
}
