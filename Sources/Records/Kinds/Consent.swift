import Diagnostics
import Values

/// What somebody agrees to have shown.
public enum ConsentDatum: String, ChoiceValue {
  case phone, name
  public var chineseName: String { self == .phone ? "电话" : "姓名" }
}

/// Where it may be shown.
public enum ConsentChannel: String, ChoiceValue {
  case buildingCard = "building-card"
  case donorList = "donor-list"
  case minutes

  public var chineseName: String {
    switch self {
    case .buildingCard: "楼栋联系卡"
    case .donorList: "捐款公示"
    case .minutes: "会议纪要"
    }
  }
}

/// Whether a consent still counts.
public enum ConsentStatus: String, ChoiceValue {
  case given, expired, withdrawn

  public var chineseName: String {
    switch self {
    case .given: "有效"
    case .expired: "已到期"
    case .withdrawn: "已撤回"
    }
  }
}

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
  /// When it was withdrawn.
  public static let withdrawn = Field<CalendarDate?>("withdrawn", "撤回", "When it was withdrawn.", "撤回日期。")

  private static let status = Field<ConsentStatus>("status", "状态", "Whether it still counts.", "是否有效。")

  /// The kind.
  public static let kind = RecordKind(
    "consent", "同意", "Somebody's agreement that one datum is shown in one place.", "某人同意在某处公开某项信息。",
    handle: .numbered("C"),
    fields: [
      resident.declaration, shop.declaration, gift.declaration, datum.declaration, channel.declaration,
      from.declaration,
      until.declaration, evidence.declaration, withdrawn.declaration,
    ],
    computed: [
      .init(
        status,
        today: { record, _, today in
          if record[withdrawn] != nil { return .withdrawn }
          return record[until].map { $0.last < today } ?? false ? .expired : .given
        })
    ],
    listed: ["resident", "shop", "gift", "datum", "channel", "from", "until", "status"], verbs: [.show, .list, .count],
    sample: .init(handle: "C1", filter: "channel=building-card"))

  /// The field that names a subject of a kind.
  private static func field(of subject: Reference) -> Field<Reference?> {
    [shop, gift].first { $0.declaration.name.english == subject.kind } ?? resident
  }

  /// The condition that a consent is of one subject.
  private static func subject(_ reference: Reference) -> Condition { .equal(field(of: reference), reference) }

  /// Whether a consent counts on a date.
  private static func counts(_ consent: Record, on date: CalendarDate) -> Bool {
    (consent[from].map { $0 <= date } ?? true) && (consent[until].map { date <= $0.last } ?? true)
      && (consent[withdrawn].map { date < $0 } ?? true)
  }

  /// All whose datum may be shown in a place on a date.
  public static func subjects(
    _ datum: ConsentDatum, _ channel: ConsentChannel, on date: CalendarDate, in reader: any RecordReader
  ) throws -> Set<Reference> {
    let consents = try reader.all(kind, .equal(self.datum, datum), .equal(self.channel, channel))
    return Set(
      consents.filter { counts($0, on: date) }.compactMap { consent in
        [resident, shop, gift].compactMap { consent[$0] }.first
      })
  }

  /// Whether a subject's datum may be shown in a place on a date.
  public static func isGiven(
    by reference: Reference, _ datum: ConsentDatum, _ channel: ConsentChannel, on date: CalendarDate,
    in reader: any RecordReader
  ) throws -> Bool {
    try reader.all(kind, subject(reference), .equal(self.datum, datum), .equal(self.channel, channel)).contains {
      counts($0, on: date)
    }
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

  /// Records a consent. Who is gone cannot agree to anything.
  public static func give(
    by reference: Reference, _ datum: ConsentDatum, _ channel: ConsentChannel, from date: CalendarDate?,
    until end: CalendarDate?, evidence proof: String, in writer: RecordWriter
  ) throws -> Record {
    if reference.kind == Resident.kind.name.english {
      try Resident.require(writer.store.get(Resident.kind, reference), [.active], hint: nil, subject: "who")
    }
    let start = date ?? writer.today
    if let end, end < start {
      throw Diagnostic(.dates, Localized("it would end before it begins", "终止日期早于起始日期"), subject: "until")
    }
    var consent = Record(kind)
    consent[field(of: reference)] = reference
    consent[self.datum] = datum
    consent[self.channel] = channel
    consent[from] = start
    consent[until] = end
    consent[evidence] = proof
    return try writer.add(consent)
  }

  /// Withdraws the consents of one kind that still count; they stay on record.
  public static func withdraw(
    by reference: Reference, _ datum: ConsentDatum, _ channel: ConsentChannel, in writer: RecordWriter
  ) throws -> [Record] {
    let consents = try writer.store.all(
      kind, subject(reference), .equal(self.datum, datum), .equal(self.channel, channel), .equal(withdrawn, nil))
    guard !consents.isEmpty else {
      throw Diagnostic(
        .state, Localized("there is no such consent to withdraw", "没有可撤回的此项同意"),
        hint: Localized("consent list shows what was agreed", "可用 同意 列出 查看"))
    }
    return try writer.together { try consents.map { try writer.change($0) { $0[withdrawn] = writer.today } } }
  }
}
