import Testing

@testable import Values

@Suite struct AddressTests {
  @Test(arguments: [
    "伏虎小区3栋2单元402室", "3-2-402", "３-２-４０２", "３栋２单元４０２", "三栋二单元402", "三栋二单元四〇二", "三栋二单元四百零二室", "3号楼2门402户", "3幢2单元402",
    "3座2梯402号", "3#2单元402", "3#楼2-402", "3栋2-402", "3栋-2单元-402室", " 3栋 2单元 402 室 ", "第3栋第2单元第402室", "伏虎小区3—2—402",
    "03栋2单元402", "3栋2单元4楼402室", "3－2－402", "3栋2单元402号房",
  ])
  func readsDoors(text: String) {
    let address = HouseAddress(text)
    #expect(address?.building == "3栋")
    #expect(address?.unit == 2)
    #expect(address?.room == "402")
    #expect(address?.text == "3栋2单元402")
  }

  @Test(arguments: [
    ("平房5号", HouseAddress(building: "平房", room: "5")), ("平房五号", HouseAddress(building: "平房", room: "5")),
    ("5号平房", HouseAddress(building: "平房", room: "5")), ("平房", HouseAddress(building: "平房")),
    ("东区平房１２号", HouseAddress(estate: "东区", building: "平房", room: "12")),
    ("门面12号", HouseAddress(building: "门面", room: "12")), ("临街商铺3号", HouseAddress(building: "临街商铺", room: "3")),
    ("3栋门面2号", HouseAddress(building: "3栋", room: "门面2")), ("3-402", HouseAddress(building: "3栋", room: "402")),
    ("3栋402", HouseAddress(building: "3栋", room: "402")), ("3栋", HouseAddress(building: "3栋")),
    ("3栋2单元", HouseAddress(building: "3栋", unit: 2)), ("A座1203", HouseAddress(building: "A栋", room: "1203")),
    ("b2栋1单元101", HouseAddress(building: "B2栋", unit: 1, room: "101")),
    ("银座小区3栋", HouseAddress(estate: "银座小区", building: "3栋")),
    ("五座小区3栋2单元402", HouseAddress(estate: "五座小区", building: "3栋", unit: 2, room: "402")),
    ("阳光100小区十二栋", HouseAddress(estate: "阳光100小区", building: "12栋")),
    ("A区3-2-402", HouseAddress(estate: "A区", building: "3栋", unit: 2, room: "402")),
    ("3栋2单元402a", HouseAddress(building: "3栋", unit: 2, room: "402A")),
    ("3栋2单元402-1", HouseAddress(building: "3栋", unit: 2, room: "402-1")),
  ])
  func readsOtherPlaces(text: String, address: HouseAddress) { #expect(HouseAddress(text) == address) }

  @Test(arguments: [
    "", "402", "伏虎小区", "栋", "3", "3-2", "0-1-101", "3-0-402", "3-99-402", "3-2-", "-2-402", "3栋2单元402室旁边", "3栋2单元4楼302",
    "3-2-4-2", "物业楼", "零栋", "3栋\u{1B}[31m", "3-2-402-9-9", "十十栋", "2020-08-02-1",
  ])
  func refusesWhatIsNoAddress(text: String) { #expect(HouseAddress(text) == nil) }

  @Test func longTextsAreRefusedAtOnce() {
    #expect(HouseAddress(String(repeating: "3栋", count: 100_000)) == nil)
    #expect(HouseAddress(String(repeating: "一", count: 100) + "栋") == nil)
  }

  @Test(arguments: [
    ("三栋", "3栋"), ("３栋", "3栋"), ("3#楼", "3栋"), ("3#", "3栋"), ("十二栋", "12栋"), ("一百零二幢", "102栋"), ("003栋", "3栋"),
    ("a座", "A栋"), ("东塔", "东塔"), ("物业楼", "物业楼"), ("平房", "平房"), (" 东塔 ", "东塔"),
  ])
  func namesBuildings(typed: String, kept: String) { #expect(HouseAddress.normalizedBuilding(typed) == kept) }

  @Test func whatIsWrittenIsReadAgain() {
    for building in ["3栋", "A栋", "平房", "门面"] {
      for room in ["402", "12", "402A"] {
        let address = HouseAddress(building: building, unit: building.hasSuffix("栋") ? 2 : nil, room: room)
        #expect(HouseAddress(address.text) == address)
      }
    }
  }
}
