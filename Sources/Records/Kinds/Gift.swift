import Diagnostics
import Values

extension DiagnosticCode {
  /// A slip cannot be voided any more.
  public static let void = DiagnosticCode(
    "E-VOID", "A slip is voided on its own day only; later it is refunded.", "票据只能当日作废，之后须退款。",
    mend: Localized("Refund the gift: fund refund SLIP reason=….", "请改为退款：筹款 退款 票号 原因=…。"),
    example: .lines(
      """
      fund open 路灯维修 motion=M2.1 from=2020-12-20 until=+7d keeper=示例乙 surplus=转入维护 refunds=可退 book=LD
      fund give 路灯维修 from=胡建国 amount=500 date=2020-12-20
      fund void LD-0001 reason=写错
      """,
      """
      筹款 开户 路灯维修 议题=M2.1 起=2020-12-20 截止=+7d 保管人=示例乙 结余处理=转入维护 退款办法=可退 票据本=LD
      筹款 收捐 路灯维修 捐款人=胡建国 金额=500 日期=2020-12-20
      筹款 作废 LD-0001 原因=写错
      """))
}

/// How money came.
public enum GiftMethod: String, ChoiceValue {
  case cash, transfer, wechat

  public var chineseName: String {
    switch self {
    case .cash: "现金"
    case .transfer: "转账"
    case .wechat: "微信"
    }
  }
}

/// A gift to a fund, with its slip (捐款). Gifts are never changed or removed.
public enum Gift {
  /// The fund.
  public static let fund = Field<Reference>("fund", "筹款", "The fund.", "筹款。", type: .reference(["fund"]))
  /// The slip's number, from an unbroken book.
  public static let slip = Field<String>(
    "slip", "票号", "The slip's number.", "票据编号。", type: .text(maximum: 24), isUnique: true)
  /// The resident who gave, if it was one.
  public static let resident = Field<Reference?>(
    "resident", "居民", "The resident who gave.", "捐款居民。", type: .reference(["resident"]))
  /// The shop that gave, if it was one.
  public static let shop = Field<Reference?>("shop", "商户", "The shop that gave.", "捐款商户。", type: .reference(["shop"]))
  /// Another name under which it was given; without any of the three it is anonymous.
  public static let name = Field<String?>(
    "name", "其他名称", "Another name to give under.", "其他捐款名称。", type: .text(maximum: 60))
  /// How much.
  public static let amount = Field<Money>("amount", "金额", "How much.", "金额。")
  /// How it came.
  public static let method = Field<GiftMethod>("method", "方式", "Cash, transfer or wechat.", "现金、转账或微信。", default: .cash)
  /// When.
  public static let date = Field<CalendarDate>("date", "日期", "When; today unless given.", "日期，默认今天。")
  /// When the slip was voided.
  public static let voided = Field<CalendarDate?>("voided", "作废", "When the slip was voided.", "作废日期。")
  /// Why.
  public static let voidReason = Field<String?>(
    "void-reason", "作废原因", "Why it was voided.", "作废原因。", type: .text(maximum: 100))

  /// The kind.
  public static let kind = RecordKind(
    "gift", "捐款", "A gift to a fund, with its slip.", "一笔捐款及其票据。", handle: .numbered("D"), label: "slip",
    fields: [
      fund.declaration, slip.declaration, resident.declaration, shop.declaration, name.declaration, amount.declaration,
      method.declaration, date.declaration, voided.declaration, voidReason.declaration,
    ], listed: ["slip", "resident", "shop", "name", "amount", "method", "date", "voided"],
    verbs: [.show, .list, .count],
    sample: .init(handle: "D1", filter: "amount>=300"))

  /// Takes in a gift and gives it the next slip of the fund's book. The fields fund, donor, amount, method and, if it
  /// is not today, date are set.
  public static func give(_ new: Record, in writer: RecordWriter) throws -> Record {
    var gift = new
    let fund = try writer.store.get(Fund.kind, gift[self.fund])
    try Fund.requireOpen(fund)
    try Fund.requirePositive(gift[amount])
    if gift.values[kind.slot(of: "date") ?? 0] == .none { gift[date] = writer.today }
    guard fund[Fund.opened] <= gift[date], gift[date] <= fund[Fund.until].last else {
      throw Diagnostic(
        .fundClosed,
        Localized(
          "\(fund[Fund.title]) takes gifts from \(fund[Fund.opened].exchangeText) to \(fund[Fund.until].exchangeText)",
          "\(fund[Fund.title]) 的收款期为 \(fund[Fund.opened].exchangeText) 至 \(fund[Fund.until].exchangeText)"),
        subject: "date")
    }
    gift[slip] = try nextSlip(of: fund, in: writer.store)
    return try writer.add(gift)
  }

  /// Voids a miswritten slip: it keeps its number and counts no more.
  public static func void(_ gift: Record, reason: String, in writer: RecordWriter) throws -> Record {
    let fund = try writer.store.get(Fund.kind, gift[self.fund])
    try Fund.requireOpen(fund)
    guard gift[voided] == nil else {
      throw Diagnostic(.void, Localized("slip \(gift[slip]) is void already", "票据 \(gift[slip]) 已作废"), subject: "gift")
    }
    guard gift[date] == writer.today else {
      throw Diagnostic(
        .void,
        Localized(
          "slip \(gift[slip]) is of \(gift[date].exchangeText)", "票据 \(gift[slip]) 开于 \(gift[date].exchangeText)"),
        hint: Localized("refund it instead: fund refund \(gift[slip])", "请改为退款：筹款 退款 \(gift[slip])"), subject: "gift")
    }
    guard try Refund.refunded(gift.reference, in: writer.store) == .zero else {
      throw Diagnostic(
        .void, Localized("slip \(gift[slip]) has been refunded", "票据 \(gift[slip]) 已退款"), subject: "gift")
    }
    try FundAccounts.requireCover(for: gift[amount], from: fund, on: gift[date], in: writer.store, subject: "gift")
    return try writer.change(gift) {
      $0[voided] = writer.today
      $0[voidReason] = reason
    }
  }

  /// The number after the last of the fund's book: `FH2020-0018`.
  private static func nextSlip(of fund: Record, in reader: any RecordReader) throws -> String {
    let book = fund[Fund.book] ?? "F\(fund.id)"
    let last = try reader.records(Query(kind, [.equal(self.fund, fund.reference)], newestFirst: true, limit: 1)).next()
    let number = last.flatMap { Int($0[slip].split(separator: "-").last ?? "") } ?? 0
    let digits = String(number + 1)
    return "\(book)-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
  }
}
