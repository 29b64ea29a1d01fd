import Sentences
import Testing

@testable import Values

@Suite struct MoneyTests {
  @Test(arguments: [
    ("200", 20_000), ("200.00", 20_000), ("¥200", 20_000), ("贰佰元", 20_000), ("20000", 2_000_000),
    ("20000.50", 2_000_050), ("21,060.00", 2_106_000), ("2万", 2_000_000), ("2.086万", 2_086_000),
    ("￥500", 50_000), ("¥500", 50_000), ("200元", 20_000), ("２００", 20_000), ("贰佰元整", 20_000), ("-3.5", -350),
    ("人民币壹仟贰佰伍拾元整", 125_000), ("0.05", 5),
  ])
  func readsWhatPeopleWrite(text: String, fen: Int) {
    #expect(Money(text)?.fen == fen)
  }

  @Test(arguments: ["", "元", "1.234", "1,23", "12.", "一百", "1e5", "--1", "99999999999999999999", "贰贰元", "1 2"])
  func refusesWhatIsNoAmount(text: String) {
    #expect(Money(text) == nil)
  }

  /// 支付结算办法, annex 1, and the story's own amounts.
  @Test(arguments: [
    (140_950, "壹仟肆佰零玖元伍角"), (600_714, "陆仟零柒元壹角肆分"), (1_640_902, "壹万陆仟肆佰零玖元零贰分"), (32_504, "叁佰贰拾伍元零肆分"),
    (20_000, "贰佰元整"), (125_000, "壹仟贰佰伍拾元整"), (1_961_000, "壹万玖仟陆佰壹拾元整"), (2_106_000, "贰万壹仟零陆拾元整"),
    (10_000_000, "壹拾万元整"), (5, "伍分"), (10_000_000_000, "壹亿元整"), (1_000_100_000_000, "壹佰亿零壹佰万元整"),
  ])
  func writesCapitalNumerals(fen: Int, text: String) {
    #expect(Money(fen: fen).capitalNumerals == text)
  }

  @Test func readsBackEveryTextThatItWrites() {
    var generator = SeededGenerator(seed: 20_200_815)
    for _ in 0..<5_000 {
      let money = Money(fen: Int.random(in: 1...10_000_000_000_000, using: &generator))
      #expect(Money(money.grouped) == money)
      #expect(Money(money.exchangeText) == money)
      #expect(Money(money.capitalNumerals) == money, "\(money.capitalNumerals)")
    }
  }

  @Test func groupsThousands() {
    #expect(Money(fen: 2_106_000).grouped == "21,060.00")
    #expect(Money(fen: -123_456_789).grouped == "-1,234,567.89")
    #expect(Money(fen: 5).grouped == "0.05")
    // Slips are for amounts above zero; a balance may be none.
    #expect(Money.zero.capitalNumerals == "零元整")
  }
}
