import Diagnostics
import Values

/// That a fund's accounts hang out, and what they show (财务公示). "Income and expenses are published in time" (Organic Law
/// of Urban Residents' Committees, art. 16).
public enum Disclosure {
  /// The fund.
  public static let fund = Field<Reference>("fund", "筹款", "The fund.", "筹款。", type: .reference(["fund"]))
  /// Where it hangs.
  public static let place = Field<String>("place", "地点", "Where it hangs.", "公示地点。", type: .text(maximum: 60))
  /// The first day.
  public static let date = Field<CalendarDate>("date", "日期", "Since when.", "公示首日。")
  /// The last day.
  public static let until = Field<CalendarDate>("until", "止", "Until when.", "公示末日。")
  /// How many slips of the book it shows, void ones among them.
  public static let slips = Field<Int>("slips", "票据数", "How many slips it shows, void ones too.", "所列票据数，含作废。")
  /// The gifts that it shows.
  public static let raised = Field<Money>("raised", "已筹", "The gifts that it shows.", "公示的捐款合计。")
  /// The expenses that it shows.
  public static let spent = Field<Money>("spent", "支出", "The expenses that it shows.", "公示的支出合计。")
  /// The refunds that it shows.
  public static let refunded = Field<Money>("refunded", "退款", "The refunds that it shows.", "公示的退款合计。")
  /// What moved, out less in, that it shows.
  public static let transferred = Field<Money>("transferred", "结转", "The transfers that it shows.", "公示的结转净额。")

  private static let isCurrent = Field<Bool>("current", "一致", "Whether the books still show the same.", "是否与账目一致。")
  private static let withdrawn = Field<Int>(
    "withdrawn", "已撤回", "How many of those named on it agree no more; then it must come down.", "所列姓名中已撤回同意的人数；有则须撤下。")

  /// The kind.
  public static let kind = RecordKind(
    "disclosure", "财务公示", "That a fund's accounts hang out, and what they show.", "筹款收支的公示及所示数额。",
    handle: .numbered("DS"),
    fields: [
      fund.declaration, place.declaration, date.declaration, until.declaration, slips.declaration, raised.declaration,
      spent.declaration, refunded.declaration, transferred.declaration,
    ],
    computed: [
      .init(isCurrent) { try isCurrent($0, in: $1) },
      .init(withdrawn, today: { try withdrawals(since: $0, on: $2, in: $1) }),
    ],
    listed: ["fund", "place", "date", "until", "slips", "raised", "spent", "refunded", "transferred", "current"],
    verbs: [.show, .list, .count], partOf: ["fund"],
    posting: .init(
      title: { record, reader in
        let title = try reader.get(Fund.kind, record[fund])[Fund.title]
        return Localized("notice of \(title)", "\(title)收支公示")
      },
      place: { $0[place] }, since: { $0[date] }, hangs: { $0[date] <= $1 && $1 <= $0[until].last },
      restsOn: { try rests($0, on: $1, $2) }), sample: .init(handle: "DS1", filter: "fund=F1"), since: 2,
    check: { disclosure, _, _ in try PublicText.checkPresence(of: [place.declaration], in: disclosure) })

  /// The last that was posted of a fund.
  public static func last(of fund: Reference, in reader: any RecordReader) throws -> Record? {
    try reader.first(Query(kind, [.equal(self.fund, fund)], newestFirst: true))
  }

  /// Records that a fund's accounts, as the books show them now, hang out from today.
  public static func post(_ fund: Record, place: String, days: Int, in writer: RecordWriter) throws -> Record {
    guard days >= Profile.cn.noticeDays else {
      throw Diagnostic(
        .notice,
        Localized("a notice hangs for \(Profile.cn.noticeDays) days at least", "公示不得少于 \(Profile.cn.noticeDays) 天"),
        subject: "days")
    }
    var record = Record(kind)
    record[self.fund] = fund.reference
    record[self.place] = place
    record[date] = writer.today
    record[until] = writer.today.adding(days: days)
    try fill(&record, of: fund.reference, in: writer.store)
    return try writer.add(record)
  }

  private static func fill(_ record: inout Record, of fund: Reference, in reader: any RecordReader) throws {
    record[slips] = try reader.count(Query(Gift.kind, [.equal(Gift.fund, fund)]))
    record[raised] = try FundAccounts.raised(fund, in: reader)
    record[spent] = try FundAccounts.spent(fund, in: reader)
    record[refunded] = try FundAccounts.refunded(fund, in: reader)
    record[transferred] = try FundAccounts.transferred(fund, in: reader)
  }

  /// Whether the books still show what a notice shows.
  public static func isCurrent(_ disclosure: Record, in reader: any RecordReader) throws -> Bool {
    var present = disclosure
    try fill(&present, of: disclosure[fund], in: reader)
    return present.values == disclosure.values
  }

  /// Whether a gift's slip stands on a notice that was posted.
  static func shows(_ gift: Record, in reader: any RecordReader) throws -> Bool {
    try last(of: gift[Gift.fund], in: reader).map { Gift.number(of: gift) <= $0[slips] } ?? false
  }

  /// How many of those whom a notice names have withdrawn their consent since it was posted.
  private static func withdrawals(since disclosure: Record, on today: CalendarDate, in reader: any RecordReader) throws
    -> Int
  {
    let named = try Consent.subjects(.name, .donorList, on: disclosure[date], in: reader)
    let gone = named.subtracting(try Consent.subjects(.name, .donorList, on: today, in: reader))
    return try gone.count { try names($0, in: disclosure, reader) }
  }

  /// Whether somebody's gift stands on a notice.
  private static func names(_ giver: Reference, in disclosure: Record, _ reader: any RecordReader) throws -> Bool {
    guard let condition = Gift.condition(of: giver) else { return false }
    let first = try reader.first(Gift.kind, .equal(Gift.fund, disclosure[fund]), .equal(Gift.voided, nil), condition)
    return first.map { Gift.number(of: $0) <= disclosure[slips] } ?? false
  }

  /// Whether a notice names somebody because of a consent.
  private static func rests(_ disclosure: Record, on consent: Record, _ reader: any RecordReader) throws -> Bool {
    guard consent[Consent.datum] == .name, consent[Consent.channel] == .donorList,
      consent[Consent.from].map({ $0 <= disclosure[date] }) ?? true,
      consent[Consent.until].map({ disclosure[date] <= $0.last }) ?? true, let giver = Consent.subject(of: consent)
    else { return false }
    return try names(giver, in: disclosure, reader)
  }
}
