import Diagnostics
import Testing

@testable import Office

/// What a sheet says of people: their doors in one cell, and those who are gone.
@Suite struct ImportPeopleTests {
  @Test func anAddressStandsForBuildingUnitAndRoom() throws {
    let desk = try SheetDesk()
    try desk.write("a.csv", "姓名,住址\n李梅,3-1-101\n王芳,示例小区5栋2单元402室\n周勇,\n")
    #expect(try desk.run("resident import a.csv").contains("new 3"))
    #expect(
      try desk.run("resident list | select building unit room | to csv")
        == "building,unit,room\r\n3栋,1,101\r\n5栋,2,402\r\n,,\r\n")
    #expect(try desk.run("resident import a.csv").contains("same 3"))
    // The same people by their doors in three columns.
    try desk.write("b.csv", "姓名,楼栋,单元,室\n李梅,3栋,1,101\n王芳,5栋,2,402\n")
    #expect(try desk.run("resident import b.csv").contains("same 2"))
    try desk.write("c.csv", "姓名,地址\n李梅,3栋1单元909\n")
    #expect(try desk.refusal("resident import c.csv").contains("c.csv:2:4: error: 3栋 has no door 1-909 [E-DOOR]"))
    try desk.write("d.csv", "姓名,地址,楼栋\n李梅,3-1-101,3栋\n")
    #expect(try desk.refusal("resident import d.csv").contains("d.csv:1:4: error: address and building are both given"))
  }

  @Test func whoMovedOutIsNotTakenForWhoIsNew() throws {
    let desk = try SheetDesk()
    try desk.run("resident add 李梅 building=3栋 unit=1 room=101; resident move-out R1 on=2020-06-01")
    try desk.write("a.csv", "姓名,楼栋,单元,室\n李梅,3栋,1,101\n")
    let seen = try desk.refusal("resident import a.csv")
    #expect(seen.contains("the row may be about 李梅 (R1, 3栋1单元101, moved-out), but does not say so"))
    // Another door is another person, and who is there now is meant before who was there.
    try desk.write("b.csv", "姓名,楼栋,单元,室\n李梅,3栋,1,102\n")
    #expect(try desk.run("resident import b.csv").contains("new 1"))
    try desk.run("resident add 李梅 building=3栋 unit=1 room=101")
    #expect(try desk.run("resident import a.csv").contains("same 1"))
    // A sheet says nothing of who moved out, and who is gone is not in it unless asked for.
    try desk.run("resident export > a.csv")
    let sheet = try desk.text("a.csv")
    #expect(!sheet.contains("moved-out") && !sheet.contains("R1,"))
    try desk.run("resident export all=yes show=name,moved-out > b.csv")
    #expect(try desk.text("b.csv").hasPrefix("name,moved-out\r\n李梅,2020-06-01\r\n"))
    #expect(try desk.refusal("resident import b.csv").contains("moved-out is changed by a command of its own only"))
  }

  @Test func whoWasRecordedTwiceIsOne() throws {
    let desk = try SheetDesk()
    try desk.run("resident add 李梅 building=3栋 unit=1 room=101; resident add 李梅 building=5栋")
    try desk.run("resident merge R2 into=R1 keep=address")
    try desk.write("a.csv", "姓名,楼栋,备注\n李梅,5栋,\n")
    #expect(try desk.refusal("resident import a.csv").contains("李梅 (R1) is there already, with the building 3栋"))
    #expect(try desk.run("resident import a.csv mode=fill").contains("same 1"))
  }

  @Test func aTitleAboveTheHeadingsIsNamed() throws {
    let desk = try SheetDesk()
    try desk.write("a.csv", "示例小区居民登记表,,\n姓名,楼栋,单元\n李梅,3栋,1\n")
    #expect(try desk.refusal("resident import a.csv").contains("the first row names no field of a resident [E-COLUMN]"))
  }

  @Test func listsOfWordsComeBack() throws {
    let desk = try SheetDesk()
    try desk.write("a.csv", "姓名,标签\n李梅,\"大字版，上门\"\n")
    try desk.run("resident import a.csv")
    try desk.run("resident export show=name,tags > b.csv")
    #expect(try desk.text("b.csv") == "name,tags\r\n李梅,大字版、上门\r\n")
    #expect(try desk.run("resident import b.csv").contains("same 1"))
  }
}
