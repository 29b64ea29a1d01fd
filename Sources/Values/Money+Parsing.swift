import Foundation

extension Money {
  /// Reads what people write for an amount: `20000`, `20000.50`, `21,060.00`, `2万`, `￥500`, `200元`, `贰佰元`.
  ///
  /// Nothing if the text is no amount, has fractions of a fen or does not fit.
  public init?(_ text: String) {
    var rest = Substring(FullWidth.fold(text)).trimmed
    let isNegative = rest.hasPrefix("-")
    if isNegative { rest = rest.dropFirst() }
    if rest.hasPrefix("人民币") { rest = rest.dropFirst(3) }
    if let sign = rest.first, sign == "¥" || sign == "￥" { rest = rest.dropFirst().trimmed }
    if let capital = CapitalNumerals.fen(of: rest) {
      self.init(fen: isNegative ? -capital : capital)
      return
    }
    if rest.hasSuffix("元") { rest = rest.dropLast() }
    var factor = Decimal(1)
    if let unit = Money.units.first(where: { rest.hasSuffix($0.word) }) {
      factor = unit.factor
      rest = rest.dropLast(unit.word.count)
    }
    guard let number = Money.decimal(rest), let money = Money(yuan: number * factor) else { return nil }
    self.init(fen: isNegative ? -money.fen : money.fen)
  }

  /// Whether a text shows by its looks that it is money and no mere number: a currency sign, 元, or 万 behind digits.
  static func isMarked(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    if first == "\u{A5}" || first == "\u{FFE5}" { return true }
    return (text.hasSuffix("元") || text.hasSuffix("万") || text.hasSuffix("亿")) && text.contains { $0.isNumber }
  }

  private static let units: [(word: String, factor: Decimal)] = [("万", 10_000), ("亿", 100_000_000)]

  /// Digits with grouping commas in their right places, and at most one point.
  private static func decimal(_ text: Substring) -> Decimal? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, text.utf8.count <= 30, let whole = parts.first, !whole.isEmpty else { return nil }
    if parts.count == 2, parts[1].isEmpty || !parts[1].allSatisfy(\.isASCIIDigit) { return nil }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }),
      groups.count == 1 || (groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 })
    else { return nil }
    return Decimal(string: groups.joined() + (parts.count == 2 ? "." + parts[1] : ""))
  }
}

extension Substring {
  /// The text without blanks at its ends.
  public var trimmed: Substring {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return start[...last]
  }
}

extension Character {
  /// Whether this is one of `0` to `9`.
  var isASCIIDigit: Bool { isASCII && isNumber }
}
