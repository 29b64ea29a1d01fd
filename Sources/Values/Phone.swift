/// A telephone number in the form in which it is kept: `13800001234`, `0731-56780000`, `110`, `+44…` for foreign ones.
public struct Phone: Sendable, Hashable {
  /// The number.
  public let number: String

  /// Reads a number as people write it: blanks, brackets, full-width digits and `+86` are dropped. Nothing unless it is
  /// a mobile, a land line with its area (and its extension, if it has one), a service line or a foreign number.
  public init?(_ text: String) {
    if Phone.isMobile(text) {
      number = text
      return
    }
    guard text.utf8.count <= Phone.longest, let number = Phone.number(of: Phone.plain(text)) else { return nil }
    self.number = number
  }

  /// Whether anyone may read the number: a service line such as 110 or 12345.
  public var isServiceLine: Bool {
    number.utf8.count <= 5 || (number.utf8.count == 10 && Phone.freeLines.contains(where: number.hasPrefix))
  }

  /// For eyes that need not see it: `138****1234`, `0731******01`.
  public var masked: String {
    if isServiceLine { return number }
    if number.hasPrefix("0") {
      let area = number.prefix { $0 != "-" }
      return "\(area)******\(number.suffix(2))"
    }
    // Of a short foreign number three digits in front and four behind would leave nothing to hide.
    if number.hasPrefix("+"), number.utf8.count < 11 { return "+****\(number.suffix(2))" }
    return String(number.prefix(3)) + "****" + String(number.suffix(4))
  }

  /// The digits at the end that are seen although the number is masked; of a service line all.
  public var visibleEnding: Substring { masked.split(separator: "*").last ?? "" }

  // MARK: Reading

  /// No number is written with more bytes.
  private static let longest = 80
  private static let serviceLines: Set<String> = ["110", "114", "119", "120", "122"]
  /// Five digits that begin so are lines of carriers, offices and banks.
  private static let shortLines = ["10", "11", "12", "9"]
  private static let freeLines = ["400", "800"]
  /// What people write before an extension.
  private static let extensionWords = ["转", "分机", "ext.", "ext", "x"]

  /// The text folded, without blanks and brackets, its dashes all of one sort.
  private static func plain(_ text: String) -> String {
    // Most numbers are written so already.
    if text.utf8.allSatisfy({ 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "-") }) { return text }
    let dashes: Set<Character> = ["—", "–", "‐", "‑", "−"]
    let folded = FullWidth.fold(text).filter { !$0.isWhitespace && !"()[]".contains($0) }
    let words = extensionWords.reduce(folded.lowercased()) { $0.replacing($1, with: "-") }
    return String(words.map { dashes.contains($0) ? "-" : $0 })
  }

  private static func number(of plain: String) -> String? {
    guard let prefix = ["+86", "0086"].first(where: plain.hasPrefix) else {
      // Who dials abroad writes 00 for the plus.
      if plain.hasPrefix("+") { return foreign(plain.dropFirst()) }
      if plain.hasPrefix("00") { return foreign(plain.dropFirst(2)) }
      if plain.hasPrefix("86"), isMobile(String(plain.dropFirst(2))) { return String(plain.dropFirst(2)) }
      return domestic(plain)
    }
    let rest = plain.dropFirst(prefix.count)
    let inland = String(rest.hasPrefix("-") ? rest.dropFirst() : rest)
    // From abroad the zero before an area is left out.
    return domestic(inland) ?? landLine("0" + inland)
  }

  private static func foreign(_ text: Substring) -> String? {
    let digits = text.filter { $0 != "-" }
    guard 6...15 ~= digits.count, digits.allSatisfy(\.isASCIIDigit), digits.first != "0" else { return nil }
    return "+" + digits
  }

  private static func domestic(_ text: String) -> String? {
    let digits = text.filter { $0 != "-" }
    guard !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit) else { return nil }
    if isMobile(digits) { return digits }
    if digits.hasPrefix("0") {
      let mobile = String(digits.dropFirst())
      return isMobile(mobile) ? mobile : landLine(text)
    }
    let isShort = digits.count == 5 && shortLines.contains(where: digits.hasPrefix)
    let isFree = digits.count == 10 && freeLines.contains(where: digits.hasPrefix)
    return isShort || isFree || serviceLines.contains(digits) ? digits : nil
  }

  /// Whether a text is a mobile number and nothing else: eleven digits from 13 on.
  private static func isMobile(_ text: String) -> Bool {
    let digits = text.utf8
    guard digits.count == 11, digits.first == UInt8(ascii: "1"), digits.dropFirst().first ?? 0 >= UInt8(ascii: "3")
    else { return false }
    return digits.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }

  /// Area and line with a hyphen between them, an extension behind another. The line's digits may stand in groups
  /// (`0731-5678-0000`); what is left when it has its seven or eight is the extension.
  private static func landLine(_ text: String) -> String? {
    var parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard var first = parts.first, !parts.contains(where: \.isEmpty), text.allSatisfy({ $0.isASCIIDigit || $0 == "-" })
    else { return nil }
    if !(3...4 ~= first.count) {
      // 010 and 02x are the areas of three digits.
      let area = first.prefix(first.hasPrefix("01") || first.hasPrefix("02") ? 3 : 4)
      parts[0] = first.dropFirst(area.count)
      first = area
    } else {
      parts.removeFirst()
    }
    guard 3...4 ~= first.count, first.hasPrefix("0"), first.allSatisfy(\.isASCIIDigit) else { return nil }
    var line = ""
    while !parts.isEmpty, line.count < 7 { line += parts.removeFirst() }
    guard 7...8 ~= line.count, parts.count <= 1, 1...6 ~= parts.first?.count ?? 1 else { return nil }
    return ([String(first), line] + parts.map(String.init)).joined(separator: "-")
  }
}
