import Diagnostics
import Values

/// Whether a fund is open.
public enum FundStatus: String, ChoiceValue {
  case open, closed
  public var chineseName: String { self == .open ? "进行中" : "已结账" }
}

/// Money raised for one purpose, of free will (筹款). There is no amount due, no list of who did not give and no ranking:
/// no field holds one (Organic Law of Urban Residents' Committees, art. 16: 自愿原则).
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
  /// What the slip numbers begin with.
  public static let book = Field<String?>(
    "book", "票据本", "What slip numbers begin with: FH2020.", "票据编号前缀，如 FH2020。", type: .text(maximum: 12), isUnique: true
  )
  /// The day on which it was closed.
  public static let closed = Field<CalendarDate?>("closed", "结账", "When it was closed.", "结账日期。")

  private static let status = Field<FundStatus>("status", "状态", "Whether it is open.", "状态。")
  private static let raised = Field<Money>("raised", "已筹", "All valid gifts.", "有效捐款合计。")
  private static let spent = Field<Money>("spent", "支出", "All expenses.", "支出合计。")
  private static let refunded = Field<Money>("refunded", "退款", "All refunds.", "退款合计。")
  private static let transferred = Field<Money>("transferred", "结转", "Transfers out less transfers in.", "转出减转入。")
  private static let balance = Field<Money>("balance", "余额", "What is left.", "余额。")
  private static let gifts = Field<Int>("gifts", "笔数", "How many valid gifts.", "有效捐款笔数。")

  /// The kind.
  public static let kind = RecordKind(
    "fund", "筹款", "Money raised for one purpose, of free will.", "为一项用途自愿筹集的款项。", handle: .numbered("F"),
    label: "title",
    fields: [
      title.declaration, motion.declaration, goal.declaration, opened.declaration, until.declaration,
      keeper.declaration, surplus.declaration, refunds.declaration, book.declaration, closed.declaration,
    ],
    computed: [
      .init(status) { record, _ in record[closed] == nil ? .open : .closed },
      .init(raised) { try FundAccounts.raised($0.reference, in: $1) },
      .init(spent) { try FundAccounts.spent($0.reference, in: $1) },
      .init(refunded) { try FundAccounts.refunded($0.reference, in: $1) },
      .init(transferred) { try FundAccounts.transferred($0.reference, in: $1) },
      .init(balance) { try FundAccounts.balance($0.reference, in: $1) },
      .init(gifts) { try FundAccounts.giftCount($0.reference, in: $1) },
    ], listed: ["title", "goal", "until", "raised", "spent", "refunded", "balance", "status"], verbs: [.list, .count],
    sample: .init(handle: "F1", filter: "status=closed"))

  /// Opens a fund: its motion binds, both policies are fixed.
  public static func open(_ new: Record, in writer: RecordWriter) throws -> Record {
    var fund = new
    for policy in [surplus, refunds] where fund[policy] == nil {
      let name = policy.declaration.name
      throw Diagnostic(
        .policy, Localized("the fund does not say its \(name.english) policy", "未写明\(name.chinese)"),
        hint: Localized("add \(name.english)=\"…\": \(policy.declaration.help.english)", "请加 \(name.chinese)=“…”"))
    }
    try requireInForce(fund[motion], in: writer)
    if let goal = fund[goal] { try requirePositive(goal, subject: "goal") }
    if fund.values[kind.slot(of: opened.declaration.name.english) ?? 0] == .none { fund[opened] = writer.today }
    guard fund[opened] <= fund[until] else {
      throw Diagnostic(.dates, Localized("the fund would end before it begins", "截止日期早于开始日期"), subject: "until")
    }
    return try writer.add(fund)
  }

  /// Closes a fund at balance 0.
  public static func close(_ fund: Record, in writer: RecordWriter) throws -> Record {
    try requireOpen(fund)
    let balance = try FundAccounts.balance(fund.reference, in: writer.store)
    guard balance == .zero else {
      throw Diagnostic(
        .balanceNonzero,
        Localized("\(fund[title]) still holds \(balance.grouped)", "\(fund[title]) 尚有余额 \(balance.grouped)"),
        hint: Localized("refund it, or move it by a motion: fund transfer", "请退款，或依决议结转：筹款 结转"), subject: "fund")
    }
    return try writer.change(fund) { $0[closed] = writer.today }
  }

  /// Refuses acts on a closed fund.
  static func requireOpen(_ fund: Record) throws {
    guard fund[closed] != nil else { return }
    throw Diagnostic(.fundClosed, Localized("\(fund[title]) is closed", "\(fund[title]) 已结账"), subject: "fund")
  }

  /// Refuses amounts of zero and less.
  static func requirePositive(_ money: Money, subject: String = "amount") throws {
    guard money > .zero else {
      throw Diagnostic(
        .amount, Localized("\(money.grouped) is not above zero", "\(money.grouped) 不大于零"), subject: subject)
    }
  }

  /// Refuses a motion that does not bind today.
  static func requireInForce(_ motion: Reference, in writer: RecordWriter) throws {
    let record = try writer.store.get(Motion.kind, motion)
    let state = try Motion.state(of: record, on: writer.today, in: writer.store)
    guard state == .inForce else {
      let number = record[Motion.number]
      throw Diagnostic(
        .motion, Localized("\(number) is \(state.rawValue), not in force", "\(number) 当前“\(state.chineseName)”，尚未生效"),
        hint: Localized("it binds when its notice has ended without an open objection", "公示期满且无未答复异议后生效"),
        subject: "motion")
    }
  }
}
