import Diagnostics

/// A length of time: months, days and minutes are kept apart, for a month is no fixed number of days.
public struct Period: Sendable, Hashable {
  /// Whole months.
  public let months: Int32
  /// Whole days.
  public let days: Int32
  /// Minutes.
  public let minutes: Int32

  /// Creates a period.
  public init(months: Int = 0, days: Int = 0, minutes: Int = 0) {
    self.months = Int32(clamping: months)
    self.days = Int32(clamping: days)
    self.minutes = Int32(clamping: minutes)
  }

  /// Reads a number and a unit: `7d`, `2w`, `3h`, `30min`, `6mo`, `1y`, or in Chinese `7天`, `2周`, `3小时`, `30分钟`,
  /// `6个月`, `1年`.
  public init?(_ text: String) {
    let folded = FullWidth.fold(text)
    let digits = folded.prefix { $0.isASCIIDigit }
    guard 1...6 ~= digits.count, let number = Int(digits) else { return nil }
    switch folded.dropFirst(digits.count).lowercased() {
    case "d", "天", "日": self.init(days: number)
    case "w", "周", "星期": self.init(days: number * 7)
    case "h", "小时": self.init(minutes: number * 60)
    case "min", "分钟": self.init(minutes: number)
    case "mo", "个月": self.init(months: number)
    case "y": self.init(months: number * 12)
    default: return nil
    }
  }

  /// For files: `6mo`, `7d`, `90min`, joined by `+`.
  public var exchangeText: String { text(["mo", "d", "min"], separator: "+") }

  /// For people.
  public func displayText(in language: Language) -> String {
    switch language {
    case .english: text(["mo", "d", "min"], separator: " ")
    case .chinese: text(["个月", "天", "分钟"], separator: "")
    }
  }

  /// Reads what ``exchangeText`` wrote.
  public init?(exchange text: String) {
    let parts = text.split(separator: "+").map { Period(String($0)) }
    guard !parts.isEmpty, !parts.contains(nil) else { return nil }
    let known = parts.compactMap { $0 }
    self.init(
      months: known.reduce(0) { $0 + Int($1.months) }, days: known.reduce(0) { $0 + Int($1.days) },
      minutes: known.reduce(0) { $0 + Int($1.minutes) })
  }

  private func text(_ units: [String], separator: String) -> String {
    let parts = zip([months, days, minutes], units).filter { $0.0 != 0 }.map { "\($0.0)\($0.1)" }
    return parts.isEmpty ? "0\(units[1])" : parts.joined(separator: separator)
  }
}
