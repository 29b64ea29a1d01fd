/// A date and time on the office's wall clock; no time zone is kept, for an office has one.
public struct Moment: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01 00:00:00 on the same wall clock.
  public let seconds: Int

  /// Creates a moment from seconds since 1970-01-01 00:00:00 on the wall clock.
  public init(seconds: Int) { self.seconds = seconds }

  /// Creates a moment from a day and a time.
  public init(_ date: CalendarDate, _ time: TimeOfDay = TimeOfDay(minutes: 0)) {
    self.init(seconds: date.ordinal * 86_400 + time.minutes * 60)
  }

  /// The earlier comes first.
  public static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }

  /// The day.
  public var date: CalendarDate { CalendarDate(ordinal: (seconds - secondOfDay) / 86_400) }

  /// The time of day, to the minute.
  public var time: TimeOfDay { TimeOfDay(minutes: secondOfDay / 60) }

  /// The last second of its day if it is the day's beginning, which stands for all of it; else the moment itself.
  public var endIfDay: Moment { secondOfDay == 0 ? endOfDay : self }

  /// The last second of its day.
  public var endOfDay: Moment { Moment(seconds: seconds - secondOfDay + 86_399) }

  private var secondOfDay: Int { ((seconds % 86_400) + 86_400) % 86_400 }

  /// For files and people alike: `2020-08-02 19:30`, with seconds only if there are some. Sorts as the moments do.
  public var exchangeText: String {
    let second = secondOfDay % 60
    return "\(date.exchangeText) \(time.exchangeText)" + (second > 0 ? ":\(CalendarDate.padded(second, 2))" : "")
  }

  /// Reads a date and a time with a blank or a `T` between them, or a date alone, which means its beginning.
  public init?(_ text: String, today: CalendarDate? = nil) {
    let parts = FullWidth.fold(text).split(maxSplits: 1) { $0 == " " || $0 == "T" }.map(String.init)
    guard let day = parts.first, let date = CalendarDate(day, today: today), date.precision == .day else { return nil }
    guard parts.count == 2 else {
      self.init(date)
      return
    }
    let clock = parts[1].split(separator: ":")
    if clock.count == 3, clock[2].count == 2, let second = Int(clock[2]), 0..<60 ~= second,
      let time = TimeOfDay(clock[0...1].joined(separator: ":"))
    {
      self.init(seconds: Moment(date, time).seconds + second)
    } else if let time = TimeOfDay(parts[1]) {
      self.init(date, time)
    } else {
      return nil
    }
  }
}
