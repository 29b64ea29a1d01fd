import Diagnostics
import Foundation
import Testing

@testable import Values

@Suite struct ValueTests {
  @Test func moneyMeetsPlainNumbersAsYuan() throws {
    let money = Value.money(Money(fen: 20_000))
    #expect(try money.adding(.integer(50)) == .money(Money(fen: 25_000)))
    #expect(try money.compare(.integer(200)) == 0)
    #expect(try money.divided(by: .integer(3)) == .money(Money(fen: 6_667)))
    #expect(try money.divided(by: .money(Money(fen: 5_000))) == .integer(4))
    #expect(throws: Diagnostic.self) { try money.multiplied(by: money) }
    #expect(throws: Diagnostic.self) { try money.adding(.text("50")) }
  }

  @Test func numbersStayExact() throws {
    #expect(try Value.integer(1).divided(by: .integer(4)) == .decimal(Decimal(string: "0.25") ?? 0))
    #expect(try Value.integer(6).divided(by: .integer(3)) == .integer(2))
    #expect(throws: Diagnostic.self) { try Value.integer(1).divided(by: .integer(0)) }
    #expect(throws: Diagnostic.self) { try Value.integer(.max).adding(.integer(1)) }
    #expect(throws: Diagnostic.self) { try Value.integer(1).remainder(dividingBy: .integer(0)) }
    #expect(try Value.integer(.min).remainder(dividingBy: .integer(-1)) == .integer(0))
  }

  @Test func datesMoveByPeriods() throws {
    let date = try #require(CalendarDate("2020-07-26"))
    #expect(try Value.date(date).adding(.period(Period(days: 7))).exchangeText == "2020-08-02")
    #expect(try Value.date(date).subtracting(.date(date.adding(days: -3))) == .period(Period(days: 3)))
  }

  @Test func aMissingValueIsNeitherMoreNorLess() throws {
    #expect(try Value.none.compare(.integer(1)) == nil)
    #expect(try !Value.none.equals(.integer(0)))
    #expect(try Value.none.equals(.none))
  }

  @Test(arguments: [
    (ValueType.integer(1...8), "3", "3"), (.integer(1...8), "３", "3"), (.yesNo, "是", "yes"), (.yesNo, "n", "no"),
    (.choice([Choice("cash", "现金")]), "现金", "cash"), (.list(.text(maximum: 9)), "a,b、c", "a,b,c"),
    (.phone, "+8613800001234", "13800001234"),
    (.money, "2万", "20000.00"),
  ])
  func typesReadWhatIsTyped(type: ValueType, text: String, exchange: String) throws {
    #expect(try type.read(text, now: nil)?.exchangeText == exchange)
  }

  @Test(arguments: [
    (ValueType.integer(1...8), "9"), (.integer(1...8), "x"), (.money, "viel"), (.date, "2020-02-30"), (.yesNo, "maybe"),
    (.choice([Choice("cash", "现金")]), "gold"), (.text(maximum: 3), "abcd"), (.text(maximum: 9), "a\u{1B}[31m"),
    (.phone, "12"),
  ])
  func typesSayWhatTheyExpect(type: ValueType, text: String) {
    #expect(throws: Diagnostic.self) { try type.read(text, now: nil) }
  }

  @Test func whatDependsOnTheClockWaitsForIt() throws {
    #expect(try ValueType.date.read("+7d", now: nil) == nil)
    let now = try #require(Moment("2020-07-26 08:00"))
    #expect(try ValueType.date.read("+7d", now: now)?.exchangeText == "2020-08-02")
  }

  @Test(arguments: [
    ("12", Value.integer(12)), ("12.5", .decimal(Decimal(string: "12.5") ?? 0)), ("2万", .money(Money(fen: 2_000_000))),
    ("19:30", .time(TimeOfDay(minutes: 1_170))), ("7d", .period(Period(days: 7))),
  ])
  func literalsAreWhatTheyLookLike(text: String, value: Value) { #expect(Value.literal(text) == value) }

  @Test(arguments: ["name", "3栋", "", "-", "1.2.3", "二月"])
  func otherWordsAreNoLiterals(text: String) { #expect(Value.literal(text) == nil) }

  @Test func jsonEscapesWhatItMust() throws {
    let text = JSONText.quoted("a\"\\\n\u{1}栋")
    let read = try JSONSerialization.jsonObject(with: Data("[\(text)]".utf8)) as? [String]
    #expect(read == ["a\"\\\n\u{1}栋"])
  }
}
