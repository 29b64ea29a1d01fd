import Diagnostics
import Records
import Values

/// A fund's public notice (收支公示表): income by who gave, expenses with their vouchers, refunds, the balance as a sum, and
/// the gifts in the order in which they came under the names that their givers agreed to.
struct FundNotice {
  private let fund: Record
  private let session: OfficeSession
  private let gifts: [Record]
  private let names: DonorNames
  /// Finds who gave in what was written of payments.
  private let masks: PersonalText
  private var reader: any RecordReader { session.store }

  init(of fund: Record, _ session: OfficeSession) throws {
    self.fund = fund
    self.session = session
    gifts = try session.store.all(Gift.kind, .equal(Gift.fund, fund.reference))
    names = try DonorNames(on: session.writer.today, in: session.store)
    masks = try names.masks(for: gifts)
  }

  /// The notice.
  func document() throws -> Document {
    let office = try Community.require(in: reader)
    let expenses = try reader.all(Expense.kind, .equal(Expense.fund, fund.reference))
    let listed = try gifts.map { try names.name(of: $0) }

    var page = Document(for: .board(fund.reference, by: .donorList))
    let title = masked(fund[Fund.title])
    page.add(.title(Localized("\(title): public accounts", "\(title)收支公示表")))
    page.add(.heading(Localized(same: office[Community.name]), right: period))
    page.add(.rule)
    try addIncome(gifts.filter { $0[Gift.voided] == nil }, to: &page)
    addExpenses(expenses, to: &page)
    try addRefunds(to: &page)
    try addTransfers(to: &page)
    try addBalance(to: &page)
    page.add(.rule)
    page.add(.heading(Localized("Gifts, in the order in which they came", "捐款名单（按收款先后）")))
    page.add(
      .paragraph(
        Localized(
          "Named are those who agreed, residents by surname; void slips keep their number.", "仅列同意公开者，居民姓名隐去；作废票据保留编号。")
      ))
    page.add(.table(list(gifts, listed)))
    page.add(.rule)
    try FundTerms(of: fund, masking: masks, in: reader).blocks.forEach { page.add($0) }
    page.add(.paragraph(objections(office)))
    page.add(
      .signatures([
        Localized("Cashier", "经办人"), Localized("Reviewer", "复核人"), Localized("Residents' auditor", "居务监督"),
      ]))
    return page
  }

  private var period: Localized {
    let from = fund[Fund.opened].exchangeText
    let until = (fund[Fund.closed] ?? session.writer.today).exchangeText
    return Localized("\(from) to \(until), in yuan", "\(from) 至 \(until)  单位：元")
  }

  private func objections(_ office: Record) -> Localized {
    let days = Profile.cn.noticeDays
    let phone = office[Community.supervision] ?? office[Community.hotline]
    return Localized("Hangs for \(days) days. Objections: \(phone).", "公示期 \(days) 日。异议电话 \(phone)。")
  }

  // MARK: Parts

  private typealias Column = Document.Table.Column

  private static let count = Column(Localized("gifts", "笔数"), isNumeric: true)
  private static let amount = Column(Localized("yuan", "金额"), isNumeric: true)

  private func same(_ text: String) -> Localized { Localized(same: text) }
  private func masked(_ text: String) -> String { masks.removed(from: text) ?? text }
  private func sum(_ money: Money) -> Localized { Localized(same: money.grouped) }

  private func addIncome(_ gifts: [Record], to page: inout Document) throws {
    let groups = try DonorGroup.groups(of: gifts, in: reader)
    var rows = groups.map { group, gifts in
      let total = gifts.reduce(0) { $0 + $1[Gift.amount].fen }
      return [group.name, same("\(gifts.count)"), sum(Money(fen: total))]
    }
    for arrival in try reader.all(Transfer.kind, .equal(Transfer.into, fund.reference)) {
      let origin = session.label(of: arrival[Transfer.fund])
      rows.append([Localized("from \(origin)", "由“\(origin)”转入"), same(""), sum(arrival[Transfer.amount])])
    }
    let raised = try FundAccounts.raised(fund.reference, in: reader)
    let total = Money(fen: raised.fen + (try FundAccounts.received(fund.reference, in: reader)).fen)
    page.add(.heading(Localized("1. Income", "一、收入")))
    page.add(
      .table(
        .init(
          [Column(Localized("from", "来源"), fills: true), FundNotice.count, FundNotice.amount], rows,
          total: [Localized("total", "合计"), same("\(gifts.count)"), sum(total)])))
  }

  private func addExpenses(_ expenses: [Record], to page: inout Document) {
    page.add(.heading(Localized("2. Expenses", "二、支出")))
    guard !expenses.isEmpty else { return page.add(.paragraph(Localized("none", "无"))) }
    let rows = expenses.map { expense in
      let purpose = masked(expense[Expense.purpose])
      let what = expense[Expense.reverses] == nil ? same(purpose) : Localized("\(purpose) (reversal)", "\(purpose)（冲正）")
      return [
        same(expense[Expense.date].exchangeText), what, same(expense[Expense.voucher]), sum(expense[Expense.amount]),
      ]
    }
    let total = Money(fen: expenses.reduce(0) { $0 + $1[Expense.amount].fen })
    page.add(
      .table(
        .init(
          [
            Column(Localized("date", "日期")), Column(Localized("for", "用途"), fills: true),
            Column(Localized("voucher", "凭证")),
            FundNotice.amount,
          ], rows, total: [Localized("total", "合计"), same(""), same(""), sum(total)])))
  }

  /// Refunds by their reason: who got them is nobody's business.
  private func addRefunds(to page: inout Document) throws {
    let refunds = try reader.all(Refund.kind, .equal(Refund.fund, fund.reference))
    page.add(.heading(Localized("3. Refunds", "三、退款")))
    guard !refunds.isEmpty else { return page.add(.paragraph(Localized("none", "无"))) }
    var reasons: [String] = []
    var groups: [String: [Record]] = [:]
    for refund in refunds {
      let reason = refund[Refund.reason]
      if groups[reason] == nil { reasons.append(reason) }
      groups[reason, default: []].append(refund)
    }
    let rows = reasons.map { reason in
      let group = groups[reason] ?? []
      return [
        same(masked(reason)), same("\(group.count)"), sum(Money(fen: group.reduce(0) { $0 + $1[Refund.amount].fen })),
      ]
    }
    let total = try FundAccounts.refunded(fund.reference, in: reader)
    page.add(
      .table(
        .init(
          [
            Column(Localized("reason", "原因"), fills: true), Column(Localized("refunds", "笔数"), isNumeric: true),
            FundNotice.amount,
          ],
          rows, total: [Localized("total", "合计"), same("\(refunds.count)"), sum(total)])))
  }

  private func addTransfers(to page: inout Document) throws {
    let transfers = try reader.all(Transfer.kind, .equal(Transfer.fund, fund.reference))
    guard !transfers.isEmpty else { return }
    let rows = transfers.map { transfer in
      let goal = transfer[Transfer.into].map { session.label(of: $0) } ?? transfer[Transfer.to].map(masked) ?? ""
      let what = transfer[Transfer.reverses] == nil ? same(goal) : Localized("\(goal) (reversal)", "\(goal)（冲正）")
      return [
        same(transfer[Transfer.date].exchangeText), what, same(session.label(of: transfer[Transfer.motion])),
        sum(transfer[Transfer.amount]),
      ]
    }
    let total = Money(fen: transfers.reduce(0) { $0 + $1[Transfer.amount].fen })
    page.add(.heading(Localized("Moved by a motion", "依决议结转")))
    page.add(
      .table(
        .init(
          [
            Column(Localized("date", "日期")), Column(Localized("to", "去向"), fills: true),
            Column(Localized("motion", "决议")),
            FundNotice.amount,
          ], rows, total: [Localized("total", "合计"), same(""), same(""), sum(total)])))
  }

  private func addBalance(to page: inout Document) throws {
    let raised = try FundAccounts.raised(fund.reference, in: reader)
    let received = try FundAccounts.received(fund.reference, in: reader)
    let moved = Money(fen: try FundAccounts.transferred(fund.reference, in: reader).fen + received.fen)
    let parts: [(String, Money)] = [
      ("+", received), ("−", try FundAccounts.spent(fund.reference, in: reader)),
      ("−", try FundAccounts.refunded(fund.reference, in: reader)), ("−", moved),
    ]
    let equation = parts.filter { $0.1 != .zero }.reduce(raised.grouped) { "\($0) \($1.0) \($1.1.grouped)" }
    let balance = try FundAccounts.balance(fund.reference, in: reader)
    page.add(.heading(Localized("4. Balance", "四、结余"), right: sum(balance)))
    page.add(.paragraph(same("\(balance.grouped) = \(equation)")))
    page.add(.paragraph(same("人民币\(balance.capitalNumerals)")))
    if let progress = FundProgress.bar(raised: raised, of: fund) { page.add(.progress(progress)) }
  }

  /// Slip, name and amount of every gift, in the order of the slips.
  private func list(_ gifts: [Record], _ names: [Localized]) -> Document.Table {
    let rows = zip(gifts, names).map { gift, name in
      let isVoid = gift[Gift.voided] != nil
      return [
        same(gift[Gift.slip]), isVoid ? same("") : name, isVoid ? Localized("void", "作废") : sum(gift[Gift.amount]),
      ]
    }
    return .init([Column(same("")), Column(same("")), Column(same(""), isNumeric: true)], rows, flows: true)
  }
}
