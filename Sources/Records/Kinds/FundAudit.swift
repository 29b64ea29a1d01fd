import Diagnostics
import Values

/// Named checks of a fund's books, each worked out from the single entries.
public struct FundAudit {
  /// One check and whether it holds.
  public struct Check: Sendable {
    /// What was checked, with its figures.
    public let what: Localized
    /// Whether it holds.
    public let holds: Bool
  }

  /// The checks, in order.
  public let checks: [Check]

  /// Audits a fund.
  public init(of fund: Record, in reader: any RecordReader) throws {
    let entries = try FundAccounts.entries(of: fund.reference, in: reader)
    let total = Money(fen: entries.reduce(0) { $0 + $1.change.fen })
    let balance = try FundAccounts.balance(fund.reference, in: reader)
    var running = 0
    var neverNegative = true
    for (index, entry) in entries.enumerated() {
      running += entry.change.fen
      let endsDay = index == entries.count - 1 || entries[index + 1].date != entry.date
      if endsDay, running < 0 { neverNegative = false }
    }
    let slips = try reader.all(Gift.kind, .equal(Gift.fund, fund.reference)).map { $0[Gift.slip] }
    let numbers = slips.compactMap { Int($0.split(separator: "-").last ?? "") }
    let unbroken = numbers == Array(1...max(1, numbers.count)).prefix(numbers.count).map { $0 }
    let refundsFit = try reader.all(Gift.kind, .equal(Gift.fund, fund.reference)).allSatisfy { gift in
      try Refund.refunded(gift.reference, in: reader) <= gift[Gift.amount]
    }
    let separated = try reader.all(Expense.kind, .equal(Expense.fund, fund.reference)).allSatisfy {
      $0[Expense.askedBy] != $0[Expense.approvedBy]
    }
    checks = [
      Check(
        what: Localized(
          "\(entries.count) entries add up to the balance \(balance.grouped)",
          "\(entries.count) 笔分录合计等于余额 \(balance.grouped)"),
        holds: total == balance),
      Check(what: Localized("the balance is never below zero at a day's end", "每日终了余额均不为负"), holds: neverNegative),
      Check(
        what: Localized("\(slips.count) slip numbers without a gap", "\(slips.count) 个票号连续无缺"), holds: unbroken),
      Check(what: Localized("no gift is refunded beyond its amount", "退款均不超过原捐款"), holds: refundsFit),
      Check(what: Localized("every expense was approved by another person", "每笔支出均由另一人批准"), holds: separated),
      Check(
        what: Localized("it is open, or closed at balance 0", "进行中，或结账时余额为零"),
        holds: fund[Fund.closed] == nil || balance == .zero),
    ]
  }
}
