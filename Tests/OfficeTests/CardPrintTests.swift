import Foundation
import Presentation
import Scratch
import Testing

/// Cards on paper and on the telephone: what other programs read from them, and that nothing else stands on them.
@Suite struct CardPrintTests {
  private let scratch = TemporaryFolder()
  private var folder: String { scratch.path }

  /// A grid with two buildings; the lead of 3栋 agreed to be called, the one of 4栋 did not.
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.run(
      """
      office init 北正街社区 subdistrict=示例街道 hotline=0731-56780000 supervision=0731-56780001
      grid add G3 name=伏虎小区 range=伏虎路以东
      building add 3栋 grid=G3 units=2 floors=3 doors-per-floor=2
      building add 4栋 grid=G3 units=1 floors=1 doors-per-floor=1
      resident add 胡建国 building=3栋 unit=2 room=201 phone=13800001234
      resident add 欧阳𬭩 building=4栋 unit=1 room=101 phone=13900005678
      lead appoint 胡建国 building=3栋
      lead appoint 欧阳𬭩 building=4栋
      officer appoint 示例丑 role=grid-manager grid=G3 duty-line=0731-56780012
      consent give 胡建国 phone channel=building-card evidence="签字表 1"
      """)
    return desk
  }

  private func text(ofPDF name: String) throws -> String {
    try OtherProgram.run("pdftotext", ["-layout", "\(folder)/\(name)", "-"])
  }

  /// The codes of a PDF's first page, as `zbarimg` reads them from its picture.
  private func codes(ofPDF name: String) throws -> String {
    _ = try OtherProgram.run(
      "pdftoppm", ["-png", "-r", "300", "-l", "1", "-singlefile", "\(folder)/\(name)", "\(folder)/page"])
    return try OtherProgram.run("zbarimg", ["-q", "--raw", "\(folder)/page.png"])
  }

  /// The telephone numbers of each vCard of a text, as python3-vobject reads them.
  private func contacts(_ text: String) throws -> String {
    let path = "\(folder)/contacts.vcf"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let program = """
      import sys, vobject
      for card in vobject.readComponents(open(sys.argv[1], newline='', encoding='utf-8').read()):
        print(card.version.value, card.fn.value, card.tel.value)
      """
    return try OtherProgram.run("/usr/bin/python3", ["-c", program, path])
  }

  @Test(arguments: ["wallet", "wall", "wall-a5"])
  func aSheetHoldsTheTextAndTheCode(layout: String) throws {
    let desk = try desk()
    try desk.run("card print layout=\(layout) > \(folder)/cards.pdf")
    let text = try text(ofPDF: "cards.pdf").filter { !$0.isWhitespace }
    for part in ["网格化服务管理联系卡", "伏虎小区3栋", "伏虎小区4栋", "胡建国", "13800001234", "欧阳𬭩", "（空缺）", "第1版"] {
      #expect(text.contains(part), "\(layout): \(part)")
    }
    #expect(!text.contains("13900005678"))
    let codes = try codes(ofPDF: "cards.pdf")
    #expect(try contacts(codes).contains("3.0 胡建国 13800001234"))
  }

  @Test func aCardForEachDoorIsTenToASheet() throws {
    let desk = try desk()
    try desk.run("card print building=3栋 each=door layout=wallet language=en > \(folder)/doors.pdf")
    #expect(try OtherProgram.run("pdfinfo", ["\(folder)/doors.pdf"]).contains(/Pages: +2/))
    let text = try text(ofPDF: "doors.pdf")
    for floor in 1...3 { #expect(text.contains("Unit 2, room \(floor)02")) }
    #expect(try desk.run("card print building=3栋 each=door").contains("2单元302室"))
  }

  @Test func longNamesAreFittedAndNeverCut() throws {
    let desk = try desk()
    let name = "买买提·阿卜杜热合曼·吾买尔江·库尔班"
    try desk.run("resident add \(name) building=4栋 unit=1 room=101; lead relieve 4栋 reason=换届")
    try desk.run("lead appoint \(name) building=4栋 from=2020-07-02")
    try desk.run("card print building=4栋 on=2020-07-03 layout=wallet > \(folder)/long.pdf")
    let text = try text(ofPDF: "long.pdf").filter { !$0.isWhitespace }
    // Broken lines interleave with the columns beside them: every letter is there.
    for letter in name { #expect(text.contains(letter), "\(letter)") }
  }

  @Test func vCardsAreReadByOtherPrograms() throws {
    let desk = try desk()
    for version in ["3.0", "4.0"] {
      #expect(
        try contacts(desk.run("card vcard version=\(version)")) == """
          \(version) 北正街社区 0731-56780000
          \(version) 示例丑 0731-56780012
          \(version) 胡建国 13800001234

          """)
    }
  }

  @Test func aVCardIsEscapedAndFolded() throws {
    let card = VCard(
      name: "胡;建,国\r\nTEL:110", phone: "110", organization: String(repeating: "社区", count: 40), note: "a\\b")
    let lines = card.text(.four).components(separatedBy: "\r\n")
    #expect(lines.contains("FN:胡\\;建\\,国\\nTEL:110"))
    #expect(!lines.contains { $0.hasPrefix("TEL:") })
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(lines.contains("NOTE:a\\\\b"))
    let organization = card.text(.four).replacing("\r\n ", with: "").components(separatedBy: "\r\n")
    #expect(organization.contains("ORG:" + String(repeating: "社区", count: 40)))
  }

  /// Whatever hostile data the records hold, no form of a card shows what was not agreed; it is refused instead.
  @Test func nothingThatWasNotAgreedIsOnAnyForm() throws {
    let forms = [
      "card print", "card print | to html", "card print layout=wallet | to html", "card print each=door",
      "card print each=grid", "card print layout=wallet", "card print layout=wall", "card print layout=wall-a5",
      "card print each=door layout=wallet", "card vcard", "card vcard version=3.0",
    ]
    let hostile = [
      "grid set G3 range=\"联系 139 0000 5678\"", "grid set G3 name=\"１３９-０００-０５６７８\"",
      "building set 4栋 name=\"4栋 13900005678\"", "grid set G3 range=\"欧阳𬭩住1单元101\"",
      "office set subdistrict=\"13900005678\"", "household add building=4栋 unit=1 room=欧阳𬭩101",
      "building set 4栋 name=\"<script>alert(1)</script>\"", "grid set G3 range=\"\\u{1B}[2J\\u{202E}13900005678\"",
    ]
    var (refused, entered) = (0, 0)
    for line in hostile {
      let desk = try desk()
      // What is refused when it is typed cannot be printed.
      guard try desk.refusal(line).hasPrefix("done") else { continue }
      entered += 1
      for form in forms {
        let path = "\(folder)/form"
        try? FileManager.default.removeItem(atPath: path)
        if try desk.refusal("\(form) > \(path)").contains("E-PRIVATE") {
          refused += 1
          #expect(!FileManager.default.fileExists(atPath: path), "\(form) after \(line)")
          continue
        }
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let isPDF = bytes.starts(with: Data("%PDF".utf8))
        let seen = isPDF ? try text(ofPDF: "form") + codes(ofPDF: "form") : String(decoding: bytes, as: UTF8.self)
        let digits = seen.filter(\.isNumber)
        #expect(!digits.contains("13900005678") && !seen.contains("１３９"), "\(form) after \(line)")
        #expect(!seen.contains { $0.unicodeScalars.contains("\u{1B}") }, "\(form) after \(line)")
        #expect(isPDF || !form.contains("html") || !seen.contains("<script>alert"), "\(form) after \(line)")
        for row in seen.split(whereSeparator: \.isNewline) where row.contains("欧阳") {
          #expect(!row.contains("101"), "\(form) after \(line): \(row)")
        }
      }
    }
    #expect(refused > 30 && entered > 5)
  }

  @Test func documentsAreSetToo() throws {
    let desk = try desk()
    try desk.run("resident list | to pdf > \(folder)/rows.pdf")
    let text = try text(ofPDF: "rows.pdf")
    #expect(text.contains("胡建国") && text.contains("138****1234"))
    #expect(try desk.refusal("resident list | to pdf").contains("a PDF is no text for a terminal"))
  }

  @Test func reprintWritesOnlyWhatIsStale() throws {
    let desk = try desk()
    try desk.run("card post 3栋 place=一单元门口; card post 4栋 place=门口")
    #expect(try desk.run("card reprint").isEmpty)
    try desk.run("consent withdraw 胡建国 phone channel=building-card")
    let card = try desk.run("card reprint")
    #expect(card.contains("3栋") && !card.contains("4栋") && card.contains("第2版"))
  }

  @Test func aSetGoesOnWhereItWasStopped() throws {
    let desk = try desk()
    #expect(
      try desk.run("card set \(folder)/set layout=wallet")
        == "2 files written into \(folder)/set, 0 were there already\n")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/set").sorted()
    #expect(files.count == 2 && files[0].hasPrefix("G3-3栋-2020-07-01-") && files[0].hasSuffix(".pdf"))
    try FileManager.default.removeItem(atPath: folder + "/set/" + files[1])
    #expect(try desk.run("card set \(folder)/set layout=wallet").hasPrefix("1 files written"))
    // What no longer tells the truth is written anew.
    try desk.run("consent withdraw 胡建国 phone channel=building-card")
    #expect(try desk.run("card set \(folder)/set layout=wallet").hasPrefix("1 files written"))
  }

  @Test func anOfficesOwnLayoutsAreUsed() throws {
    let desk = try desk()
    try desk.run("card layout show wall > \(folder)/own.layout")
    #expect(
      try desk.run("card layout check \(folder)/own.layout").replacing("\n", with: " ").contains("nothing to mend"))
    try desk.run("card print building=3栋 layout=\(folder)/own.layout > \(folder)/own.pdf")
    #expect(try text(ofPDF: "own.pdf").contains("胡建国"))
    try "{{title}}{{#people}}|{{role}}:{{name}}{{/people}}\n".write(
      toFile: folder + "/own.mustache", atomically: true, encoding: .utf8)
    #expect(
      try desk.run("card print building=3栋 layout=\(folder)/own.mustache")
        == "示例街道北正街社区 伏虎小区3栋|网格长:（空缺）|网格管理员:示例丑|楼栋长:胡建国|社区辅警:（空缺）\n")
    try "{{title}}\n{{nmae}}\n".write(toFile: folder + "/bad.mustache", atomically: true, encoding: .utf8)
    #expect(try desk.refusal("card layout check \(folder)/bad.mustache") == "E-LAYOUT no field is called {{nmae}}")
    // A layout's own words are read by the check too.
    try "{{title}} 13900005678\n".write(toFile: folder + "/leak.mustache", atomically: true, encoding: .utf8)
    #expect(try desk.code("card print layout=\(folder)/leak.mustache") == "E-PRIVATE")
  }
}
