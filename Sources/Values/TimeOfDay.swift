/// A time of day in minutes since midnight.
public struct TimeOfDay: Sendable, Hashable, Comparable {
  public let minutes: Int
  public init(minutes: Int) { self.minutes = minutes }
  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }
}
