import Diagnostics
import Testing
import Values

@testable import Records

@Suite struct RuleTests {
  /// 16 members: majority 9, two thirds 11, three quarters 12; 128 households: 65, 86, 96.
  @Test(arguments: [
    (1, 2, true, 16, 9), (2, 3, false, 16, 11), (3, 4, false, 16, 12), (1, 2, true, 128, 65), (2, 3, false, 128, 86),
    (3, 4, false, 128, 96), (1, 2, true, 13, 7), (2, 3, false, 0, 0),
  ])
  func sharesAreWholeNumbers(numerator: Int, denominator: Int, moreThan: Bool, whole: Int, needed: Int) {
    let share = MeetingRule.Share(numerator: numerator, denominator: denominator, moreThan: moreThan)
    #expect(share.needed(of: whole) == needed)
  }

  @Test(arguments: ["身份证430381199001011234", "４３０３８１１９９００１０１１２３４", "43038119900101123X"])
  func identityNumbersAreRefused(text: String) {
    #expect(throws: Diagnostic.self) { try PublicText.refuseIdentityNumber(in: text) }
  }

  @Test(arguments: ["13800001234", "20200726 2020072700", "4303811990010112345678".prefix(17).description])
  func otherNumbersAreNot(text: String) throws { try PublicText.refuseIdentityNumber(in: text) }

  @Test func onlyWhatWasAgreedIsPublished() throws {
    try PublicText.check("楼栋长 胡建国 ☎ 13800001234", phones: ["13800001234"], names: ["胡建国"])
    #expect(throws: Diagnostic.self) { try PublicText.check("☎ 13800001234", phones: [], names: []) }
    #expect(throws: Diagnostic.self) { try PublicText.check("☎ 0731-56780000", phones: [], names: []) }
    for room in ["2单元501", "501室", "3-2-501", "２单元５０１"] {
      #expect(throws: Diagnostic.self) { try PublicText.check("胡建国 \(room)", phones: [], names: ["胡建国"]) }
    }
    #expect(throws: Diagnostic.self) { try PublicText.check("☎ １３８００００１２３４", phones: [], names: []) }
    try PublicText.check("胡建国 2020-08-05 V12 501.00", phones: [], names: ["胡建国"])
    try PublicText.check("2单元501 漏水", phones: [], names: ["胡建国"])
  }
}
