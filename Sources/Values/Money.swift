import Foundation

/// An amount of money in whole fen (a hundredth of a yuan).
public struct Money: Sendable, Hashable, Comparable {
  /// The amount in fen; negative where a difference is.
  public let fen: Int

  /// No money.
  public static let zero = Money(fen: 0)

  /// Creates an amount from fen.
  public init(fen: Int) { self.fen = fen }

  /// The smaller amount comes first.
  public static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }

  /// Creates an amount from yuan; nothing unless it is a whole number of fen that fits.
  public init?(yuan: Decimal) {
    var exact = yuan * 100
    var rounded = Decimal()
    NSDecimalRound(&rounded, &exact, 0, .plain)
    guard rounded == yuan * 100, let fen = rounded.whole else { return nil }
    self.init(fen: fen)
  }

  /// The amount in yuan.
  public var yuan: Decimal { Decimal(fen) / 100 }

  /// With thousands grouped and two decimals, for people: `21,060.00`.
  public var grouped: String {
    let plain = exchangeText
    let digits = plain.drop { $0 == "-" }
    let whole = digits.prefix { $0 != "." }
    var text = plain.hasPrefix("-") ? "-" : ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text + digits.dropFirst(whole.count)
  }

  /// With two decimals and nothing else, for files: `21060.00`.
  public var exchangeText: String {
    let magnitude = fen.magnitude
    let cents = magnitude % 100
    return "\(fen < 0 ? "-" : "")\(magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
  }
}
