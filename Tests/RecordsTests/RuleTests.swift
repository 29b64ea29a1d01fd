import Diagnostics
import Testing
import Values

@testable import Records

@Suite struct RuleTests {
  /// 16 members: majority 9, two thirds 11, three quarters 12; 128 households: 65, 86, 96. More than half is strictly
  /// more; two thirds and more (以上) includes exactly two thirds.
  @Test(arguments: [
    (Share.moreThan(1, 2), 16, 9), (.atLeast(2, 3), 16, 11), (.atLeast(3, 4), 16, 12), (.moreThan(1, 2), 128, 65),
    (.atLeast(2, 3), 128, 86), (.atLeast(3, 4), 128, 96), (.moreThan(1, 2), 13, 7), (.atLeast(2, 3), 15, 10),
    (.moreThan(2, 3), 15, 11), (.atLeast(1, 2), 16, 8), (.atLeast(2, 3), 0, 0), (.atLeast(1, 5, people: 3), 10, 3),
    (.atLeast(1, 5, people: 3), 16, 4), (.moreThan(1, 2), 1, 1),
  ])
  func sharesAreWholeNumbers(share: Share, whole: Int, needed: Int) {
    #expect(share.needed(of: whole) == needed)
  }

  /// The least number that reaches a share, found by counting, is the one computed.
  @Test func noRoundingHidesAPerson() {
    for whole in 1...200 {
      for (share, isReached) in [
        (Share.moreThan(1, 2), { (count: Int) in count * 2 > whole }),
        (Share.atLeast(2, 3), { (count: Int) in count * 3 >= whole * 2 }),
        (Share.atLeast(3, 4), { (count: Int) in count * 4 >= whole * 3 }),
      ] { #expect(share.needed(of: whole) == (0...whole).first(where: isReached)) }
    }
  }

  @Test func everyRuleSaysWhereItComesFrom() {
    let rules = Profile.cn.meetingRules
    #expect(Set(rules.map(\.choice.name.english)).count == rules.count)
    for rule in rules {
      #expect(!rule.source.english.isEmpty && rule.source.chinese.count > 5, "\(rule.choice.name.english)")
      #expect(rule.revised.map { rule.since < $0 } ?? true)
      #expect(rule.noticeDays >= 3 && rule.publicDays >= 7)
    }
    #expect(MeetingRule.Proxies.share(numerator: 1, denominator: 5).limit(of: 16) == 3)
    #expect(MeetingRule.Proxies.none.limit(of: 16) == 0)
    #expect(MeetingRule.Proxies.unlimited.limit(of: 16) == nil)
  }
}
