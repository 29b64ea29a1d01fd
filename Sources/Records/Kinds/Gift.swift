import Diagnostics
import Values

extension DiagnosticCode {
  /// A slip cannot be voided any more.
  public static let void = DiagnosticCode(
    "E-VOID", "A slip is voided on its own day and before it is disclosed only; later it is refunded.",
    "票据只能当日且公示前作废，之后须退款。",
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

/// A gift to a fund, with its slip (捐款). Gifts are never changed or removed, and not ranked by what was given.
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
  public static let amount = Field<Money>("amount", "金额", "How much.", "金额。", isSortable: false)
  /// How it came.
  public static let method = Field<GiftMethod>("method", "方式", "Cash, transfer or wechat.", "现金、转账或微信。", default: .cash)
  /// When.
  public static let date = Field<CalendarDate>("date", "日期", "When; today unless given.", "日期，默认今天。")
  /// When the slip was voided.
  public static let voided = Field<CalendarDate?>("voided", "作废", "When the slip was voided.", "作废日期。")
  /// Why.
  public static let voidReason = Field<String?>(
    "void-reason", "作废原因", "Why it was voided.", "作废原因。", type: .text(maximum: 100))

  private static let left = Field<Money>("left", "未退", "What has not been given back.", "尚未退还的金额。", isSortable: false)

  /// The kind. Its index holds all that a fund's figures are made of, so that they are read without the gifts themselves.
  public static let kind = RecordKind(
    "gift", "捐款", "A gift to a fund, with its slip.", "一笔捐款及其票据。", handle: .numbered("D"), label: "slip",
    fields: [
      fund.declaration, slip.declaration, resident.declaration, shop.declaration, name.declaration, amount.declaration,
      method.declaration, date.declaration, voided.declaration, voidReason.declaration,
    ],
    computed: [.init(left) { try left(of: $0, in: $1) }],
    listed: ["slip", "resident", "shop", "name", "amount", "method", "date", "voided"],
    verbs: [.show, .list, .count],
    indices: [.init(["fund", "voided", "date", "amount"], since: 2)],
    partOf: ["fund"], tie: .init(isOwn: true), sample: .init(handle: "D1", filter: "amount>=300"),
    check: { gift, _, _ in
      try PublicText.checkEntry(gift, [name.declaration, voidReason.declaration], aboutPeople: true)
    },
    // The slip keeps its number.
    undoAdding: { _ = try void($0, reason: "撤销", in: $1) })

  /// What has not been given back of a gift; nothing of a void one.
  public static func left(of gift: Record, in reader: any RecordReader) throws -> Money {
    guard gift[voided] == nil else { return .zero }
    return Money(fen: gift[amount].fen - (try Refund.refunded(gift.reference, in: reader)).fen)
  }

  /// Takes in a gift and gives it the next slip of the fund's book. The fields fund, donor, amount, method and, if it
  /// is not today, date are set.
  public static func give(_ new: Record, in writer: RecordWriter) throws -> Record {
    var gift = new
    let fund = try writer.store.get(Fund.kind, gift[self.fund])
    try Fund.requireActive(fund)
    try FundAccounts.requireAmount(gift[amount])
    if !gift.values[kind.slot(of: date.declaration)].isPresent { gift[date] = writer.today }
    guard fund[Fund.opened] <= gift[date], gift[date] <= fund[Fund.until].last else {
      throw Diagnostic(
        .fundClosed,
        Localized(
          "\(fund[Fund.title]) takes gifts from \(fund[Fund.opened].exchangeText) to \(fund[Fund.until].exchangeText)",
          "\(fund[Fund.title]) 的收款期为 \(fund[Fund.opened].exchangeText) 至 \(fund[Fund.until].exchangeText)"),
        subject: "date")
    }
    try FundAccounts.requireDay(gift[date], of: fund, in: writer)
    gift[slip] = try nextSlip(of: fund, in: writer.store)
    return try writer.add(gift)
  }

  /// Voids a miswritten slip: it keeps its number and counts no more.
  public static func void(_ gift: Record, reason: String, in writer: RecordWriter) throws -> Record {
    let fund = try writer.store.get(Fund.kind, gift[self.fund])
    try Fund.requireOpen(fund)
    let number = gift[slip]
    func refusal(_ reason: Localized, hint: Localized? = nil) -> Diagnostic {
      Diagnostic(.void, reason, hint: hint, subject: "gift")
    }
    guard gift[voided] == nil else {
      throw refusal(Localized("slip \(number) is void already", "票据 \(number) 已作废"))
    }
    let instead = Localized("refund it instead: fund refund \(number)", "请改为退款：筹款 退款 \(number)")
    guard gift[date] == writer.today else {
      throw refusal(
        Localized("slip \(number) is of \(gift[date].exchangeText)", "票据 \(number) 开于 \(gift[date].exchangeText)"),
        hint: instead)
    }
    guard try Refund.refunds(of: gift.reference, in: writer.store).isEmpty else {
      throw refusal(Localized("slip \(number) has been refunded", "票据 \(number) 有退款记录"))
    }
    guard try !Disclosure.shows(gift, in: writer.store) else {
      throw refusal(Localized("slip \(number) stands on a notice that hangs out", "票据 \(number) 已公示"), hint: instead)
    }
    try FundAccounts.requireCover(for: gift[amount], from: fund, on: gift[date], in: writer.store, subject: "gift")
    return try writer.change(gift) {
      $0[voided] = writer.today
      $0[voidReason] = reason
    }
  }

  /// The condition that a gift is one of a giver's: a resident's, a shop's, or the gift itself that was given under
  /// another name.
  static func condition(of giver: Reference) -> Condition? {
    switch giver.kind {
    case Resident.kind.name.english: .equal(resident, giver)
    case Shop.kind.name.english: .equal(shop, giver)
    case kind.name.english: Condition("id", .equal, .integer(giver.id))
    default: nil
    }
  }

  /// Who gave: a resident, a shop, or, of another name, the gift itself; nothing if it is anonymous.
  public static func giver(of gift: Record) -> Reference? {
    gift[resident] ?? gift[shop] ?? (gift[name] == nil ? nil : gift.reference)
  }

  /// The place of a gift's slip in its book, from 1.
  public static func number(of gift: Record) -> Int { Int(gift[slip].split(separator: "-").last ?? "") ?? 0 }

  /// The number after the last of the fund's book: `FH2020-0018`.
  private static func nextSlip(of fund: Record, in reader: any RecordReader) throws -> String {
    let last = try reader.first(Query(kind, [.equal(self.fund, fund.reference)], newestFirst: true))
    let digits = String((last.map(number) ?? 0) + 1)
    return "\(Fund.bookName(of: fund))-\(String(run: "0", 4 - digits.count))\(digits)"
  }
}
