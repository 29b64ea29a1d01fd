import Diagnostics
import Office
import Records
import Sheets
import Testing
import Values

@Suite struct ExportTests {
  @Test func aSheetIsWrittenForExcel() throws {
    let desk = try SheetDesk(.chinese)
    try desk.run("居民 添加 李梅 楼栋=3栋 单元=1 室=101 电话=13800001234 党员=是 出生=1950年; 居民 添加 王芳 楼栋=5栋")
    try desk.run("居民 导出 楼栋=3栋 > a.csv")
    #expect(try desk.bytes("a.csv").starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(
      try desk.text("a.csv") == """
        代号,姓名,楼栋,单元,室,电话（隐去）,出生,居住性质,党员,迁入,备注,标签\r
        R1,李梅,3栋,1,101,138****1234,1950年,,是,,,\r

        """)
    try desk.run("居民 导出 显示=姓名,住址 排序=-姓名 限=1 格式=tsv 编码=gb18030 > b.txt".replacing("住址", with: "地址"))
    #expect(try desk.bytes("b.txt") == TextEncoding.gb18030.encode("姓名\t地址\r\n王芳\t5栋\r\n"))
    #expect(try desk.run("居民 导出 显示=姓名 编码=gb18030") == "姓名\r\n李梅\r\n王芳\r\n")
    #expect(throws: DiagnosticList.self) { try desk.run("居民 导出 | count") }
    #expect(throws: DiagnosticList.self) { try desk.run("居民 导出 显示=姓明") }
    #expect(try desk.run("print $(居民 导出 显示=姓名 限=1)") == "姓名\r\n李梅\r\n\n")
  }

  @Test func whatIsMaskedIsWrittenForAReasonOnly() throws {
    let desk = try SheetDesk()
    try desk.run("resident add 李梅 phone=13800001234; resident add 王芳 phone=13800005678")
    try desk.run("resident export > a.csv")
    #expect(try desk.text("a.csv").contains("phone (masked)") && !desk.text("a.csv").contains("13800001234"))
    #expect(try desk.refusal("resident import a.csv").contains("the column phone is masked [E-MASKED]"))
    #expect(try desk.run("journal list act=export | count") == "0\n")
    try desk.run("resident export name~李 phone=13800001234 reason=核对 > a.csv")
    #expect(try desk.text("a.csv").contains("R1,李梅,,,,13800001234,"))
    // Nothing is said of an export that shows nothing.
    try desk.run("resident export show=name reason=核对 > b.csv")
    let entries = try desk.session.store.journal(JournalQuery(act: "export")).collect()
    #expect(entries.map(\.after) == [#"{"reason":"核对","records":1}"#])
    #expect(entries.map(\.command) == ["resident export reason=核对 name~李 phone=***"])
    #expect(try desk.run("journal list act=export | select record | to csv") == "record\r\nresident\r\n")
    #expect(try desk.run("journal verify").contains("fit"))
    // Who said something is looked up one by one.
    #expect(throws: DiagnosticList.self) { try desk.run("opinion export reason=核对") }
  }

  @Test func formulasAreDisarmedAndComeBackAsTheyWere() throws {
    let desk = try SheetDesk()
    let names = ["=1+1", "+86", "-5", "@x", "'=1", "''-2", "'quoted'", "a=b", "a,\"b\""]
    for name in names {
      var shop = Record(Shop.kind)
      shop[Shop.name] = name
      try desk.session.writer.add(shop)
    }
    try desk.run("shop export show=name > a.csv")
    #expect(
      try desk.text("a.csv")
        == "name\r\n'=1+1\r\n'+86\r\n'-5\r\n'@x\r\n''=1\r\n'''-2\r\n'quoted'\r\na=b\r\n\"a,\"\"b\"\"\"\r\n")
    #expect(try desk.run("shop import a.csv").contains("same 9"))
  }

  @Test func recordsAreWrittenByNamesThatFindThem() throws {
    let desk = try SheetDesk()
    try desk.run("grid add G2 name=示例小区; grid add G9 name=G1; building add 3栋 grid=G2; building add 9栋 grid=G9")
    try desk.run("building export show=name,grid > a.csv")
    // 示例小区 names two grids, and G1 is another's handle.
    #expect(try desk.text("a.csv") == "name,grid\r\n1栋,G1\r\n3栋,G1\r\n5栋,G1\r\n3栋,G2\r\n9栋,G9\r\n")
    #expect(try desk.run("building import a.csv").contains("same 5"))
    try desk.run("resident add 李梅 building=B4; resident export show=name,building > b.csv")
    #expect(try desk.text("b.csv") == "name,building\r\n李梅,B4\r\n")
    #expect(try desk.run("resident import b.csv").contains("same 1"))
  }

  /// What is exported is imported, and exported again byte for byte, whatever the texts are.
  @Test(arguments: [UInt64(1), 2, 3], [("utf-8", "csv"), ("gb18030", "csv"), ("utf-8", "tsv")])
  func exportAndImportAreTheSame(seed: UInt64, form: (encoding: String, format: String)) throws {
    var generator = SeededGenerator(seed: seed)
    let desk = try SheetDesk()
    for _ in 0..<60 { try desk.session.writer.add(resident(desk, &generator)) }
    let export = "resident export reason=核对 encoding=\(form.encoding) format=\(form.format)"
    try desk.run("\(export) > a.csv")
    for mode in ["add", "update", "fill"] {
      let answer = try desk.run("resident import a.csv mode=\(mode)")
      #expect(answer.contains("read 60, new 0, changed 0, same 60, refused 0"), "\(answer)")
    }
    try desk.run("\(export) > b.csv")
    #expect(try desk.bytes("a.csv") == desk.bytes("b.csv"))
    let other = try SheetDesk()
    try other.write("a.csv", desk.bytes("a.csv"))
    #expect(try other.run("resident import a.csv").contains("new 60"))
    try other.run("\(export) > b.csv")
    #expect(try other.bytes("b.csv") == desk.bytes("a.csv"))
  }

  private static let pieces = [
    "张", "伟", "𬭩", "·", "•", "a", "é", "e\u{301}", "=", "+", "-", "@", "'", "\"", ",", "，", "\n", "\t", " ", "\u{3000}",
    "\u{200B}", "；", "1", "()", "{}", "$", "\\n", "👪", "\u{FEFF}", "\u{85}x", "\u{2028}",
  ]

  /// A text as it may be kept.
  private func text(_ length: ClosedRange<Int>, _ generator: inout SeededGenerator) -> String {
    while true {
      let count = Int.random(in: length, using: &generator)
      let joined = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
      let value = try? ValueType.text(maximum: 200).read(joined, now: nil)
      if case .text(let text) = value, !text.isEmpty { return text }
    }
  }

  /// A name as it may be kept.
  private func name(_ generator: inout SeededGenerator) -> String {
    while true {
      let name = PersonName.normalized(text(1...5, &generator))
      if !name.isEmpty, (try? PersonName.check(name)) != nil { return name }
    }
  }

  private func resident(_ desk: SheetDesk, _ generator: inout SeededGenerator) throws -> Record {
    var record = Record(Resident.kind)
    record[Resident.name] = name(&generator)
    if Bool.random(using: &generator) {
      record[Resident.building] = Reference(kind: "building", id: Int.random(in: 1...3, using: &generator))
      record[Resident.unit] = Int.random(in: 1...2, using: &generator)
      record[Resident.room] = ["101", "102", "201", "202"].randomElement(using: &generator)
    }
    if Bool.random(using: &generator) {
      record[Resident.phone] = ["13800001234", "+8613800001234", "0731-56780000", "110", "+85212345678"]
        .compactMap { Phone($0)?.number }.randomElement(using: &generator)
    }
    let dates = ["1950年", "1950年3月", "1950年上半年", "1950年8月中旬", "1950-02-28"]
    if Bool.random(using: &generator) {
      record[Resident.born] = dates.randomElement(using: &generator).flatMap { CalendarDate($0) }
    }
    if Bool.random(using: &generator) { record[Resident.tenancy] = Tenancy.allCases.randomElement(using: &generator) }
    record[Resident.party] = Bool.random(using: &generator)
    if Bool.random(using: &generator) { record[Resident.note] = text(1...30, &generator) }
    if Bool.random(using: &generator) { record[Resident.tags] = ["大字版", "=上门"] }
    return record
  }

  @Test func aFilesEndingSaysItsFormat() throws {
    let desk = try SheetDesk()
    try desk.run("grid add G8 name=一网格; grid add G9 name=二网格")
    try desk.run(
      "grid list name~网格 show=name,buildings > a.csv; grid list name~网格 show=name,buildings > a.JSONL; grid show G8 > a.html"
    )
    #expect(try desk.text("a.csv") == "name,buildings\r\n一网格,0\r\n二网格,0\r\n")
    #expect(try desk.text("a.JSONL").hasPrefix("{\"name\":\"一网格\""))
    #expect(try desk.text("a.html").hasPrefix("<!DOCTYPE html>"))
    // What is asked for comes first, and other names say nothing.
    try desk.run(
      "grid list name~网格 show=name | to lines > b.csv; grid list name~网格 show=name > c.txt; grid list name~网格 show=name >> c.txt"
    )
    #expect(try desk.text("b.csv") == "一网格\n二网格\n")
    let table = "name\n──────\n一网格\n二网格\n(2 rows)\n"
    #expect(try desk.text("c.txt") == table + table)
    try desk.run("grid export show=name name~网格 > d.json")
    #expect(try desk.bytes("d.json").starts(with: [0xEF, 0xBB, 0xBF] + Array("name\r\n".utf8)))
  }
}
