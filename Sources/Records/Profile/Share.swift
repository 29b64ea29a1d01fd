import Diagnostics

/// A share that a number of people must reach, such as two thirds.
public struct Share: Sendable {
  /// The fraction's upper number.
  public let numerator: Int
  /// The fraction's lower number.
  public let denominator: Int
  /// Whether exactly the fraction is not enough (过半数); without it, it is: 以上 counts the number itself (Civil Code,
  /// art. 1259).
  public let isMoreThan: Bool
  /// How many people it takes at least, however few there are.
  public let least: Int

  private init(_ numerator: Int, _ denominator: Int, isMoreThan: Bool, least: Int) {
    self.numerator = numerator
    self.denominator = denominator
    self.isMoreThan = isMoreThan
    self.least = least
  }

  /// More than a fraction (过).
  public static func moreThan(_ numerator: Int, _ denominator: Int) -> Share {
    Share(numerator, denominator, isMoreThan: true, least: 0)
  }

  /// A fraction or more (以上).
  public static func atLeast(_ numerator: Int, _ denominator: Int, people: Int = 0) -> Share {
    Share(numerator, denominator, isMoreThan: false, least: people)
  }

  /// How many people of `whole` reach the share.
  public func needed(of whole: Int) -> Int {
    let product = whole * numerator
    return max(least, isMoreThan ? product / denominator + 1 : (product + denominator - 1) / denominator)
  }

  /// The share in words: `more than 1/2`, 三分之二以上.
  public var text: Localized {
    let figures = "\(numerator)/\(denominator)"
    let isHalf = numerator == 1 && denominator == 2
    let words = isHalf ? "半数" : "\(Share.digit(denominator))分之\(Share.digit(numerator))"
    let share =
      isMoreThan
      ? Localized("more than \(figures)", (isHalf ? "过" : "超过") + words) : Localized("\(figures) or more", words + "以上")
    return least == 0 ? share : share + Localized(", \(least) people at least", "，且不少于 \(least) 人")
  }

  private static func digit(_ number: Int) -> String {
    let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    return digits.indices.contains(number) ? digits[number] : "\(number)"
  }
}
