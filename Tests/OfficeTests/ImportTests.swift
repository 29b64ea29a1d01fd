import CommandLanguage
import Diagnostics
import Office
import Records
import Sheets
import Testing
import Values

@Suite struct ImportTests {
  private let residents = """
    姓名,楼栋,单元,室,联系电话,是否党员
    张伟,3栋,1,101,13800001234,是
    张伟,5栋,1,101,,否
    刘𬭩,三栋,2,402,138 0000 5678,
    古丽•阿依,1栋,2,201,,

    """

  /// The story's sheet of shops, as Excel saves it: GB 18030 without a mark, with one telephone number that is none.
  @Test func aWrongNumberIsNamedByItsLineAndNothingIsKept() throws {
    let desk = try SheetDesk()
    func shops(phoneInLine57: String) -> String {
      "店名,位置,联系人,电话\r\n"
        + (2...104).map { line in
          let phone = line == 57 ? phoneInLine57 : "138000\(10_000 + line)"
          return "示例商铺\(line),临街\(line)号,示例甲,\(phone)\r\n"
        }.joined()
    }
    try desk.write("shops.csv", shops(phoneInLine57: "1380000"), encoding: .gb18030)
    let rehearsal = try desk.run("shop import shops.csv --dry-run")
    #expect(
      rehearsal == """
        shops.csv:2: name=示例商铺2 address=临街2号 contact=示例甲 phone=138****0002
        shops.csv:3: name=示例商铺3 address=临街3号 contact=示例甲 phone=138****0003
        shops.csv:4: name=示例商铺4 address=临街4号 contact=示例甲 phone=138****0004
        shops.csv:57:18: error: 1380000 is not a telephone number [E-VALUE]
          57 | 示例商铺57,临街57号,示例甲,1380000
             |                            ^^^^^^^ an example: 13800001234
        shops.csv (GB18030): read 103, new 102, changed 0, same 0, refused 1
        this was a dry run; nothing was changed

        """)
    #expect(try desk.run("shop count") == "0\n")
    let refusal = try desk.refusal("shop import shops.csv")
    #expect(refusal.hasPrefix("shops.csv:57:18: error: 1380000 is not a telephone number [E-VALUE]\n"))
    #expect(
      refusal.contains("1 of 103 rows was refused, the first in line 57; nothing was imported [E-IMPORT]\n"))
    #expect(try desk.run("shop count") == "0\n")
    try desk.write("shops.csv", shops(phoneInLine57: "13800000000"), encoding: .gb18030)
    #expect(
      try desk.run("shop import shops.csv") == "shops.csv (GB18030): read 103, new 103, changed 0, same 0, refused 0\n")
    #expect(
      try desk.run("shop import shops.csv") == "shops.csv (GB18030): read 103, new 0, changed 0, same 103, refused 0\n")
  }

  /// Rows that were put aside are no failure: what came of them is in the row that `$( )` gets.
  @Test func aScriptIsToldWhichRowsWerePutAsideAndWhy() throws {
    let desk = try SheetDesk()
    try desk.write("shops.csv", "店名,位置,电话\n甲,临街1号,1\n乙,临街2号,13800001234\n")
    let lines = """
      let r = $(shop import shops.csv rejects=again.csv)
      print $r.new $r.refused $r.reasons
      """
    #expect(try desk.run(lines) == "1 1 shops.csv:2: 1 is not a telephone number\n")
    #expect(try desk.run("print $(len($(shop import again.csv --dry-run).reasons))") == "1\n")
  }

  @Test func fullWidthDigitsAreARoomAndACode() throws {
    let desk = try SheetDesk()
    try desk.write("a.csv", "姓名,楼栋,单元,室\n刘𬭩,3栋,２,４０２\n")
    #expect(try desk.run("resident import a.csv").hasPrefix("a.csv (UTF-8): read 1, new 1,"))
    #expect(try desk.run("居民 计数 室＝４０２ 姓名=刘𬭩") == "1\n")
    #expect(try desk.run("print $(resident count room=\"４０２\" name=刘𬭩)") == "1\n")
    #expect(try desk.run("grid add Ｇ９９ name=新网格").hasPrefix("G99"))
  }

  @Test func namesAreKeptAsTheRuleWantsThemAndTwoOfOneNameStayTwo() throws {
    let desk = try SheetDesk()
    try desk.write("a.csv", residents)
    #expect(try desk.run("resident import a.csv").hasPrefix("a.csv (UTF-8): read 4, new 4,"))
    #expect(
      try desk.run("resident list 姓名=张伟 | select handle building | to csv") == "handle,building\r\nR1,3栋\r\nR2,5栋\r\n")
    #expect(try desk.run("resident list | select name | to csv").hasSuffix("刘𬭩\r\n古丽·阿依\r\n"))
    for mode in ["add", "update", "fill"] {
      #expect(
        try desk.run("resident import a.csv mode=\(mode)")
          == "a.csv (UTF-8): read 4, new 0, changed 0, same 4, refused 0\n", "\(mode)")
    }
    #expect(try desk.run("print $(resident import a.csv).same") == "4\n")
  }

  @Test(arguments: TextEncoding.allCases)
  func everyEncodingIsReadAndSaid(encoding: TextEncoding) throws {
    let desk = try SheetDesk()
    try desk.write("a.csv", encoding.byteOrderMark + (try #require(encoding.encode(residents))))
    let mark = encoding == .utf8 ? " with mark" : ""
    #expect(try desk.run("resident import a.csv").hasPrefix("a.csv (\(encoding.rawValue)\(mark)): read 4, new 4,"))
    #expect(try desk.run("resident count name=刘𬭩") == "1\n")
  }

  @Test func theModeSaysWhatBecomesOfRecordsThatAreThere() throws {
    let desk = try SheetDesk()
    try desk.write("a.csv", residents)
    try desk.run("resident import a.csv")
    try desk.write("b.csv", "姓名,楼栋,手机,居住性质\n张伟,3栋,13800009999,\n张伟,5栋,13800008888,租户\n")
    let refusal = try desk.refusal("resident import b.csv")
    #expect(refusal.contains("b.csv:2:7: error: 张伟 (R1) is there already, with the phone 138****1234 [E-DIFFERS]"))
    #expect(refusal.contains("b.csv:3:7: error: 张伟 (R2) is there already, without phone [E-DIFFERS]"))
    #expect(
      try desk.run("resident import b.csv mode=fill") == "b.csv (UTF-8): read 2, new 0, changed 1, same 1, refused 0\n")
    #expect(
      try desk.run("print $(resident reveal R1 reason=核对).phone $(resident reveal R2 reason=核对).phone")
        == "13800001234 13800008888\n")
    #expect(
      try desk.run("resident import b.csv mode=update")
        == "b.csv (UTF-8): read 2, new 0, changed 1, same 1, refused 0\n")
    #expect(try desk.run("print $(resident reveal R1 reason=核对).phone") == "13800009999\n")
    // The columns that are given replace what is there, also with nothing.
    try desk.write("c.csv", "代号,电话,居住性质\nR2,,\n")
    #expect(try desk.run("resident import c.csv").contains("same 1"))
    #expect(
      try desk.run("resident import c.csv mode=update")
        == "c.csv (UTF-8): read 1, new 0, changed 1 (2 values emptied), same 0, refused 0\n")
    #expect(try desk.run("print \"$(resident show R2).tenancy|$(resident show R2).room\"") == "|101\n")
    try desk.write("d.csv", "代号,姓名\nR2,\n")
    #expect(try desk.refusal("resident import d.csv mode=update").contains("E-MISSING"))
  }

  @Test func nothingIsGuessed() throws {
    let desk = try SheetDesk()
    try desk.run("resident add 张伟 building=3栋 unit=1 room=101; resident add 张伟 building=5栋; resident add 李梅")
    func refusal(_ text: String) throws -> String {
      try desk.write("a.csv", text)
      return try desk.refusal("resident import a.csv mode=update")
    }
    #expect(try refusal("姓名,电话\n张伟,13800001234\n").contains("the row may be about 2 records [E-AMBIGUOUS]"))
    #expect(try refusal("姓名,楼栋,单元,室\n李梅,1栋,1,101\n").contains("the row may be about 李梅 (R3), but does not say so"))
    #expect(try refusal("姓名,楼栋,单元,室\n张伟,5栋,1,101\n").contains("write R2 into a column handle"))
    #expect(try refusal("姓名,楼栋,单元,室\n张伟,3栋,,\n").contains("张伟 (R1, 3栋1单元101), but does not say so"))
    #expect(try refusal("代号,姓名\nR1,李梅\n").contains("R1 is 张伟, not 李梅 [E-DIFFERS]"))
    #expect(try refusal("代号,姓名\nR9,王芳\n").contains("leave the cell empty for a new one; it becomes R4"))
    #expect(try refusal("代号,姓名\nR9,李梅\n").contains("did you mean 李梅 (R3)?"))
    #expect(try refusal("代号,姓名\nX1,李梅\n").contains("X1 is no handle of a resident"))
    #expect(
      try refusal("代号,电话\nR1,\nR1,\n").contains(
        "a.csv:3:1: error: an earlier row is about the same resident [E-DUPLICATE]"))
    #expect(try refusal("姓名,楼栋,单元,室\n王芳,1栋,1,101\n王芳,1栋,1,101\n").contains("E-DUPLICATE"))
    #expect(try refusal("姓名,楼栋,单元,室\n王芳,1栋,1,101\n王芳,1栋,,\n").contains("an earlier row added it"))
    #expect(try desk.run("resident count") == "3\n")
    // Who gives the handle is understood, and a series of handles may be carried on.
    try desk.write("a.csv", "代号,姓名,楼栋,单元,室\nR3,李梅,1栋,1,101\nR4,王芳,1栋,1,102\n,周勇,1栋,1,201\n")
    #expect(try desk.run("resident import a.csv mode=fill").contains("new 2, changed 1, same 0"))
    #expect(try desk.run("resident show R5 | select name | to csv") == "name\r\n周勇\r\n")
  }

  /// Whether the records are looked up one by one or gathered first, the same rows are the same records.
  @Test func manyRowsAreFoundAsFewAre() throws {
    let desk = try SheetDesk()
    func sheet(_ numbers: some Sequence<Int>) -> String {
      "店名,位置,联系人\n" + numbers.map { "示例店\($0 % 7),临街\($0)号,\($0)\n" }.joined()
    }
    try desk.write("a.csv", sheet(0..<400))
    #expect(try desk.run("shop import a.csv").contains("new 400"))
    try desk.write("b.csv", sheet(0..<10))
    #expect(try desk.run("shop import b.csv").contains("same 10"))
    try desk.write("c.csv", sheet((0..<500).reversed()))
    #expect(try desk.run("shop import c.csv").contains("new 100, changed 0, same 400"))
    try desk.write("d.csv", "店名,位置\n示例店3,\n")
    #expect(try desk.refusal("shop import d.csv").contains("E-AMBIGUOUS"))
  }

  @Test func columnsAreKnownByWhatPeopleWrite() throws {
    let desk = try SheetDesk()
    try desk.write("a.csv", "备注, 房 号 ,楼号,*姓名,党员(是/否),单元,出生日期,,身份证号\n新来,101,1栋,李梅,是,1,1950年,,\n")
    #expect(try desk.run("resident import a.csv").contains("new 1"))
    #expect(
      try desk.run("resident list | select name building unit room born party note | to csv")
        == "name,building,unit,room,born,party,note\r\n李梅,1栋,1,101,1950-01-01~year,yes,新来\r\n")
    func refusal(_ text: String) throws -> String {
      try desk.write("b.csv", text)
      return try desk.refusal("resident import b.csv")
    }
    let unknown = try refusal("姓名,联系人电话,身份证号\n王芳,13800001234,\n周勇,,430381199001011234\n")
    #expect(unknown.contains("b.csv:1:4: error: resident has no field 联系人电话 [E-COLUMN]"))
    #expect(unknown.contains("did you mean 联系电话?") && unknown.contains("1 column cannot be imported"))
    #expect(!unknown.contains("身份证号 [E-COLUMN]"))
    #expect(try refusal("姓名,年龄\n王芳,30\n").contains("age is worked out from other fields, not kept [E-COLUMN]"))
    #expect(try refusal("姓名,电话,手机\n").contains("b.csv:1:7: error: two columns hold phone [E-COLUMN]"))
    #expect(try refusal("姓名,\n王芳,x\n").contains("this column has no heading"))
    #expect(try refusal("楼栋,室\n3栋,101\n").contains("a column name is needed, or handle"))
    #expect(try refusal("姓名，楼栋，电话\n王芳，3栋，\n").contains("cells are separated by commas or tabs"))
    #expect(try refusal("").contains("b.csv is empty [E-SHEET]"))
    #expect(try refusal("姓名,电话（隐去）\n王芳,138****1234\n").contains("the column phone is masked [E-MASKED]"))
    #expect(try refusal("姓名,电话\n王芳,138****1234\n").contains("the value is masked [E-MASKED]"))
    #expect(try refusal("姓名,楼栋\n王芳,4栋\n").contains("did you mean"))
  }

  @Test func whatWasRefusedCanBeMendedAndImported() throws {
    let desk = try SheetDesk()
    let sheet = "店名\t位置\t电话\r\n甲\t临街1号\t123\r\n乙\t\"临街\t2号\"\t13800001234\r\n丙\t临街3号\r\n丁\t\"临街\r\n4号\"\tx"
    let bytes =
      TextEncoding.utf16LittleEndian.byteOrderMark + (try #require(TextEncoding.utf16LittleEndian.encode(sheet)))
    try desk.write("a.txt", bytes)
    let seen = try desk.run("shop import a.txt rejects=b.txt")
    #expect(seen.contains("a.txt:2:8: error: 123 is not a telephone number"))
    #expect(seen.contains("a.txt:4:7: error: the row has 2 cells, the headings are 3 [E-SHEET-ROW]"))
    #expect(
      seen.hasSuffix(
        "a.txt (UTF-16LE): read 4, new 1, changed 0, same 0, refused 3\nthe refused rows are in b.txt\n"))
    let rejected = "店名\t位置\t电话\r\n甲\t临街1号\t123\r\n丙\t临街3号\r\n丁\t\"临街\r\n4号\"\tx\r\n"
    #expect(
      try desk.bytes("b.txt")
        == TextEncoding.utf16LittleEndian.byteOrderMark
        + (try #require(TextEncoding.utf16LittleEndian.encode(rejected))))
    let mended = rejected.replacing("123", with: "13800001111").replacing("3号\r\n", with: "3号\t\r\n").replacing(
      "x", with: "")
    try desk.write(
      "b.txt",
      TextEncoding.utf16LittleEndian.byteOrderMark + (try #require(TextEncoding.utf16LittleEndian.encode(mended))))
    #expect(try desk.run("shop import b.txt rejects=b.txt").contains("new 3"))
    #expect(try desk.run("shop show 丁 | select address | to csv") == "address\r\n\"临街\n4号\"\r\n")
    #expect(try desk.run("shop show 乙 | select address | to jsonl") == "{\"address\":\"临街\\t2号\"}\n")
    // Without refused rows no file is made.
    #expect(try desk.run("shop import a.txt encoding=utf-16 mode=fill rejects=c.txt").contains("same 1, refused 3"))
    #expect(try desk.run("shop import b.txt rejects=d.txt").contains("same 3"))
    #expect(desk.exists("c.txt") && !desk.exists("d.txt"))
  }

  @Test func aHundredWrongRowsAreNotAllTold() throws {
    let desk = try SheetDesk()
    try desk.write("a.csv", "姓名,楼栋\n" + (0..<100).map { "示例\($0),\($0)号院\n" }.joined())
    let seen = try desk.refusal("resident import a.csv")
    #expect(seen.components(separatedBy: "[E-UNKNOWN-RECORD]").count == 21)
    #expect(seen.contains("100 of 100 rows were refused, the first in line 2 (the first 20 are shown)"))
    let kept = try desk.run("resident import a.csv rejects=b.csv")
    #expect(kept.contains("… and 80 more rows were refused\n"))
    #expect(try desk.text("b.csv") == desk.text("a.csv"))
  }

  @Test func aScriptCanCatchWhatWasRefused() throws {
    let desk = try SheetDesk()
    try desk.write("a.csv", "姓名,电话\n李梅,\n王芳,1\n")
    #expect(
      try desk.run("try { resident import a.csv } catch e { print \"$e.code: $e.message\" }; resident count")
        == "E-IMPORT: 1 of 2 rows was refused, the first in line 3; nothing was imported\n0\n")
    #expect(try desk.refusal("resident import nowhere.csv").contains("E-FILE"))
    #expect(try desk.refusal("resident import a.csv encoding=utf-16").contains("E-"))
    // Who lives behind a door may change, the door may not.
    #expect(throws: DiagnosticList.self) { try desk.run("household import a.csv mode=update") }
  }

  @Test func rulesAndDoorsHoldForRowsAsForLines() throws {
    let desk = try SheetDesk()
    try desk.write("a.csv", "姓名,楼栋,单元,室,备注\n李梅,3栋,1,909,\n王芳,,,,身份证 430381199001011234\n")
    let seen = try desk.refusal("resident import a.csv")
    #expect(seen.contains("a.csv:2:9: error: 3栋 has no door 1-909 [E-DOOR]"))
    #expect(seen.contains("a.csv:3:7: error: the text holds an identity number [E-PRIVATE]"))
    // A building brings its doors, and one that is refused leaves none behind.
    try desk.write("b.csv", "楼栋,网格,单元数,层数,每层户数\n7栋,G1,1,2,2\n七栋,G1,1,2,2\n8栋,G9,1,2,2\n")
    let buildings = try desk.run("building import b.csv rejects=c.csv")
    #expect(buildings.contains("new 1, changed 0, same 0, refused 2"))
    #expect(try desk.run("household count building=7栋") == "4\n")
    #expect(try desk.run("household count") == "52\n")
  }

  @Test func theJournalNamesTheRow() throws {
    let desk = try SheetDesk()
    try desk.write("a.csv", "姓名,楼栋\n李梅,3栋\n王芳,5栋\n")
    try desk.run("resident import a.csv")
    let entries = try desk.session.store.journal(JournalQuery(order: .newestFirst, limit: 2)).collect()
    #expect(entries.map(\.origin) == ["test:1 < a.csv:3", "test:1 < a.csv:2"])
    #expect(entries.last?.command == "resident import a.csv")
    #expect(
      try desk.run("print $(journal show $(item($(journal list limit=1), 1).number)).command")
        == "resident import a.csv\n")
    #expect(try desk.run("undo").contains("resident import a.csv"))
    #expect(try desk.run("resident count") == "0\n")
    #expect(try desk.run("journal verify").contains("fit"))
  }

  @Test func whoStopsAnImportFindsNothingChanged() throws {
    let desk = try SheetDesk()
    try desk.write("a.csv", "店名,位置\n" + (0..<500).map { "示例店\($0),临街\($0)号\n" }.joined())
    desk.isInterrupted = { $0 > 300 }
    #expect(throws: Interruption.self) { try desk.run("shop import a.csv rejects=b.csv") }
    desk.isInterrupted = { _ in false }
    #expect(try desk.run("shop count") == "0\n")
    #expect(!desk.exists("b.csv"))
    #expect(try desk.run("shop import a.csv").contains("new 500"))
  }

  @Test func aFileThatBreaksOffIsRefusedWhole() throws {
    let desk = try SheetDesk()
    try desk.write("a.csv", "店名,位置\n甲,临街1号\n乙,\"临街\n丙,临街3号\n")
    let seen = try desk.refusal("shop import a.csv rejects=b.csv")
    #expect(seen.contains("a.csv:3:3: error: this quote is never closed [E-SHEET-ROW]"))
    #expect(try desk.run("shop count") == "0\n")
    #expect(!desk.exists("b.csv"))
  }

  @Test func aDryRunOfAScriptWritesNoFile() throws {
    let desk = try SheetDesk()
    try desk.write("a.csv", "店名,电话\n甲,1\n乙,\n")
    var seen = ""
    try desk.session.rehearse { seen = try desk.run("shop import a.csv rejects=b.csv") }
    #expect(seen.contains("would write b.csv\n") && seen.contains("new 1"))
    #expect(!desk.exists("b.csv"))
    #expect(try desk.run("shop count") == "0\n")
  }

  @Test func moneyComesInThroughItsOwnVerbs() {
    let importable = OfficeCommands.all.filter { $0.declaration.verb?.english == "import" }.map(
      \.declaration.noun.english)
    #expect(importable == ["grid", "building", "household", "resident", "shop", "body", "figure"])
  }
}
