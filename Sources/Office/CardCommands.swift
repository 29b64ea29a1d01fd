import CommandLanguage
import Diagnostics
import Presentation
import Records
import Values

/// `card`: the contact card on every door.
enum CardCommands {
  static let all = [preview, print, post, stale]

  private static let noun = Name("card", "联系卡")
  private static let building = Field<Reference>(
    "building", "楼栋", "The building.", "楼栋。", type: .reference(["building"]))
  private static let onlyBuilding = Field<Reference?>(
    "building", "楼栋", "One building.", "某一栋。", type: .reference(["building"]))
  private static let grid = Field<Reference?>(
    "grid", "网格", "All buildings of a grid.", "某网格的各栋。", type: .reference(["grid"]))
  private static let on = Field<CalendarDate?>("on", "日期", "As of which day; today unless given.", "以哪一天为准，默认今天。")

  static let preview = OfficeCommand(
    CommandDeclaration(
      noun, Name("preview", "预览"), Localized("Shows a building's card.", "预览一栋楼的联系卡。"),
      parameters: [.positional(building), .named(on)], effect: .reads, result: .document,
      examples: [Example("card preview 3栋", "The card of 3栋 as of today.", "3栋今天的联系卡。")])
  ) { session, arguments in
    let record = try session.record(arguments[building])
    return .document(try CardText(of: record, on: arguments[on] ?? session.writer.today, in: session.store).text())
  }

  static let print = OfficeCommand(
    CommandDeclaration(
      noun, Name("print", "打印"),
      Localized("Writes the cards of a building, a grid or the whole office.", "输出一栋楼、一个网格或全部联系卡。"),
      parameters: [.named(onlyBuilding), .named(grid), .named(on)], effect: .reads, result: .document,
      examples: [Example("card print grid=G3", "The cards of all buildings of G3.", "G3 各栋的联系卡。")])
  ) { session, arguments in
    let date = arguments[on] ?? session.writer.today
    var text = ""
    for record in try buildings(arguments, session) {
      if !text.isEmpty { text += "\n" }
      text += try CardText(of: record, on: date, in: session.store).text()
    }
    return .document(text)
  }

  private static func buildings(_ arguments: Arguments, _ session: OfficeSession) throws -> [Record] {
    if let building = arguments[onlyBuilding] { return [try session.record(building)] }
    if let grid = arguments[grid] { return try session.store.all(Building.kind, .equal(Building.grid, grid)) }
    return try session.store.all(Building.kind)
  }

  static let post = OfficeCommand(
    CommandDeclaration(
      noun, Name("post", "张贴"),
      Localized("Records that a building's card, as it reads today, hangs somewhere.", "登记联系卡（按今天的内容）张贴在某处。"),
      parameters: [.positional(building), .named(CardPosting.place)], effect: .writes,
      result: .row(CardPosting.kind.shape),
      examples: [Example("card post 3栋 place=二单元门口", "A second card of 3栋.", "3栋再贴一张。")])
  ) { session, arguments in
    let record = try session.record(arguments[building])
    let card = try CardText(of: record, on: session.writer.today, in: session.store)
    var posting = Record(CardPosting.kind)
    posting[CardPosting.building] = record.reference
    posting[CardPosting.place] = arguments[CardPosting.place]
    posting[CardPosting.posted] = session.writer.today
    posting[CardPosting.facts] = card.facts.joined(separator: "\n")
    let added = try session.writer.together {
      // A new card at the same place takes the old one's.
      for old in try session.store.all(
        CardPosting.kind, .equal(CardPosting.building, record.reference),
        .equal(CardPosting.place, arguments[CardPosting.place]), .equal(CardPosting.removed, nil))
      {
        try session.writer.change(old) { $0[CardPosting.removed] = session.writer.today }
      }
      return try session.writer.add(posting)
    }
    let name = session.label(of: record)
    return session.acknowledge(
      added, Localized("\(name), \(arguments[CardPosting.place])", "\(name)，\(arguments[CardPosting.place])"))
  }

  /// The columns of a list of stale cards.
  static let staleShape = RowShape([
    Column(Name("posting", "张贴"), .text(maximum: 20)), Column(Name("building", "楼栋"), .reference(["building"])),
    Column(Name("place", "地点"), .text(maximum: 100)), Column(Name("was", "卡上"), .text(maximum: 200)),
    Column(Name("is", "现为"), .text(maximum: 200)),
  ])

  static let stale = OfficeCommand(
    CommandDeclaration(
      noun, Name("stale", "过期"),
      Localized("Lists the posted cards that no longer tell the truth, and what changed.", "列出内容已过期的联系卡及变化。"),
      effect: .reads, result: .rows(staleShape),
      examples: [Example("card stale", "What must be printed anew.", "须重新打印的联系卡。")])
  ) { session, _ in try staleCards(in: session) }

  /// The posted cards that no longer tell the truth.
  static func staleCards(in session: OfficeSession) throws -> CommandResult {
    var rows: [Row] = []
    for posting in try session.store.all(CardPosting.kind, .equal(CardPosting.removed, nil)) {
      let building = try session.record(posting[CardPosting.building])
      let present = try CardText(of: building, on: session.writer.today, in: session.store).facts
      let posted = posting[CardPosting.facts].split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      guard present != posted else { continue }
      // The first fact that differs names the reason.
      let index = zip(posted, present).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      rows.append(
        Row(
          staleShape,
          [
            .text(session.handle(of: posting)), .reference(building.reference), .text(posting[CardPosting.place]),
            .text(index.map { posted[$0] } ?? ""), .text(index.map { present[$0] } ?? ""),
          ], reference: nil))
    }
    return .rows(RowStream(staleShape, rows: rows), columns: staleShape.listed)
  }
}
