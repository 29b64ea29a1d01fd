/// Whole numbers in Chinese numerals, as people write them in addresses: `三`, `十二`, `一百零二`, and digit by digit `四〇二`.
enum HanNumber {
  /// The digits in order; `〇` and `零` both stand for nothing.
  private static let digits: [Character: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let units: [Character: Int] = ["十": 10, "百": 100, "千": 1_000]

  /// Whether a character is part of such a number.
  static func isNumeral(_ character: Character) -> Bool { digits[character] != nil || units[character] != nil }

  /// The digits that the numerals stand for (`402` for `四〇二` and `四百零二`); nothing unless they are a number from 0
  /// to 9999.
  static func digits(of numerals: some StringProtocol) -> String? {
    guard 1...8 ~= numerals.count, numerals.allSatisfy(isNumeral) else { return nil }
    if numerals.contains(where: { units[$0] != nil }) { return positional(numerals).map { String($0) } }
    guard numerals.count <= 4 else { return nil }
    return String(numerals.compactMap { digits[$0].map { Character(String($0)) } })
  }

  /// Reads numerals with their units: `十`, `二十`, `一百零二`. The units must fall.
  private static func positional(_ numerals: some StringProtocol) -> Int? {
    var total = 0
    var digit: Int?
    var lastUnit = 10_000
    for character in numerals {
      if let unit = units[character] {
        // Before 十 alone the one is left out.
        guard unit < lastUnit, let count = digit ?? (unit == 10 && total == 0 ? 1 : nil), count > 0 else { return nil }
        total += count * unit
        lastUnit = unit
        digit = nil
      } else {
        guard digit == nil || digit == 0 else { return nil }
        digit = digits[character]
      }
    }
    return total + (digit ?? 0)
  }
}
