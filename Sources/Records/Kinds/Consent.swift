import Diagnostics
import Values

/// Somebody's agreement that one datum is shown in one place (Personal Information Protection Law, art. 14, 15, 25:
/// separate, and withdrawn as easily as given).
public enum Consent {
  /// The resident who agrees, if it is one.
  public static let resident = Field<Reference?>(
    "resident", "居民", "The resident.", "居民。", type: .reference(["resident"]))
  /// The shop that agrees, if it is one.
  public static let shop = Field<Reference?>("shop", "商户", "The shop.", "商户。", type: .reference(["shop"]))
  /// The gift whose giver agrees, if it was given under another name.
  public static let gift = Field<Reference?>(
    "gift", "捐款", "The gift, of a giver who is neither.", "既非居民也非商户的捐款人的捐款。", type: .reference(["gift"]), since: 2)
  /// What may be shown.
  public static let datum = Field<ConsentDatum>("datum", "信息", "What may be shown: phone or name.", "可公开的信息：电话或姓名。")
  /// Where.
  public static let channel = Field<ConsentChannel>("channel", "渠道", "Where it may be shown.", "公开的渠道。")
  /// From when on.
  public static let from = Field<CalendarDate?>("from", "起", "From when on; today unless given.", "起始日期，默认今天。")
  /// Until when, if it ends by itself.
  public static let until = Field<CalendarDate?>("until", "止", "Until when, if it ends by itself.", "终止日期，可不写。")
  /// What proves it.
  public static let evidence = Field<String>(
    "evidence", "凭据", "What proves it: 签字表 3.", "凭据，如 签字表 3。", type: .text(maximum: 100))
  /// Who saw it given.
  public static let witness = Field<String?>(
    "witness", "见证人", "Who saw it given.", "见证人。", type: .text(maximum: 50), since: 2)
  /// When it was withdrawn.
  public static let withdrawn = Field<CalendarDate?>("withdrawn", "撤回", "When it was withdrawn.", "撤回日期。")

  private static let status = Field<ConsentStatus>("status", "状态", "Whether it counts today.", "今天是否有效。")

  /// The kind.
  public static let kind: RecordKind = RecordKind(
    "consent", "同意", "Somebody's agreement that one datum is shown in one place.", "某人同意在某处公开某项信息。",
    handle: .numbered("C"),
    fields: [
      resident.declaration, shop.declaration, gift.declaration, datum.declaration, channel.declaration,
      from.declaration, until.declaration, evidence.declaration, withdrawn.declaration, witness.declaration,
    ],
    computed: [.init(status, today: { try status(of: $0, on: $2, in: $1) })],
    listed: ["resident", "shop", "gift", "datum", "channel", "from", "until", "status"], verbs: [.show, .list, .count],
    tie: .init(isOwn: true), sample: .init(handle: "C1", filter: "channel=building-card"),
    check: { consent, _, _ in try check(consent) })

  private static func check(_ consent: Record) throws {
    if let from = consent[from], let until = consent[until], until.last < from {
      throw Diagnostic(.dates, Localized("it would end before it begins", "终止日期早于起始日期"), subject: "until")
    }
  }

  /// Whose agreement it is.
  public static func subject(of consent: Record) -> Reference? {
    consent[resident] ?? consent[shop] ?? consent[gift]
  }

  /// The field that names a subject of a kind.
  private static func field(of subject: Reference) -> Field<Reference?> {
    [shop, gift].first { $0.declaration.name.english == subject.kind } ?? resident
  }

  /// Whether a consent counts on a day, and if not, why.
  ///
  /// Moving out and dying end consents (``endAll(of:on:in:)``); those of offices that did not do so yet lapse with it.
  public static func status(of consent: Record, on date: CalendarDate, in reader: any RecordReader) throws
    -> ConsentStatus
  {
    if let day = consent[withdrawn], day <= date { return .withdrawn }
    if let until = consent[until], until.last < date { return .expired }
    if let day = try lapse(of: consent, in: reader), day <= date { return .lapsed }
    if let from = consent[from], date < from { return .upcoming }
    return .given
  }

  /// The day from which what a consent was given for is over; nothing if it is not.
  static func lapse(of consent: Record, in reader: any RecordReader) throws -> CalendarDate? {
    guard let person = try consent[resident].map({ try reader.get(Resident.kind, $0) }) else { return nil }
    return [person[Resident.movedOut], person[Resident.died]].compactMap { $0 }.min()
  }

  /// The consents on which a subject's datum may be shown in a place on a date.
  public static func given(
    by subject: Reference, _ datum: ConsentDatum, _ channel: ConsentChannel, on date: CalendarDate,
    in reader: any RecordReader
  ) throws -> [Record] {
    try reader.all(kind, .equal(field(of: subject), subject), .equal(self.datum, datum), .equal(self.channel, channel))
      .filter { try status(of: $0, on: date, in: reader) == .given }
  }

  /// Whether a subject's datum may be shown in a place on a date.
  public static func isGiven(
    by subject: Reference, _ datum: ConsentDatum, _ channel: ConsentChannel, on date: CalendarDate,
    in reader: any RecordReader
  ) throws -> Bool {
    try !given(by: subject, datum, channel, on: date, in: reader).isEmpty
  }

  /// All whose datum may be shown in a place on a date.
  public static func subjects(
    _ datum: ConsentDatum, _ channel: ConsentChannel, on date: CalendarDate, in reader: any RecordReader
  ) throws -> Set<Reference> {
    let consents = try reader.all(kind, .equal(self.datum, datum), .equal(self.channel, channel))
    return Set(try consents.filter { try status(of: $0, on: date, in: reader) == .given }.compactMap(subject))
  }

  /// Ends all consents of somebody who is gone: what he agreed to is shown no more.
  static func endAll(of resident: Reference, on date: CalendarDate, in writer: RecordWriter) throws -> [Record] {
    try writer.store.all(kind, .equal(self.resident, resident)).filter { consent in
      (consent[withdrawn].map { date < $0 } ?? true) && (consent[until].map { date <= $0.last } ?? true)
    }.map { try writer.change($0) { $0[withdrawn] = date } }
  }

  /// Whether a withdrawal, if it were the same person's, would take back another consent that was given before it.
  static func takesBack(_ other: Record, _ consent: Record) -> Bool {
    guard let day = other[withdrawn], other[datum] == consent[datum], other[channel] == consent[channel] else {
      return false
    }
    return consent[from].map { $0 <= day } ?? true
  }

  /// Records a consent. Who is gone cannot agree to anything; who agreed before may agree again, and the new consent
  /// counts beside the old one.
  public static func give(
    by subject: Reference, _ datum: ConsentDatum, _ channel: ConsentChannel, from date: CalendarDate?,
    until end: CalendarDate?, evidence proof: String, witness: String? = nil, in writer: RecordWriter
  ) throws -> Record {
    if subject.kind == Resident.kind.name.english {
      try Resident.require(writer.store.get(Resident.kind, subject), [.active], hint: nil, subject: "who")
    }
    var consent = Record(kind)
    consent[field(of: subject)] = subject
    consent[self.datum] = datum
    consent[self.channel] = channel
    consent[from] = date ?? writer.today
    consent[until] = end
    consent[evidence] = proof
    consent[self.witness] = witness
    return try writer.add(consent)
  }

  /// Withdraws the consents of one kind that count or will count; they stay on record.
  public static func withdraw(
    by subject: Reference, _ datum: ConsentDatum, _ channel: ConsentChannel, in writer: RecordWriter
  ) throws -> [Record] {
    let today = writer.today
    let consents = try writer.store.all(
      kind, .equal(field(of: subject), subject), .equal(self.datum, datum), .equal(self.channel, channel),
      .equal(withdrawn, nil)
    ).filter { $0[until].map { today <= $0.last } ?? true }
    guard !consents.isEmpty else {
      throw Diagnostic(
        .state, Localized("there is no such consent to withdraw", "没有可撤回的此项同意"),
        hint: Localized("consent list shows what was agreed", "可用 同意 列出 查看"))
    }
    return try writer.together { try consents.map { try writer.change($0) { $0[withdrawn] = today } } }
  }
}
