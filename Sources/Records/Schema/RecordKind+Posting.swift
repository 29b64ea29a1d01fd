import Diagnostics
import Values

extension RecordKind {
  /// How a record stands for something that hangs out in public and may have to come down: a card, the notice of a fund.
  ///
  /// A kind that declares this is found wherever consents are withdrawn; nobody else needs to know of it.
  public struct Posting: Sendable {
    /// What hangs, for people: `card of 3栋`.
    public let title: @Sendable (Record, any RecordReader) throws -> Localized
    /// Where it hangs.
    public let place: @Sendable (Record) -> String?
    /// Since when.
    public let since: @Sendable (Record) -> CalendarDate?
    /// Whether it hangs on a day.
    public let hangs: @Sendable (Record, CalendarDate) -> Bool
    /// Whether it shows what a consent allows: the posted record first, then the consent.
    public let restsOn: @Sendable (Record, Record, any RecordReader) throws -> Bool

    /// Declares how a record hangs out.
    public init(
      title: @escaping @Sendable (Record, any RecordReader) throws -> Localized,
      place: @escaping @Sendable (Record) -> String?, since: @escaping @Sendable (Record) -> CalendarDate?,
      hangs: @escaping @Sendable (Record, CalendarDate) -> Bool,
      restsOn: @escaping @Sendable (Record, Record, any RecordReader) throws -> Bool
    ) {
      self.title = title
      self.place = place
      self.since = since
      self.hangs = hangs
      self.restsOn = restsOn
    }
  }
}

extension Schema {
  /// Everything that hangs out on a day and shows what one of some consents allows.
  public func posted(restingOn consents: [Record], on date: CalendarDate, in reader: any RecordReader) throws
    -> [Record]
  {
    try kinds.flatMap { kind -> [Record] in
      guard let posting = kind.posting else { return [] }
      return try reader.all(kind).filter { record in
        try posting.hangs(record, date) && consents.contains { try posting.restsOn(record, $0, reader) }
      }
    }
  }
}
