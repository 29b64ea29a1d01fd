/// A part of a whole as two counts, which are always told; rates are worked out in whole numbers.
public struct Ratio: Sendable, Hashable {
  /// The part, 0 or more.
  public let part: Int
  /// The whole, 0 or more.
  public let whole: Int

  /// A part of a whole.
  public init(_ part: Int, of whole: Int) {
    self.part = part
    self.whole = whole
  }

  /// The rate in per cent, without its sign; nothing of nothing has none.
  public func percent(_ rule: RoundingRule) -> String? {
    guard whole > 0, part >= 0, let places = rule.places else { return nil }
    let scale = places == 2 ? 10_000 : 1_000
    // The product may have twice the bits of a word.
    let product = UInt(part).multipliedFullWidth(by: UInt(scale))
    guard product.high < UInt(whole) else { return nil }
    let (quotient, rest) = UInt(whole).dividingFullWidth(product)
    let rounded = rule.roundsUp && rest >= UInt(whole) - rest ? quotient + 1 : quotient
    let unit = UInt(scale / 100)
    return "\(rounded / unit).\(CalendarDate.padded(Int(rounded % unit), places))"
  }

  /// Both counts: `4826/5070`.
  public var fraction: String { "\(part)/\(whole)" }
}
