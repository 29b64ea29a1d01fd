import Diagnostics
import Values

/// What one bar of a chart over time stands for.
enum ChartStep: CaseIterable {
  case day, week, month, year

  /// What stands above a chart of gifts.
  var heading: Localized {
    switch self {
    case .day: Localized("Gifts by day", "每日捐款")
    case .week: Localized("Gifts by week, from its first day", "每周捐款（以首日标示）")
    case .month: Localized("Gifts by month", "每月捐款")
    case .year: Localized("Gifts by year", "每年捐款")
    }
  }

  /// How many bars there are from a day to another.
  func count(_ first: CalendarDate, _ last: CalendarDate) -> Int {
    switch self {
    case .day: last.ordinal - first.ordinal + 1
    case .week: (last.ordinal - first.ordinal) / 7 + 1
    case .month: (last.year - first.year) * 12 + last.month - first.month + 1
    case .year: last.year - first.year + 1
    }
  }

  /// The first day of the bar that a day belongs to; weeks count from the first day of all.
  func start(of date: CalendarDate, _ first: CalendarDate) -> CalendarDate {
    switch self {
    case .day: date
    case .week: date.adding(days: -((date.ordinal - first.ordinal) % 7))
    case .month: date.adding(days: 1 - date.day)
    case .year: CalendarDate(year: date.year, month: 1, day: 1) ?? date
    }
  }

  /// The first day of the bar that stands so many behind the first.
  func date(_ index: Int, _ first: CalendarDate) -> CalendarDate {
    let start = start(of: first, first)
    return switch self {
    case .day: start.adding(days: index)
    case .week: start.adding(days: index * 7)
    case .month: start.moved(months: index) ?? start
    case .year: start.moved(months: index * 12) ?? start
    }
  }

  /// What stands before a bar.
  func label(of date: CalendarDate) -> String {
    switch self {
    case .day, .week: date.exchangeText
    case .month: String(date.exchangeText.prefix(7))
    case .year: String(date.year)
    }
  }
}
