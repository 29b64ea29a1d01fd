import Diagnostics
import Values

/// Whether a fund is open.
public enum FundStatus: String, ChoiceValue {
  case open
  /// Every gift was given back; it takes no more and pays for nothing.
  case cancelled
  case closed

  public var chineseName: String {
    switch self {
    case .open: "进行中"
    case .cancelled: "已取消"
    case .closed: "已结账"
    }
  }
}

/// Money raised for one purpose, of free will (筹款). There is no amount due, no list of who did not give and no ranking:
/// no field holds one (Organic Law of Urban Residents' Committees, art. 16: 自愿原则). What was said when it opened is what
/// people gave for; it changes by a motion only, and the change is shown (``Amendment``; Law on Donations for Public
/// Welfare, art. 18).
public enum Fund {
  /// What it is for.
  public static let title = Field<String>(
    "title", "名称", "What it is for.", "筹款名称。", type: .text(maximum: 60), isUnique: true)
  /// The motion behind it.
  public static let motion = Field<Reference>(
    "motion", "议题", "The motion behind it, in force.", "所依据的生效决议。", type: .reference(["motion"]))
  /// How much is hoped for.
  public static let goal = Field<Money?>("goal", "目标", "How much is hoped for.", "筹款目标。")
  /// The first day for gifts.
  public static let opened = Field<CalendarDate>("opened", "开始", "The first day for gifts.", "开始日期。")
  /// The last day for gifts.
  public static let until = Field<CalendarDate>("until", "截止", "The last day for gifts.", "截止日期。")
  /// Who keeps the money.
  public static let keeper = Field<String>("keeper", "保管人", "Who keeps the money.", "资金保管人。", type: .text(maximum: 50))
  /// What happens to a surplus.
  public static let surplus = Field<String?>(
    "surplus", "结余处理", "What happens to a surplus; fixed once open.", "结余处理办法，开户后不变。", type: .text(maximum: 200))
  /// How gifts are given back.
  public static let refunds = Field<String?>(
    "refunds", "退款办法", "How gifts are given back; fixed once open.", "退款办法，开户后不变。", type: .text(maximum: 200))
  /// The last day on which a gift is given back without a motion.
  public static let refundUntil = Field<CalendarDate?>(
    "refund-until", "退款截止", "The last day on which gifts are given back without a motion.", "无须决议即可退款的最后一天。",
    since: 2)
  /// What the slip numbers begin with; without it, the fund's handle.
  public static let book = Field<String?>(
    "book", "票据本", "What slip numbers begin with: FH2020. A book is one fund's.", "票据编号前缀，如 FH2020；一本只归一项筹款。",
    type: .text(maximum: 12), isUnique: true)
  /// The day on which all gifts were given back.
  public static let cancelled = Field<CalendarDate?>(
    "cancelled", "取消", "When all gifts were given back.", "全部退还捐款的日期。", since: 2)
  /// Why.
  public static let cancelReason = Field<String?>(
    "cancel-reason", "取消原因", "Why it was cancelled.", "取消原因。", type: .text(maximum: 100), since: 2)
  /// The day on which it was closed.
  public static let closed = Field<CalendarDate?>("closed", "结账", "When it was closed.", "结账日期。")

  private static let status = Field<FundStatus>("status", "状态", "Open, cancelled or closed.", "进行中、已取消或已结账。")
  private static let raised = Field<Money>("raised", "已筹", "All valid gifts.", "有效捐款合计。")
  private static let spent = Field<Money>("spent", "支出", "All expenses.", "支出合计。")
  private static let refunded = Field<Money>("refunded", "退款", "All refunds.", "退款合计。")
  private static let transferred = Field<Money>("transferred", "结转", "Transfers out less transfers in.", "转出减转入。")
  private static let balance = Field<Money>("balance", "余额", "What is left.", "余额。")
  private static let gifts = Field<Int>("gifts", "笔数", "How many valid gifts.", "有效捐款笔数。")
  private static let posted = Field<CalendarDate?>("posted", "公示", "When its notice was last posted.", "最近公示日期。")

  /// The kind.
  public static let kind = RecordKind(
    "fund", "筹款", "Money raised for one purpose, of free will.", "为一项用途自愿筹集的款项。", handle: .numbered("F"),
    label: "title",
    fields: [
      title.declaration, motion.declaration, goal.declaration, opened.declaration, until.declaration,
      keeper.declaration, surplus.declaration, refunds.declaration, refundUntil.declaration, book.declaration,
      cancelled.declaration, cancelReason.declaration, closed.declaration,
    ],
    computed: [
      .init(status) { record, _ in status(of: record) },
      .init(raised) { try FundAccounts.raised($0.reference, in: $1) },
      .init(spent) { try FundAccounts.spent($0.reference, in: $1) },
      .init(refunded) { try FundAccounts.refunded($0.reference, in: $1) },
      .init(transferred) { try FundAccounts.transferred($0.reference, in: $1) },
      .init(balance) { try FundAccounts.balance($0.reference, in: $1) },
      .init(gifts) { try FundAccounts.giftCount($0.reference, in: $1) },
      .init(posted) { try Disclosure.last(of: $0.reference, in: $1)?[Disclosure.date] },
    ], listed: ["title", "goal", "until", "raised", "spent", "refunded", "balance", "status"], verbs: [.list, .count],
    sample: .init(handle: "F1", filter: "status=closed"), check: { fund, _, _ in try check(fund) })

  /// Whether a fund is open.
  public static func status(of fund: Record) -> FundStatus {
    if fund[closed] != nil { return .closed }
    return fund[cancelled] == nil ? .open : .cancelled
  }

  private static func check(_ fund: Record) throws {
    try PublicText.checkEntry(
      fund,
      [
        title.declaration, keeper.declaration, surplus.declaration, refunds.declaration, cancelReason.declaration,
      ])
    guard fund[opened] <= fund[until].last else {
      throw Diagnostic(.dates, Localized("the fund would end before it begins", "截止日期早于开始日期"), subject: "until")
    }
    if let goal = fund[goal] { try FundAccounts.requireAmount(goal, subject: "goal") }
  }
}
