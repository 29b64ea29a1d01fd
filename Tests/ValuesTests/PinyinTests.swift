import Foundation
import Testing

@testable import Values

@Suite struct PinyinTests {
  @Test(arguments: [
    ("胡建国", "hu jian guo"), ("湖建国", "hu jian guo"), ("胡健国", "hu jian guo"), ("李", "li"), ("", ""),
    ("吕布", "lv bu"), ("女娲", "nv wa"), ("略", "lve"), ("〇", "ling"), ("刘𬭩", "liu weng"),
    ("古丽·阿依", "gu li a yi"), ("3栋", "3 dong"), ("Anna Lee", "anna lee"), ("José", "jose"), ("李O'Neil", "li o neil"),
    ("\u{E000}", ""), ("👵李", "li"), ("· ·", ""),
  ])
  func reads(name: String, syllables: String) {
    #expect(Pinyin(name).syllables.joined(separator: " ") == syllables)
  }

  @Test(arguments: [
    ("曾国藩", "zeng guo fan"), ("单雄信", "shan xiong xin"), ("仇英", "qiu ying"), ("解缙", "xie jin"), ("区适", "ou shi"),
    ("查良镛", "zha liang yong"), ("盖叫天", "ge jiao tian"), ("单于飞", "shan yu fei"), ("乐毅", "yue yi"),
    ("欧阳修", "ou yang xiu"), ("尉迟恭", "yu chi gong"), ("万俟卨", "mo qi xie"), ("澹台灭明", "tan tai mie ming"),
    ("长孙无忌", "zhang sun wu ji"), ("長孫無忌", "zhang sun wu ji"), ("卜长青", "bu chang qing"), ("尉迟", "wei chi"),
  ])
  func knowsSurnames(name: String, syllables: String) {
    #expect(Pinyin(name).syllables.joined(separator: " ") == syllables)
  }

  @Test(arguments: [("李单", "li dan"), ("王解", "wang jie"), ("王曾", "wang ceng"), ("李晟", "li sheng")])
  func readsGivenNamesOtherwiseThanSurnames(name: String, syllables: String) {
    #expect(Pinyin(name).syllables.joined(separator: " ") == syllables)
  }

  @Test func joinsAndShortens() {
    #expect(Pinyin("胡建国").joined == "hujianguo")
    #expect(Pinyin("胡建国").initials == "hjg")
    #expect(Pinyin("长孙无忌").initials == "zswj")
    #expect(Pinyin("").joined.isEmpty && Pinyin("").initials.isEmpty)
  }

  @Test(arguments: ["hujianguo", "HuJianguo", "hu jian guo", "hu'jian'guo", "Hú Jiànguó"])
  func foldsWhatIsTyped(typed: String) {
    #expect(Pinyin.folded(typed) == Pinyin("胡建国").joined)
  }

  @Test func foldsTheLetterThatKeyboardsLack() { #expect(Pinyin.folded("Lǚ Bù") == Pinyin("吕布").joined) }

  @Test func readsEveryHanCharacterInLettersOrKeepsIt() throws {
    for code in stride(from: 0x3400, through: 0x9FFF, by: 7) {
      let character = try #require(Unicode.Scalar(code)).description
      let syllables = Pinyin(character).syllables
      #expect(syllables.count <= 1)
      #expect(syllables.allSatisfy { $0 == character || $0.allSatisfy { $0.isASCII && $0.isLowercase } })
    }
  }
}
