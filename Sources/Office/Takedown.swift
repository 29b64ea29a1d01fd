import CommandLanguage
import Records
import Values

/// What hangs out in public and must come down: cards and notices that rest on a consent which counts no more.
enum Takedown {
  /// The columns of such a list.
  static let shape = RowShape([
    Column(Name("record", "记录"), .text(maximum: 20)), Column(Name("what", "公开件"), .text(maximum: 200)),
    Column(Name("place", "地点"), .text(maximum: 100)), Column(Name("since", "自"), .date),
  ])

  /// Everything that hangs today and rests on one of some consents.
  static func rows(restingOn consents: [Record], in session: OfficeSession) throws -> CommandResult {
    let posted = try session.schema.posted(restingOn: consents, on: session.writer.today, in: session.store)
    let rows = try posted.compactMap { record -> Row? in
      guard let posting = record.kind.posting else { return nil }
      let title = try posting.title(record, session.store)[session.language]
      return Row(
        shape,
        [
          .text(session.handle(of: record)), .text(title), posting.place(record).map { .text($0) } ?? .none,
          posting.since(record).map { .date($0) } ?? .none,
        ], reference: record.reference)
    }
    return .rows(RowStream(shape, rows: rows), columns: shape.listed)
  }
}
