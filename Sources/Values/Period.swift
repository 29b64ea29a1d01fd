/// A length of time: months, days and minutes are kept apart, for a month is no fixed number of days.
public struct Period: Sendable, Hashable {
  public let months: Int32
  public let days: Int32
  public let minutes: Int32
  public init(months: Int = 0, days: Int = 0, minutes: Int = 0) {
    self.months = Int32(clamping: months); self.days = Int32(clamping: days); self.minutes = Int32(clamping: minutes)
  }
}
