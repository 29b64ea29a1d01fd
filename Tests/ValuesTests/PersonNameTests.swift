import Diagnostics
import Testing

@testable import Values

@Suite struct PersonNameTests {
  @Test(arguments: ["古丽•阿依", "古丽・阿依", "古丽‧阿依", "古丽．阿依", "古丽.阿依", "古丽。阿依", "古丽･阿依", " 古丽 · 阿依 ", "古丽·阿依"])
  func keepsOneDotBetweenHanCharacters(typed: String) { #expect(PersonName.normalized(typed) == "古丽·阿依") }

  @Test(arguments: [
    ("张　伟", "张伟"), ("张 伟", "张伟"), (" 张伟\u{A0}", "张伟"), ("Ａｎｎ　Ｌｅｅ", "Ann Lee"), ("Ann   Lee", "Ann Lee"),
    ("J. R. Smith", "J. R. Smith"), ("O'Neill", "O'Neill"), ("Jose\u{301}", "José"), ("刘𬭩", "刘𬭩"), ("𠮷田", "𠮷田"),
    ("㙍某", "㙍某"),
    ("阿卜杜拉·买买提·伊敏", "阿卜杜拉·买买提·伊敏"), ("胡\u{FA19}", "胡神"),
  ])
  func keepsNamesAlike(typed: String, kept: String) {
    #expect(PersonName.normalized(typed) == kept)
    #expect(PersonName.normalized(kept) == kept, "once is enough")
    #expect(throws: Never.self) { try PersonName.check(kept) }
  }

  @Test(arguments: [
    "张\u{200B}伟", "张\u{200D}伟", "\u{FEFF}张伟", "张\u{202E}伟", "张\u{2066}伟", "张\u{AD}伟", "张\u{0}伟", "张\u{1B}[31m伟", "张\n伟",
    "张\t伟", "张伟\u{FE0F}", "葛\u{E0100}", "张\u{2028}伟", "张\u{115F}伟", "张\u{E000}", "张\u{F0000}", "123", "***", "·", "—",
    "",
  ])
  func refusesWhatIsNoName(text: String) {
    #expect(throws: Diagnostic.self) { try PersonName.check(PersonName.normalized(text)) }
  }

  @Test func saysWhichSignIsInvisible() {
    do {
      try PersonName.check("张\u{200B}伟")
      Issue.record("it was taken")
    } catch let diagnostic as Diagnostic {
      #expect(diagnostic.code == .personName && diagnostic.message.english.contains("U+200B"))
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test(arguments: [("段正淳", "段**"), ("雷军", "雷*"), ("欧阳明日", "欧阳**"), ("古丽·阿依", "古*·**"), ("刘𬭩", "刘*")])
  func masksNames(name: String, masked: String) {
    #expect(PersonName.masked(name) == masked)
    #expect(PersonName.masked(masked) == masked)
  }
}
