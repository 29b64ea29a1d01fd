import Diagnostics
import Values

extension FunctionDeclaration {
  /// Functions of dates.
  static let dates: [FunctionDeclaration] = [
    FunctionDeclaration(
      Name("today", "今天"), "today()", Localized("Today, by the office's clock.", "按本办公室时钟的今天。"), takes: [],
      gives: .date, example: ("today() == date(now())", "yes")
    ) { .date($1.now.date) },
    FunctionDeclaration(
      Name("now", "现在"), "now()", Localized("Date and time, by the office's clock.", "按本办公室时钟的日期和时间。"),
      takes: [], gives: .moment, example: ("now() >= today()", "yes")
    ) { .moment($1.now) },
    FunctionDeclaration(
      Name("date", "日期"), "date(VALUE)",
      Localized("The date that a text or a moment means.", "文字或时刻所指的日期。"), takes: [dateLike.union(.nothing)],
      gives: .date, example: ("date(\"2020年8月2日\")", "2020-08-02")
    ) { values, host in
      values[0].isPresent ? .date(try date(values[0], host)) : .none
    },
    FunctionDeclaration(
      Name("year", "年"), "year(DATE)", Localized("The year of a date.", "日期的年份。"), takes: [dateLike],
      gives: .integer, example: ("year(2020-08-02)", "2020")
    ) { .integer(try date($0[0], $1).year) },
    FunctionDeclaration(
      Name("month", "月"), "month(DATE)", Localized("The month of a date.", "日期的月份。"), takes: [dateLike],
      gives: .integer, example: ("month(2020-08-02)", "8")
    ) { .integer(try date($0[0], $1).month) },
    FunctionDeclaration(
      Name("days", "天数"), "days(FROM, UNTIL)", Localized("How many days lie between two dates.", "两个日期相隔的天数。"),
      takes: [dateLike, dateLike], gives: .integer, example: ("days(2020-07-26, 2020-08-01)", "6")
    ) { .integer(try date($0[1], $1).ordinal - date($0[0], $1).ordinal) },
  ]

  /// What means a date: also a moment, and a text that can be read as one.
  private static let dateLike: ValueKinds = [.date, .moment, .text]

  private static func date(_ value: Value, _ host: any Host) throws -> CalendarDate {
    guard case .date(let date)? = try ValueType.date.convert(value, now: host.now) else {
      preconditionFailure("with the clock at hand every date can be read")
    }
    return date
  }
}
