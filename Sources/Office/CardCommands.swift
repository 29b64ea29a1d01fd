import CommandLanguage
import Diagnostics
import Records
import Values

/// `card`: the contact card on every door. What prints cards stands in `CardPrintCommands`.
enum CardCommands {
  static let all = [preview] + CardPrintCommands.all + [post, takeDown, stale]

  static let noun = Name("card", "联系卡")
  private static let building = Field<Reference>(
    "building", "楼栋", "The building.", "楼栋。", type: .reference(["building"]))
  private static let on = Field<CalendarDate?>("on", "日期", "As of which day; today unless given.", "以哪一天为准，默认今天。")
  private static let posting = GenericCommands.subject(of: CardPosting.kind)
  private static let removed = Field<CalendarDate?>("on", "日期", "When; today unless given.", "日期，默认今天。")

  static let preview = OfficeCommand(
    CommandDeclaration(
      noun, Name("preview", "预览"), Localized("Shows a building's card.", "预览一栋楼的联系卡。"),
      parameters: [.positional(building), .named(on), .named(CardPrintCommands.language)], effect: .reads,
      result: .document, examples: [Example("card preview 3栋", "The card of 3栋 as of today.", "3栋今天的联系卡。")])
  ) { session, arguments in
    let source = try session.cardSource(on: arguments[on])
    let card = try Card(of: session.record(arguments[building]), from: source)
    try card.check(in: session)
    return .document(card.block(in: arguments[CardPrintCommands.language].language).text)
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
    let card = try Card(of: record, from: session.cardSource(on: nil))
    try card.check(in: session)
    var posting = Record(CardPosting.kind)
    posting[CardPosting.building] = record.reference
    posting[CardPosting.place] = arguments[CardPosting.place]
    posting[CardPosting.posted] = session.writer.today
    posting[CardPosting.facts] = card.facts.joined(separator: "\n")
    posting[CardPosting.consents] = card.consents
    let added = try CardPosting.post(posting, in: session.writer)
    let name = session.label(of: record)
    return session.acknowledge(
      added, Localized("\(name), \(arguments[CardPosting.place])", "\(name)，\(arguments[CardPosting.place])"))
  }

  static let takeDown = OfficeCommand(
    CommandDeclaration(
      noun, Name("take-down", "撤下"), Localized("Records that a posted card was taken down.", "登记联系卡已撤下。"),
      parameters: [.positional(posting), .named(removed)], effect: .writes, result: .row(CardPosting.kind.shape),
      examples: [Example("card take-down P1", "The first card hangs no more.", "第一张联系卡已撤下。")])
  ) { session, arguments in
    let date = arguments[removed] ?? session.writer.today
    let record = try CardPosting.takeDown(session.record(arguments[posting]), on: date, in: session.writer)
    return session.acknowledge(
      record, Localized("taken down on \(date.exchangeText)", "于 \(date.exchangeText) 撤下"))
  }

  static let stale = OfficeCommand(
    CommandDeclaration(
      noun, Name("stale", "过期"),
      Localized("Lists the posted cards that no longer tell the truth, and what changed.", "列出内容已过期的联系卡及变化。"),
      effect: .reads, result: .rows(StaleCards.shape),
      examples: [Example("card stale", "What must be printed anew.", "须重新打印的联系卡。")])
  ) { session, _ in
    .rows(
      try StaleCards(on: session.writer.today, in: session.store).rows(in: session), columns: StaleCards.shape.listed)
  }
}

extension OfficeSession {
  /// What cards of a day are made from; today unless another is given.
  func cardSource(on date: CalendarDate?) throws -> CardSource {
    try CardSource(on: date ?? writer.today, remark: pastRemark, in: store)
  }
}
