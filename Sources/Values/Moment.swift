/// A date and time on the office's wall clock; no time zone is kept.
public struct Moment: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01 00:00:00 on the same wall clock.
  public let seconds: Int
  public init(seconds: Int) { self.seconds = seconds }
  public static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }
}
extension Moment {
  /// The day.
  public var date: CalendarDate { CalendarDate(ordinal: Int((Double(seconds) / 86_400).rounded(.down)), precision: .day) }
}
