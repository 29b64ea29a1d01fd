import Diagnostics
import Testing

@testable import Values

@Suite struct CalendarTests {
  private let today = CalendarDate(year: 2020, month: 7, day: 26)

  @Test(arguments: [
    ("2020-08-15", "2020-08-15"), ("2020/8/15", "2020-08-15"), ("2020.8.15", "2020-08-15"), ("20200815", "2020-08-15"),
    ("2020年8月15日", "2020-08-15"), ("２０２０年８月１５日", "2020-08-15"), ("8月15日", "2020-08-15"), ("今天", "2020-07-26"),
    ("tomorrow", "2020-07-27"), ("+7d", "2020-08-02"), ("-1周", "2020-07-19"), ("2020年8月中旬", "2020-08-11~ten-days"),
    ("2020-08", "2020-08-01~month"), ("2020年上半年", "2020-01-01~half-year"), ("2020年", "2020-01-01~year"),
    ("2020-02-29", "2020-02-29"), ("昨天", "2020-07-25"), ("明天", "2020-07-27"), ("today", "2020-07-26"),
    ("8月中旬", "2020-08-11~ten-days"), ("2020年8月下旬", "2020-08-21~ten-days"), ("2020年下半年", "2020-07-01~half-year"),
    ("2020年8月", "2020-08-01~month"), ("1956", "1956-01-01~year"), ("1956年", "1956-01-01~year"),
    ("１９５６", "1956-01-01~year"),
    ("8月15号", "2020-08-15"), ("+1y", "2021-07-26"), ("-1mo", "2020-06-26"),
  ])
  func readsWhatPeopleWrite(text: String, exchange: String) {
    #expect(CalendarDate(text, today: today)?.exchangeText == exchange)
  }

  @Test(arguments: [
    "2020-02-30", "2019-02-29", "2020-13-01", "2020-0-1", "15.8.2020", "", "2020-08-15x", "8月32日", "2020-8", "0402",
    "1799", "19560", "-", "+7", "+7h",
  ])
  func refusesWhatIsNoDay(text: String) {
    let date = CalendarDate(text, today: today)
    #expect(date == nil || date?.precision == .month)
  }

  @Test func everyDayOfFourCenturiesRoundTrips() throws {
    let first = try #require(CalendarDate(year: 1800, month: 1, day: 1))
    let last = try #require(CalendarDate(year: 2200, month: 12, day: 31))
    for ordinal in first.ordinal...last.ordinal {
      let date = CalendarDate(ordinal: ordinal)
      let (year, month, day) = date.components
      #expect(CalendarDate(year: year, month: month, day: day) == date)
    }
    #expect(last.ordinal - first.ordinal + 1 == 146_462)
  }

  @Test func saysHowExactlyADateIsKnown() {
    let date = CalendarDate("2020年8月中旬")
    #expect(date?.displayText(in: .english) == "mid-August 2020")
    #expect(date?.displayText(in: .chinese) == "2020年8月中旬")
    #expect(date?.last == CalendarDate(year: 2020, month: 8, day: 20))
    #expect(date.flatMap { CalendarDate(exchange: $0.exchangeText) } == date)
  }

  @Test func monthsEndWhereTheyEnd() {
    #expect(CalendarDate(year: 2020, month: 1, day: 31)?.moved(months: 1)?.exchangeText == "2020-02-29")
    #expect(CalendarDate(year: 2020, month: 3, day: 31)?.moved(months: -1)?.exchangeText == "2020-02-29")
  }

  @Test(arguments: [
    ("2020-08-02 19:30", "2020-08-02 19:30"), ("2020-08-02T19:30:05", "2020-08-02 19:30:05"),
    ("2020-08-02", "2020-08-02 00:00"),
  ])
  func readsMoments(text: String, exchange: String) {
    #expect(Moment(text)?.exchangeText == exchange)
  }

  @Test func momentsBeforeTheEpochKeepTheirDay() {
    #expect(Moment("1969-12-31 23:59")?.date.exchangeText == "1969-12-31")
  }

  @Test(arguments: [-62_135_596_800, -1, 0, 59, 60, 1_596_396_605, 253_402_300_799])
  func readsMomentsAsTheyWereWritten(seconds: Int) {
    let moment = Moment(seconds: seconds)
    #expect(Moment(exchange: moment.exchangeText) == moment)
  }

  @Test(arguments: [
    "2020-08-02", "2020-8-02 19:30", "2020-08-02T19:30", "2020-08-02 19:30:00", "2020-08-02 19:30:60",
    "2020-02-30 00:00",
    "2020-08-02 24:00", "2020-08-02 19:60", "２020-08-0 19:30", "0000-01-01 00:00", "2020-08-02 19:30 ", "",
  ])
  func readsNoMomentThatWasWrittenOtherwise(text: String) { #expect(Moment(exchange: text) == nil) }

  @Test(arguments: ["24:00", "9:5", "19:60", "", "19"])
  func refusesWhatIsNoTime(text: String) { #expect(TimeOfDay(text) == nil) }
}
