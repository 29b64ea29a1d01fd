/// A date of the Gregorian calendar, known to the day or less precisely.
public struct CalendarDate: Sendable, Hashable {
  /// How exactly a date is known.
  public enum Precision: UInt8, Sendable { case day, tenDays, month, halfYear, year }
  /// Days since 1970-01-01 of the first day that is meant.
  public let ordinal: Int
  /// How exactly it is known.
  public let precision: Precision
}
