import Testing

@testable import Values

@Suite struct PeopleTests {
  @Test(arguments: [
    ("13800001234", "13800001234"), ("+86 138 0000 1234", "13800001234"), ("１３８００００１２３４", "13800001234"),
    ("073156780000", "0731-56780000"), ("0731-56780000", "0731-56780000"), ("01012345678", "010-12345678"),
    ("110", "110"),
    ("12345", "12345"), ("+44 20 7946 0000", "+442079460000"), ("400-123-4567", "4001234567"),
  ])
  func readsPhones(text: String, number: String) { #expect(Phone(text)?.number == number) }

  @Test(arguments: ["", "1380000123", "12800001234", "abc", "0731-123", "+12"])
  func refusesWhatIsNoPhone(text: String) { #expect(Phone(text) == nil) }

  @Test(arguments: [("13800008000", "138****8000"), ("0731-56780001", "0731******01"), ("110", "110")])
  func masksPhones(number: String, masked: String) { #expect(Phone(number)?.masked == masked) }

  @Test(arguments: [("段正淳", "段**"), ("雷军", "雷*"), ("欧阳明日", "欧阳**"), ("古丽·阿依", "古*·**"), ("刘𬭩", "刘*")])
  func masksNames(name: String, masked: String) {
    #expect(PersonName.masked(name) == masked)
    #expect(PersonName.masked(masked) == masked)
  }

  @Test(arguments: ["古丽•阿依", "古丽・阿依", "古丽‧阿依", " 古丽·阿依 "])
  func keepsOneDotInNames(typed: String) { #expect(PersonName.normalized(typed) == "古丽·阿依") }

  @Test(arguments: ["伏虎小区3栋2单元402室", "3-2-402", "３栋２单元４０２", "三栋二单元402", "3号楼2门402户", "3幢2单元402"])
  func readsDoors(text: String) {
    let address = HouseAddress(text)
    #expect(address?.building == "3栋")
    #expect(address?.unit == 2)
    #expect(address?.room == "402")
    #expect(address?.text == "3栋2单元402")
  }

  @Test(arguments: [("三栋", "3栋"), ("３栋", "3栋"), ("3#楼", "3栋"), ("十二栋", "12栋"), ("东塔", "东塔"), ("物业楼", "物业楼")])
  func namesBuildings(typed: String, kept: String) { #expect(HouseAddress.normalizedBuilding(typed) == kept) }
}
