import Diagnostics
import Testing
import Values

@testable import Records

/// What may not be published is found however it is written; what may be is left alone.
@Suite struct PublicTextTests {
  @Test(arguments: [
    "身份证430381199001011234", "４３０３８１１９９００１０１１２３４", "43038119900101123X", "430381 19900101 1236",
    "430381-19900101-1234", "4303 8119 9001 0112 34", "430381199001\n011234", "430381\u{200B}199001011234",
    "4 3 0 3 8 1 1 9 9 0 0 1 0 1 1 2 3 4", "四三〇三八一一九九〇〇一〇一一二三四", "110105194912 31002x", "110105－19491231－002Ｘ",
    "430381199001011236。", "号430381199001011236号",
  ])
  func identityNumbersAreRefused(text: String) {
    #expect(code { try PublicText.refuseIdentityNumber(in: text) } == .privacy)
  }

  @Test(arguments: [
    "13800001234", "20200726 2020072700", "43038119900101123", "2020-07-18 2020-07-25 2020-08-01",
    "200.00 3,200.00 9,700.00",
    "4303 8119 9001 0112 36", "430381 19901301 1234",
  ])
  func otherNumbersAreNot(text: String) throws { try PublicText.refuseIdentityNumber(in: text) }

  @Test(arguments: [
    "☎ 13800001234", "138 0000 1234", "138-0000-1234", "1 3 8 0 0 0 0 1 2 3 4", "１３８００００１２３４", "一三八〇〇〇〇一二三四",
    "幺三八零零零零幺二三四", "138\n0000\n1234", "138\u{200B}0000\u{200B}1234", "(138)00001234",
    "1\u{FE0F}\u{20E3}3\u{FE0F}\u{20E3}8\u{FE0F}\u{20E3}00001234", "138.0000.1234", "138·0000·1234",
    "138–0000–1234", "+86 13800001234", "008613800001234", "8613800001234", "0731-56781234", "0731 5678 1234",
    "（0731）56781234", "073156781234", "+44 20 7946 0000", "电话 56781234", "电话：5678-1234", "tel56781234",
    "手机尾号？13800001234！",
    "│ 138 0000       │\n│ 1234           │",
  ])
  func phonesAreRefused(text: String) {
    #expect(code { try PublicText.refuseNumbers(in: [text], except: ["0731-56780000", "13800005678"]) } == .privacy)
  }

  @Test(arguments: [
    "热线 0731-56780000", "０７３１－５６７８００００", "电话 56780000", "13800005678 0731-56780000", "138 0000 5678",
    "110 119 120 ｜ 政务 12345",
    "400-123-4567", "FH2020-0017  爱心居民  100.00", "2020-07-26 至 2020-08-01", "07-26 2020-08-01",
    "21,060.00 19,610.00 1,250.00",
    "12–0–1", "138 户、0 起、0 人", "10086",
  ])
  func whatAnyoneMayReadIsNot(text: String) throws {
    try PublicText.refuseNumbers(in: [text], except: ["0731-56780000", "13800005678"])
  }

  /// Two numbers in two places are not read as one.
  @Test func piecesAreReadApart() throws {
    try PublicText.refuseNumbers(in: ["138", "0000", "1234"], except: [])
    #expect(code { try PublicText.refuseNumbers(in: ["138 0000 1234"], except: []) } == .privacy)
  }

  @Test func aRoomBesideANameIsRefused() throws {
    let name: (String) -> String? = { $0.contains("胡建国") ? "胡建国" : nil }
    for text in ["胡建国 2单元501", "501室胡建国", "3-2-402 胡建国"] {
      #expect(code { try PublicText.refuseRooms(in: text, beside: name) } == .privacy, "\(text)")
    }
    for text in ["2单元501 漏水", "胡建国 3栋", "胡建国 2020-07-08"] { try PublicText.refuseRooms(in: text, beside: name) }
  }

  /// A number is found in whatever text it is hidden in, whatever stands between its digits.
  @Test func hiddenNumbersAreFound() {
    let digits: [(Int) -> String] = [
      { String($0) }, { String(UnicodeScalar(0xFF10 + UInt32($0)) ?? "0") },
      { String(Array("〇一二三四五六七八九")[$0]) }, { String(UnicodeScalar(0x0660 + UInt32($0)) ?? "0") },
    ]
    let separators = ["", " ", "-", "－", "·", ".", "\n", "\u{3000}", "\u{200B}", "—", "(", "）", " - ", "\r\n"]
    for write in digits {
      for separator in separators {
        for surroundings in [("说明：", "。"), ("联系", "x"), ("，\"", "\""), ("胡建国", "")] {
          for number in [13_800_001_234, 19_987_654_321] {
            let written = String(number).compactMap(\.wholeNumberValue).map(write).joined(separator: separator)
            let text = surroundings.0 + written + surroundings.1
            #expect(code { try PublicText.refuseNumbers(in: [text], except: []) } == .privacy, "\(text)")
          }
        }
      }
    }
  }
}
