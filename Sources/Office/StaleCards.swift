import CommandLanguage
import Records
import Values

/// The posted cards that no longer tell the truth, and what changed.
struct StaleCards {
  /// One posted card, and the first of its facts that differs.
  struct Posted {
    let posting: Record
    let was: String
    let now: String
  }

  /// The columns of a list of stale cards.
  static let shape = RowShape([
    Column(Name("posting", "张贴"), .text(maximum: 20)), Column(Name("building", "楼栋"), .reference(["building"])),
    Column(Name("place", "地点"), .text(maximum: 100)), Column(Name("was", "卡上"), .text(maximum: 200)),
    Column(Name("is", "现为"), .text(maximum: 200)),
  ])

  /// The cards that hang on a day.
  let hanging: Int
  /// Those of them that are stale.
  let cards: [Posted]

  /// Compares what hangs on a day with what cards would say then.
  init(on date: CalendarDate, in reader: any RecordReader) throws {
    let hanging = try reader.all(CardPosting.kind, .equal(CardPosting.removed, nil)).filter {
      CardPosting.hangs($0, on: date)
    }
    self.hanging = hanging.count
    guard !hanging.isEmpty else {
      cards = []
      return
    }
    let source = try CardSource(on: date, in: reader)
    var present: [Reference: [String]] = [:]
    cards = try hanging.compactMap { posting in
      let building = posting[CardPosting.building]
      let facts =
        try present[building] ?? Card(of: reader.get(Building.kind, building), from: source).facts
      present[building] = facts
      let posted = posting[CardPosting.facts].split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      guard facts != posted else { return nil }
      let index = zip(posted, facts).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      return Posted(posting: posting, was: index.map { posted[$0] } ?? "", now: index.map { facts[$0] } ?? "")
    }
  }

  /// The cards as rows.
  func rows(in session: OfficeSession) -> RowStream {
    RowStream(
      StaleCards.shape,
      rows: cards.map { card in
        Row(
          StaleCards.shape,
          [
            .text(session.handle(of: card.posting)), .reference(card.posting[CardPosting.building]),
            .text(card.posting[CardPosting.place]), .text(card.was), .text(card.now),
          ])
      })
  }
}
