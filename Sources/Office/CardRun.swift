import CommandLanguage
import Diagnostics
import Presentation
import Records
import Typesetting
import Values

/// A run of cards: those of some buildings or grids, or one for every door. They are made and written one by one, and
/// each is read by the check of what may be published before the first byte of it is written.
struct CardRun {
  /// For what there is a card.
  enum Unit: String, ChoiceValue {
    case building, door, grid

    var chineseName: String {
      switch self {
      case .building: "楼栋"
      case .door: "每户"
      case .grid: "网格"
      }
    }
  }

  let session: OfficeSession
  let source: CardSource
  let design: CardDesign
  let unit: Unit
  let language: Language
  /// What the run is about: the building, the grid, the office.
  let subject: Reference
  /// Which buildings, or grids.
  let places: Query
  /// Of these only the ones that it holds for.
  var isWanted: (Record) -> Bool = { _ in true }

  /// How much text is gathered before it is handed on.
  private static let chunk = 65_536

  /// The run as a work to be written.
  func printout(usualForm: Printout.Form?) -> Printout {
    let title = Localized("Contact cards of \(session.label(of: subject))", "\(session.label(of: subject))联系卡")
    return Printout(title: title, usualForm: usualForm ?? design.usualForm) { form, sink in
      try write(as: form, title: title[language], to: sink)
      try session.notePublished("contact cards", about: subject)
    }
  }

  /// Writes the run in a form.
  func write(as form: Printout.Form, title: String, to sink: ([UInt8]) throws -> Void) throws {
    switch form {
    case .text: try writeText(to: sink)
    case .html: try writeHTML(title, to: sink)
    case .pdf: try withoutActuallyEscaping(sink) { try writePDF(title, to: $0) }
    }
  }

  private func writeText(to sink: ([UInt8]) throws -> Void) throws {
    let template = try design.textTemplate()
    var buffer: [UInt8] = []
    func put(_ text: String) throws {
      buffer.append(contentsOf: text.utf8)
      guard buffer.count >= CardRun.chunk else { return }
      try sink(buffer)
      buffer.removeAll(keepingCapacity: true)
    }
    var isFirst = true
    try forEachPlace { record, card in
      if let template {
        let fields = CardFields(card, in: language)
        try check(card, [template.text(of: fields, door: nil)] + card.statements)
        try forEachDoor(of: record, card) { try put(template.text(of: fields, door: $0)) }
        return
      }
      let block = card.block(in: language)
      try check(card, [block.text] + card.statements)
      try forEachDoor(of: record, card) { door in
        if !isFirst { buffer.append(UInt8(ascii: "\n")) }
        isFirst = false
        guard let door else { return try put(block.text) }
        buffer.append(contentsOf: block.head.utf8)
        buffer.append(contentsOf: TextBox.framed(door, width: Card.width).utf8)
        try put(block.tail)
      }
    }
    if !buffer.isEmpty { try sink(buffer) }
  }

  private func writeHTML(_ title: String, to sink: ([UInt8]) throws -> Void) throws {
    let (template, style) = try design.htmlTemplate()
    let opening = HTMLPage.opening(title: title, language: language, style: "cards \(style)", rules: CardTemplate.rules)
    var isOpen = false
    /// Nothing is written before the first card was read.
    func open() throws {
      if !isOpen { try sink(Array(opening.utf8)) }
      isOpen = true
    }
    try forEachPlace { record, card in
      let fields = CardFields(card, in: language)
      try check(card, [template.text(of: fields, door: nil)] + card.statements)
      try open()
      try forEachDoor(of: record, card) { try sink(Array(template.text(of: fields, door: $0).utf8)) }
    }
    try open()
    try sink(Array(HTMLPage.closing.utf8))
  }

  private func writePDF(_ title: String, to sink: @escaping ([UInt8]) throws -> Void) throws {
    let layout = try design.layout()
    let sheets = try CardSheets(layout, title: title, to: sink)
    try forEachPlace { record, card in
      let fields = CardFields(card, in: language).values
      let code = layout.hasCode ? card.code : ""
      try check(card, layout.texts { fields[$0] ?? "" } + card.statements + [code])
      try forEachDoor(of: record, card) { door in
        try sheets.add(code: code) { $0 == "door" ? door ?? "" : fields[$0] ?? "" }
      }
    }
    try sheets.finish()
  }

  // MARK: Places and doors

  private func forEachPlace(_ body: (Record, Card) throws -> Void) throws {
    let cursor = try source.reader.records(places)
    while let record = try cursor.next() {
      try session.poll()
      if isWanted(record) { try body(record, try Card(of: record, from: source)) }
    }
  }

  /// The doors of a building in order, as people write them below its name; nothing, once, where cards are for the whole.
  private func forEachDoor(of building: Record, _ card: Card, _ body: (String?) throws -> Void) throws {
    guard unit == .door else { return try body(nil) }
    let query = Query(
      Household.kind, [.equal(Household.building, building.reference)],
      order: [.init(Household.unit.declaration.name.english), .init(Household.room.declaration.name.english)])
    let cursor = try source.reader.records(query)
    while let household = try cursor.next() {
      let room = household[Household.room]
      let door = Localized(
        "Unit \(household[Household.unit]), room \(TerminalText.safe(room))",
        "\(household[Household.unit])单元\(TerminalText.safe(room))室")[language]
      // A room is a number; whatever else stands there is read like any text.
      if !room.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) || room.utf8.count > 5 { try check(card, [door]) }
      try body(door)
    }
  }

  // MARK: The check

  /// Refuses texts of a card that say what may not be published.
  private func check(_ card: Card, _ texts: [String]) throws {
    guard session.past == nil else { return }
    try PublicCheck(card.board, on: session.writer.today, in: source.reader).read(texts: texts)
  }
}

extension Card {
  /// That a card is for everybody, and on whose agreement it rests.
  var board: Document.Board {
    Document.Board(place, channel: ConsentChannel.buildingCard.choice, on: date, showing: appointments)
  }

  /// Refuses a card that says what may not be published.
  func check(in session: OfficeSession) throws {
    try PublicCheck(board, on: session.writer.today, in: session.store)
      .read(texts: [block(in: .chinese).text] + statements)
  }
}
