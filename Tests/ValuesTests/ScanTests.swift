import Testing

@testable import Values

@Suite struct ScanTests {
  @Test(arguments: [
    ("电话13800001234", [["13800001234"]]), ("138 0000-1234", [["138", "0000", "1234"]]),
    ("１３８００００１２３４", [["13800001234"]]), ("一三八〇〇〇〇一二三四", [["13800001234"]]), ("١٣٨٠٠٠٠١٢٣٤", [["13800001234"]]),
    ("1\u{200B}3\u{200B}8", [["1", "3", "8"]]), ("21,060.00", [["21"], ["060", "00"]]), ("19:30", [["19"], ["30"]]),
    ("43038119900101123X", [["43038119900101123", "X"]]), ("X", []), ("没有", []), ("", []),
  ])
  func findsNumbersHoweverTheyAreWritten(text: String, groups: [[String]]) {
    #expect(NumberScan.runs(in: text).map(\.groups) == groups)
  }

  @Test(arguments: [
    ("499.50 − 499.50", [false, true, false, true]), ("12 100.00 7", [false, false, true, false]),
    ("138.00.00.12.34", [false, true, true, true, true]), ("1380000.12 34", [false, true, true]),
    ("138.0000.1234", [false, true, true]), ("138 0000.1234", [false, true, true]),
  ])
  func anAmountIsNoPartOfANumber(text: String, joins: [Bool]) {
    #expect(NumberScan.runs(in: text).map(\.joins) == [joins])
  }

  @Test func saysWhatStandsBeforeANumber() {
    #expect(NumberScan.runs(in: "联系电话：56780000").first?.context == "联系电话")
    #expect(NumberScan.runs(in: "☎ 56780000").first?.context == "☎")
    #expect(NumberScan.runs(in: "+44 20").first?.hasPlus == true)
    #expect(NumberScan.runs(in: "44 20").first?.hasPlus == false)
  }

  @Test(arguments: ["430381199001011234", "11010519491231002X"])
  func knowsIdentityNumbers(number: String) { #expect(IdentityNumber.isValid(number)) }

  @Test(arguments: [
    "430381199001011236", "990381199001011234", "430381199013011234", "43038119900101123", "4303811990010112345", "",
    "X30381199001011234",
  ])
  func otherDigitsAreNone(number: String) { #expect(!IdentityNumber.isValid(number)) }

  @Test(arguments: [
    ("2单元501", "501"), ("2 单元 ５０１", "501"), ("3-2-402", "402"), ("３－２－４０２", "402"), ("3—2—402", "402"), ("402室", "402"),
    ("4 0 2 室", "402"), ("二单元五〇一", "501"), ("3栋501", "501"), ("房号：501", "501"), ("单元\n501", "501"), ("1楼101号房", "101"),
    ("13800001234 501室", "501"), ("2单元\u{200B}501", "501"),
  ])
  func findsRooms(text: String, room: String) { #expect(RoomScan.first(in: text) == room) }

  @Test(arguments: [
    "2020-07-26", "3栋  2020-07-08  2023-07-07", "3栋 200.00", "会议室", "128 户", "3栋128户", "2020年7月", "FH2020-0017", "三室两厅",
    "13800001234", "1,250.00", "",
  ])
  func otherNumbersAreNoRooms(text: String) { #expect(RoomScan.first(in: text) == nil) }
}
