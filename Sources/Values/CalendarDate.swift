/// A date of the Gregorian calendar, known to the day or less precisely.
public struct CalendarDate: Sendable, Hashable {
  /// How exactly a date is known.
  public enum Precision: UInt8, Sendable, CaseIterable {
    /// To the day.
    case day
    /// To ten days of a month (旬).
    case tenDays
    /// To the month.
    case month
    /// To the half of a year.
    case halfYear
    /// To the year.
    case year
  }

  /// Days since 1970-01-01 of the first day that is meant.
  public let ordinal: Int
  /// How exactly it is known.
  public let precision: Precision

  /// Creates a date from days since 1970-01-01.
  public init(ordinal: Int, precision: Precision = .day) {
    self.ordinal = ordinal
    self.precision = precision
  }

  /// Creates a date from year (1 to 9999), month and day; nothing if there is no such day.
  public init?(year: Int, month: Int, day: Int, precision: Precision = .day) {
    guard 1...9_999 ~= year, 1...12 ~= month, 1...CalendarDate.days(in: month, of: year) ~= day else { return nil }
    self.init(ordinal: CalendarDate.ordinal(year, month, day), precision: precision)
  }

  /// The year of the first day that is meant.
  public var year: Int { components.year }
  /// The month of the first day that is meant.
  public var month: Int { components.month }
  /// The day of the month of the first day that is meant.
  public var day: Int { components.day }

  /// The last day that is meant; the date itself when it is known to the day.
  public var last: CalendarDate {
    let (year, month, day) = components
    let end: Int
    switch precision {
    case .day: return self
    case .tenDays:
      end = day == 21 ? CalendarDate.ordinal(year, month, CalendarDate.days(in: month, of: year)) : ordinal + 9
    case .month: end = CalendarDate.ordinal(year, month, CalendarDate.days(in: month, of: year))
    case .halfYear: end = CalendarDate.ordinal(year, month == 1 ? 6 : 12, month == 1 ? 30 : 31)
    case .year: end = CalendarDate.ordinal(year, 12, 31)
    }
    return CalendarDate(ordinal: end)
  }

  /// The date so many days later.
  public func adding(days: Int) -> CalendarDate { CalendarDate(ordinal: ordinal + days) }

  /// The same day so many months later, or the month's last day where it has no such day, and then so many days later;
  /// nothing outside the years 1 to 9999.
  public func moved(months: Int, days: Int = 0) -> CalendarDate? {
    let (year, month, day) = components
    let index = year * 12 + month - 1 + months
    let (newYear, newMonth) = (index / 12, index % 12 + 1)
    guard 1...9_999 ~= newYear else { return nil }
    let sameDay = CalendarDate.ordinal(newYear, newMonth, min(day, CalendarDate.days(in: newMonth, of: newYear)))
    return CalendarDate.ordinals ~= sameDay + days ? CalendarDate(ordinal: sameDay + days) : nil
  }

  /// The ordinals of the years 1 to 9999.
  static let ordinals = ordinal(1, 1, 1)...ordinal(9_999, 12, 31)

  /// Year, month and day of the first day that is meant. The arithmetic counts years from March, so that the leap day
  /// is the last of its year.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = ordinal + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// How many days a month has.
  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func ordinal(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension CalendarDate: Comparable {
  /// The date that begins earlier comes first; of two that begin together, the one known more exactly.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.ordinal, left.precision.rawValue) < (right.ordinal, right.precision.rawValue)
  }
}
