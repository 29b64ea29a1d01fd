import Diagnostics
import Presentation
import Records
import Values

/// A fund's public notice (收支公示表): gifts in the order in which they came, names as their owners agreed, totals from
/// the books.
struct FundNotice {
  private let fund: Record
  private let reader: any RecordReader

  init(of fund: Record, in reader: any RecordReader) {
    self.fund = fund
    self.reader = reader
  }

  /// The notice as text; refused if anything in it may not be published.
  func text() throws -> String {
    let office = try Community.require(in: reader)
    let gifts = try reader.all(Gift.kind, .equal(Gift.fund, fund.reference))
    let valid = gifts.filter { $0[Gift.voided] == nil }
    let expenses = try reader.all(Expense.kind, .equal(Expense.fund, fund.reference))
    let refunds = try reader.all(Refund.kind, .equal(Refund.fund, fund.reference))
    let transfers = try reader.all(Transfer.kind, .equal(Transfer.fund, fund.reference))
    let raised = try FundAccounts.raised(fund.reference, in: reader)
    let spent = try FundAccounts.spent(fund.reference, in: reader)
    let refunded = try FundAccounts.refunded(fund.reference, in: reader)
    let transferred = try FundAccounts.transferred(fund.reference, in: reader)
    let balance = try FundAccounts.balance(fund.reference, in: reader)

    var sheet = TextSheet()
    sheet.centre("\(fund[Fund.title])收支公示表")
    sheet.line(
      "\(office[Community.name])  \(fund[Fund.opened].exchangeText) 至 \(fund[Fund.until].exchangeText)", right: "单位：元")
    sheet.rule()
    sheet.line("一、收入（\(valid.count) 笔）", right: raised.grouped)
    for (label, group) in try groups(valid) {
      sheet.line(
        "\(label) \(group.count) 笔",
        right: group.reduce(Money.zero) { Money(fen: $0.fen + $1[Gift.amount].fen) }.grouped, indent: 4)
    }
    sheet.line("二、支出（\(expenses.count) 笔）", right: spent.grouped)
    for expense in expenses {
      sheet.line(
        "\(expense[Expense.purpose])（凭证 \(expense[Expense.voucher])）", right: expense[Expense.amount].grouped, indent: 4
      )
    }
    sheet.line("三、退款（\(refunds.count) 笔）", right: refunded.grouped)
    for refund in refunds { sheet.line(refund[Refund.reason], right: refund[Refund.amount].grouped, indent: 4) }
    if !transfers.isEmpty {
      sheet.line("四、结转（\(transfers.count) 笔）", right: transferred.grouped)
    }
    let equation = [raised.grouped] + [spent, refunded, transferred].filter { $0 != .zero }.map(\.grouped)
    sheet.line("结余 = \(equation.joined(separator: " − "))", right: balance.grouped)
    if balance > .zero { sheet.line("", right: "人民币\(balance.capitalNumerals)") }
    if let goal = fund[Fund.goal] {
      sheet.paragraph("进度 \(ProgressBar.text(raised.fen, of: goal.fen)) 目标 \(goal.grouped)")
    }
    sheet.rule()
    sheet.paragraph("捐款名单（按收款先后；仅列同意公开者，姓名隐去）")
    var names: [String] = []
    for gift in gifts {
      let name = try publicName(of: gift)
      names.append(name)
      let amount = gift[Gift.voided] == nil ? gift[Gift.amount].grouped : "作废"
      sheet.line("\(gift[Gift.slip])  \(name)", right: amount, indent: 4)
    }
    sheet.rule()
    sheet.paragraph("自愿捐款，不摊派。结余处理：\(fund[Fund.surplus] ?? "")。退款办法：\(fund[Fund.refunds] ?? "")。")
    sheet.paragraph("公示期 \(Profile.cn.noticeDays) 日。异议电话 \(office[Community.supervision] ?? office[Community.hotline])")
    sheet.paragraph("经办人 ____________  复核人 ____________  居务监督 ____________")
    try PublicText.check(sheet.text, phones: office.publicPhones, names: names.filter { !$0.hasPrefix("爱心") })
    return sheet.text
  }

  /// The gifts by who gave: party members, other residents, shops, others, anonymous.
  private func groups(_ gifts: [Record]) throws -> [(String, [Record])] {
    var members: Set<Reference> = []
    for resident in try reader.all(Resident.kind, .equal(Resident.party, true)) { members.insert(resident.reference) }
    let grouped = Dictionary(grouping: gifts) { gift in
      if let resident = gift[Gift.resident] { return members.contains(resident) ? "党员" : "居民" }
      if gift[Gift.shop] != nil { return "商户" }
      return gift[Gift.name] == nil ? "匿名" : "其他"
    }
    return ["党员", "居民", "商户", "其他", "匿名"].compactMap { label in grouped[label].map { (label, $0) } }
  }

  /// The name that the notice may print.
  private func publicName(of gift: Record) throws -> String {
    let date = gift[Gift.date]
    if let resident = gift[Gift.resident] {
      guard try Consent.isGiven(by: resident, .name, .donorList, on: date, in: reader) else { return "爱心居民" }
      return PersonName.masked(try reader.get(Resident.kind, resident)[Resident.name])
    }
    if let shop = gift[Gift.shop] {
      guard try Consent.isGiven(by: shop, .name, .donorList, on: date, in: reader) else { return "爱心商户" }
      return try reader.get(Shop.kind, shop)[Shop.name]
    }
    return "爱心人士"
  }
}
