/// A time of day, to the minute.
public struct TimeOfDay: Sendable, Hashable, Comparable {
  /// Minutes since midnight, 0 to 1439.
  public let minutes: Int

  /// Creates a time from minutes since midnight.
  public init(minutes: Int) { self.minutes = minutes }

  /// The earlier comes first.
  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }

  /// `19:30`.
  public var exchangeText: String {
    "\(CalendarDate.padded(minutes / 60, 2)):\(CalendarDate.padded(minutes % 60, 2))"
  }

  /// Reads `19:30`, `9:05`, `19点30分`, `19点`.
  public init?(_ text: String) {
    var plain = FullWidth.fold(text)
    if plain.hasSuffix("点") { plain += "00" }
    plain = plain.replacing("点", with: ":")
    if plain.hasSuffix("分") { plain.removeLast() }
    let parts = plain.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, 1...2 ~= parts[0].count, parts[1].count == 2,
      parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }), let hour = Int(parts[0]), let minute = Int(parts[1]),
      0..<24 ~= hour, 0..<60 ~= minute
    else { return nil }
    self.init(minutes: hour * 60 + minute)
  }
}
