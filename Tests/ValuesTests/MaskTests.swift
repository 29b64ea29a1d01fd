import Sentences
import Testing

@testable import Values

@Suite struct MaskTests {
  @Test(arguments: [
    ("13800008000", "138****8000"), ("0731-56780001", "0731******01"), ("010-12345678", "010******78"), ("110", "110"),
    ("4001234567", "4001234567"), ("+442079460000", "+44****0000"), ("+123456", "+****56"), ("no number", "***"),
    ("", "***"),
    ("13800001234*", "***"), ("138****8000", "138****8000"),
  ])
  func masksPhones(number: String, masked: String) { #expect(Phone.masked(number) == masked) }

  @Test(arguments: [
    ("段正淳", "段**"), ("雷军", "雷*"), ("欧阳明日", "欧阳**"), ("欧阳", "欧*"), ("诸葛亮", "诸葛*"), ("第五伦", "第五*"),
    ("古丽·阿依", "古*·**"), ("刘𬭩", "刘*"), ("𠮷田", "𠮷*"), ("e\u{301}a", "e\u{301}*"), ("胡", "*"), ("", ""), ("👨‍👩‍👧家", "👨‍👩‍👧*"),
    ("Hu Jianguo", "H*********"),
  ])
  func masksNames(name: String, masked: String) { #expect(PersonName.masked(name) == masked) }

  @Test(arguments: [
    ("430381199001011236", "**************1236"), ("43038119900101123x", "**************123X"),
    ("430381 19900101 1236", "**************1236"), ("4303811990", "***"),
  ])
  func masksIdentityNumbers(number: String, masked: String) { #expect(IdentityNumber.masked(number) == masked) }

  @Test(arguments: [
    ("伏虎小区3栋2单元402室", "伏虎小区3栋"), ("3-2-402", "3栋"), ("三栋二单元402", "3栋"), ("3栋", "3栋"), ("somewhere", "***"),
  ])
  func masksAddresses(address: String, masked: String) { #expect(HouseAddress.masked(address) == masked) }

  /// Masking what is masked changes nothing, whatever was typed, and no mask shows more than half of a long number.
  @Test func maskingTwiceIsMaskingOnce() {
    var generator = SeededGenerator(seed: 24)
    let pieces: [String] = [
      "1", "3", "8", "0", "9", "*", "+", "-", " ", "·", "•", "胡", "欧", "阳", "第", "五", "𬭩", "𠮷", "a", "é", "e\u{301}",
      "\u{301}", "\u{200D}", "\u{FE0F}", "👨‍👩‍👧", "🇨", "🇳", "\u{0600}", "\u{1100}", "\u{1161}", "栋", "单元", "室", "3栋",
      "13800001234",
      "0731-5678", "0000", "X", "x", "４", "\r", "\n", "\t", "(", ")", "430381", "19900101",
    ]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...9, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? ""
      }
      .joined()
      for mask in [Phone.masked, PersonName.masked, IdentityNumber.masked, HouseAddress.masked] {
        let once = mask(text)
        #expect(mask(once) == once, "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
      }
      let digits = text.filter(\.isASCIIDigit)
      if digits.count >= 11, Phone(text) != nil {
        #expect(Phone.masked(text).filter(\.isASCIIDigit).count <= 7 || Phone(text)?.isServiceLine == true)
      }
    }
  }
}
