import Testing

@testable import Values

@Suite struct RatioTests {
  /// The county's figures: 4826 of 5070 is 95.187376… %; the same report rounds 2081 of 2106 and could not have had 2080.
  @Test(arguments: [
    (4826, 5070, RoundingRule.truncate2, "95.18"), (4826, 5070, .halfUp2, "95.19"), (2081, 2106, .truncate1, "98.8"),
    (2081, 2106, .halfUp1, "98.8"), (2080, 2106, .truncate1, "98.7"), (2080, 2106, .halfUp1, "98.8"),
    (1, 200, .truncate1, "0.5"), (1, 2000, .halfUp1, "0.1"), (1, 2000, .truncate1, "0.0"), (1, 8, .halfUp2, "12.50"),
    (1, 3, .truncate2, "33.33"), (2, 3, .halfUp2, "66.67"), (1, 20_000, .halfUp2, "0.01"),
    (1, 20_001, .halfUp2, "0.00"),
    (5, 5, .truncate2, "100.00"), (0, 7, .halfUp2, "0.00"), (3, 2, .truncate2, "150.00"),
    (Int.max, Int.max, .halfUp2, "100.00"), (Int.max - 1, Int.max, .truncate2, "99.99"),
    (Int.max - 1, Int.max, .halfUp2, "100.00"),
  ])
  func ratesAreRoundedByTheRuleThatIsNamed(part: Int, whole: Int, rule: RoundingRule, percent: String) {
    #expect(Ratio(part, of: whole).percent(rule) == percent)
  }

  @Test func nothingOfNothingHasNoRate() {
    for rule in RoundingRule.allCases { #expect(Ratio(0, of: 0).percent(rule) == nil) }
    #expect(Ratio(4826, of: 5070).percent(.fraction) == nil)
    #expect(Ratio(4826, of: 5070).fraction == "4826/5070")
  }
}
