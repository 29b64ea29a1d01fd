import CommandLanguage
import Diagnostics
import Foundation
import Records
import Testing
import Values

@testable import Office

/// Whatever texts an office holds, no answer does anything but show them, and what other programs read holds them whole.
@Suite struct HostileDataTests {
  /// Every command that only answers, with every record it may be given, in every format of text.
  @Test(arguments: Language.allCases)
  func everyAnswerIsHarmlessInEveryFormat(language: Language) throws {
    var office = try HostileDesk(language: language)
    defer { office.end() }
    #expect(office.count > 100)
    try office.corrupt()
    var answered: Set<String> = []
    for command in OfficeCommands.all.map(\.declaration) where isAsked(command) {
      for line in try office.desk.lines(of: command) {
        let answer = office.desk.answer(to: line)
        if case .sheet = command.result {} else { expectHarmless(answer.text, line) }
        guard answer.isDone else { continue }
        answered.insert(command.words.english)
        try checkFormats(of: line, command, office)
      }
    }
    let silent = OfficeCommands.all.map(\.declaration).filter(isAsked).map(\.words.english).filter {
      !answered.contains($0)
    }
    // Sheets of paper alone; the journal does not fit any more; nothing was moved; nothing went wrong at a prompt.
    #expect(silent.sorted() == ["card test-sheet", "journal verify", "transfer show", "why"], "never answered")
  }

  private func isAsked(_ declaration: CommandDeclaration) -> Bool {
    switch declaration.effect {
    case .reads, .publishes: !["demo", "tour", "record", "lesson"].contains(declaration.noun.english)
    case .writes, .session: false
    }
  }

  private func checkFormats(of line: String, _ command: CommandDeclaration, _ office: HostileDesk) throws {
    switch command.result {
    case .rows, .row: break
    case .document, .value, .nothing:
      let page = office.desk.answer(to: line + " | to html")
      expectHarmless(page.text, line)
      if page.isDone { expectHarmlessPage(page.text, line) }
      return
    case .sheet: return expectSheet(office.desk.answer(to: line).text, separator: ",", line)
    }
    for format in ["lines", "markdown", "html"] {
      let answer = office.desk.answer(to: "\(line) | to \(format)")
      expectHarmless(answer.text, "\(line) | to \(format)")
      guard answer.isDone else { continue }
      if format == "markdown" { expectWholeTable(answer.text, line) }
      if format == "html" { expectHarmlessPage(answer.text, line) }
    }
    let csv = office.desk.answer(to: line + " | to csv")
    guard csv.isDone else { return expectHarmless(csv.text, line) }
    expectSheet(csv.text, separator: ",", line)
    let rows = SheetCells.rows(of: csv.text, separator: ",").map { $0.map(SheetCells.unguarded) }
    // What is published is counted by what is published next.
    if case .publishes = command.effect { return }
    let tabs = office.desk.answer(to: line + " | to tsv").text
    expectUnarmed(SheetCells.tabbed(tabs), line)
    #expect(
      SheetCells.tabbed(tabs).map { $0.map { SheetCells.unguarded(SheetCells.unescaped($0)) } } == rows, "\(line)")
    let json = office.desk.answer(to: line + " | to json").text
    expectHarmless(json, line)
    let objects = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
    #expect(objects?.count == rows.count - 1, "\(line)")
    let lines = office.desk.answer(to: line + " | to jsonl").text
    expectHarmless(lines, line)
    #expect(lines.split(separator: "\n").count == rows.count - 1, "\(line)")
    // Headings are names of the language; the names of JSON stand in the same order.
    for (object, row) in zip(objects ?? [], rows.dropFirst()) where office.desk.session.language == .english {
      for (heading, cell) in zip(rows[0], row) {
        if let text = object[heading] as? String { #expect(text == cell, "\(line): \(heading)") }
      }
    }
  }

  // MARK: What other programs read

  @Test func aSavedOfficeIsTheSame() throws {
    let office = try HostileDesk()
    defer { office.end() }
    let path = office.folder + "/saved.linli"
    try office.desk.run("office set name=\("北正街\nundo\r".replacing("\r", with: "").asWord); save \(path.asWord)")
    let script = try String(contentsOfFile: path, encoding: .utf8)
    let other = try Desk()
    try other.clock("2020-08-05 09:00")
    try other.run(script)
    for kind in OfficeSchema.all.kinds {
      let (kept, loaded) = try (records(of: kind, office.desk), records(of: kind, other))
      #expect(kept == loaded, "\(kind.name.english)")
    }
    // Saved again it is the same file.
    try other.run("save \((path + "2").asWord)")
    #expect(try String(contentsOfFile: path + "2", encoding: .utf8) == script)
  }

  private func records(of kind: RecordKind, _ desk: Desk) throws -> [String] {
    try desk.session.store.records(Query(kind)).collect().map { "\($0.id) \($0.values)" }
  }

  /// What a sheet holds is kept as it was by another office.
  @Test func anExportedSheetIsImportedTheSame() throws {
    let office = try HostileDesk()
    defer { office.end() }
    for format in ["csv", "tsv"] {
      let path = office.folder + "/shops." + format
      try office.desk.run("shop export show=name,address format=\(format) > \(path.asWord)")
      #expect(try office.desk.run("shop import \(path.asWord)").contains("same 3"))
    }
  }

  /// Control characters in a sheet are refused, and the report does not obey them.
  @Test func whatASheetSmugglesIsRefusedHarmlessly() throws {
    let office = try HostileDesk()
    defer { office.end() }
    for (index, text) in (HostileTexts.controls + HostileTexts.kept).enumerated() {
      let path = office.folder + "/\(index).csv"
      try "name,address,\"\(text.replacing("\"", with: "\"\""))\"\n\"\(text.replacing("\"", with: "\"\""))\",x,y\n"
        .write(
          toFile: path, atomically: true, encoding: .utf8)
      for option in ["", " dry-run=yes", " mode=update", " rejects=r\(index).csv"] {
        expectHarmless(
          office.desk.answer(to: "shop import \(path.asWord)\(option)").text, "\(text.debugDescription)\(option)")
      }
    }
    let names = try office.desk.session.store.records(Query(Shop.kind)).collect().map { $0[Shop.name] }
    let controls = names.filter {
      $0.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" }
    }
    #expect(controls.allSatisfy { $0.contains("\t") }, "\(controls)")
  }

  /// A telephone reads as many contacts, and of each as many properties, as were written.
  @Test func contactsHaveTheirPropertiesAndNoMore() throws {
    let office = try HostileDesk()
    defer { office.end() }
    for version in ["3.0", "4.0"] {
      let path = office.folder + "/contacts.vcf"
      let answer = office.desk.answer(to: "card vcard version=\(version) > \(path.asWord)")
      #expect(answer.isDone, "\(answer.text)")
      let program = """
        import sys, vobject
        for card in vobject.readComponents(open(sys.argv[1], newline='', encoding='utf-8').read()):
          print(sorted(card.contents) , len(list(card.getChildren())), card.n.value.given, card.tel.value)
        """
      let seen = try OtherProgram.run("/usr/bin/python3", ["-c", program, path]).split(separator: "\n")
      #expect(seen.count == 4, "\(seen)")
      let contact = #/^\['fn', 'n', ('note', )?'org', 'tel', 'title', 'version'\] (6|7)  [-0-9]+$/#
      for line in seen { #expect(line.contains(contact), "\(line)") }
    }
  }

  /// A terminal is shown no more than signs, in a sheet neither.
  @Test(arguments: [24, 80])
  func aTerminalObeysNothing(width: Int) throws {
    var office = try HostileDesk(width: width)
    defer { office.end() }
    try office.corrupt()
    var shown = ""
    for command in OfficeCommands.all.map(\.declaration) {
      switch command.result {
      case .rows, .sheet: break
      default: continue
      }
      guard let line = try office.desk.lines(of: command).first else { continue }
      for format in ["", " | to csv", " | to tsv", " | to table"] {
        let text = office.desk.answer(to: line + format).text
        expectHarmless(text, line + format)
        if !format.isEmpty || line.contains(" export") { shown += text }
      }
    }
    #expect(shown.contains("␛") && shown.contains("\\u{202E}"))
  }

  @Test func pagesOfPaperShowNoControls() throws {
    var office = try HostileDesk()
    defer { office.end() }
    try office.corrupt()
    for line in ["fund notice F1", "shop list", "motion show M1.1", "card print layout=wallet", "journal list"] {
      let path = office.folder + "/page.pdf"
      let answer = office.desk.answer(to: "\(line) | to pdf > \(path.asWord)")
      guard answer.isDone else {
        expectHarmless(answer.text, line)
        continue
      }
      let text = try OtherProgram.run("pdftotext", ["-layout", path, "-"])
      #expect(!text.isEmpty)
      // pdftotext ends a page in a form feed, and puts marks of its own around what is written from the right.
      let own: Set<Unicode.Scalar> = ["\u{C}", "\u{202A}", "\u{202B}", "\u{202C}"]
      let harm = text.unicodeScalars.filter { HostileDataTests.isHarmful($0) && !own.contains($0) }
      #expect(harm.isEmpty, "\(line): \(harm.map { String($0.value, radix: 16) })")
    }
  }

  // MARK: What is shown besides answers

  @Test(arguments: Language.allCases)
  func questionsNamesAndTracesAreHarmless(language: Language) throws {
    var office = try HostileDesk(language: language)
    defer { office.end() }
    let session = office.desk.session
    // Names are offered so that they can be typed, and mean the record again.
    for kind in OfficeSchema.all.kinds {
      for name in session.names(ofKinds: [kind.name.english], prefix: "") {
        expectHarmless(name.text.asWord, "a candidate of \(kind.name.english)")
        #expect(office.desk.answer(to: "print \(name.text.asWord)").isDone, "\(name.text.debugDescription)")
      }
    }
    // Undoing tells of what was done.
    for (index, text) in HostileTexts.kept.enumerated() {
      guard office.desk.answer(to: "shop add \(("店\(index)" + text).asWord) note=\(text.asWord)").isDone else {
        continue
      }
      for line in ["undo", "redo", "undo"] {
        let answer = office.desk.answer(to: line)
        #expect(answer.isDone, "\(answer.text)")
        expectHarmless(answer.text, line)
      }
    }
    try office.corrupt()
    expectHarmless(session.promptText, "prompt")
    // What is asked before something is done that cannot be taken back.
    var asked = 0
    for command in OfficeCommands.all where command.asks != nil {
      for line in try office.desk.lines(of: command.declaration) {
        guard let question = office.desk.question(before: line) else { continue }
        asked += 1
        expectHarmless(question[language], line)
      }
    }
    for line in ["fund notice F1 | to html > x.html", "meeting minutes M1 > x.txt"] {
      if let question = office.desk.question(before: line) { expectHarmless(question[language], line) }
    }
    #expect(asked > 3)
    // Hints and messages that name what was not found.
    for text in HostileTexts.kept + HostileTexts.controls {
      for line in ["resident show ", "shop show ", "fund show ", "help ", "print $(find \(text.asWord)) "] {
        expectHarmless(office.desk.answer(to: line + text.asWord).text, line + text)
      }
      expectHarmless(office.desk.answer(to: text).text, text)
    }
  }

  // MARK: Expectations

  static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case ..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x61C, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// No control characters but line feeds, and no marks that turn the direction.
  private func expectHarmless(_ text: String, _ place: String) {
    // Contacts have the line ends that their standard asks for.
    let text = place.hasPrefix("card vcard") ? text.replacing("\r\n", with: "\n") : text
    let harm = text.unicodeScalars.filter(HostileDataTests.isHarmful)
    #expect(harm.isEmpty, "\(place.debugDescription): \(Set(harm.map { String($0.value, radix: 16) }))")
  }

  /// Every cell can be taken in by a spreadsheet, and each row has as many.
  private func expectSheet(_ text: String, separator: Unicode.Scalar, _ place: String) {
    let rows = SheetCells.rows(of: text, separator: separator)
    #expect(Set(rows.map(\.count)).count == 1, "\(place): \(Set(rows.map(\.count)))")
    expectUnarmed(rows, place)
  }

  private func expectUnarmed(_ rows: [[String]], _ place: String) {
    for cell in rows.joined() where SheetCells.isArmed(cell) { Issue.record("\(place): \(cell.debugDescription)") }
  }

  /// No element, attribute or address but those of the program's own pages.
  private func expectHarmlessPage(_ text: String, _ place: String) {
    let own =
      /<\/?(html|head|meta|title|style|body|main|section|h1|h2|p|pre|hr|table|thead|tbody|tfoot|tr|th|td|div|span|b|br|small)( (lang|charset|name|content|class|style)="[^"<>]*")*>/
    var rest = text.replacing("<!DOCTYPE html>", with: "").replacing(own, with: "")
    // Style sheets hold signs of their own.
    if let end = rest.range(of: "</style>") { rest = String(rest[end.upperBound...]) }
    #expect(!rest.contains("<"), "\(place): \(rest.firstIndex(of: "<").map { String(rest[$0...].prefix(80)) } ?? "")")
    #expect(!text.contains("href=") && !text.contains("src="), "\(place)")
  }

  /// A table in which every row has as many cells, and no cell is anything but text.
  private func expectWholeTable(_ text: String, _ place: String) {
    let rows = text.split(separator: "\n").map(MarkdownCells.cells(of:))
    #expect(Set(rows.map(\.count)).count == 1, "\(place): \(Set(rows.map(\.count)))")
    for cell in rows.dropFirst(2).joined() {
      #expect(!MarkdownCells.hasMarkup(cell), "\(place): \(cell.debugDescription)")
    }
  }
}
