import Diagnostics
import Values

extension Fund {
  /// Closes a fund at balance 0, its accounts disclosed as they are.
  public static func close(_ fund: Record, in writer: RecordWriter) throws -> Record {
    try requireOpen(fund)
    let balance = try FundAccounts.balance(fund.reference, in: writer.store)
    guard balance == .zero else {
      throw Diagnostic(
        .balanceNonzero,
        Localized("\(fund[title]) still holds \(balance.grouped)", "\(fund[title]) 尚有余额 \(balance.grouped)"),
        hint: Localized("refund it, or move it by a motion: fund transfer", "请退款，或依决议结转：筹款 结转"), subject: "fund")
    }
    let last = try Disclosure.last(of: fund.reference, in: writer.store)
    guard try last.map({ try Disclosure.isCurrent($0, in: writer.store) }) ?? false else {
      throw Diagnostic(
        .disclosure,
        last.map {
          let day = $0[Disclosure.date].exchangeText
          return Localized(
            "the notice posted on \(day) does not show what the books show now", "\(day) 的公示与现在的账目不一致")
        } ?? Localized("the accounts of \(fund[title]) have not been posted", "\(fund[title]) 尚未公示收支"),
        hint: Localized("print them with fund notice, hang them out, and say so: fund post", "请用 筹款 公示 打印，张贴后登记：筹款 张贴"),
        subject: "fund")
    }
    return try writer.change(fund) { $0[closed] = writer.today }
  }

  /// Gives every gift back and ends the fund: the goal was missed, or the purpose fell away. Refused once anything was
  /// spent or moved, for then not everyone can have his gift back.
  ///
  /// - Returns: the fund, and the refunds made.
  public static func cancel(_ fund: Record, reason: String, in writer: RecordWriter) throws -> (Record, [Record]) {
    try requireActive(fund)
    let reader = writer.store
    let gifts = try reader.all(Gift.kind, .equal(Gift.fund, fund.reference), .equal(Gift.voided, nil))
    let refunds = try reader.totals(
      Refund.amount.declaration.name.english, by: Refund.gift.declaration.name.english,
      Query(Refund.kind, [.equal(Refund.fund, fund.reference)]))
    let given = Dictionary(uniqueKeysWithValues: refunds.map { ($0.value.exchangeText, $0.sum) })
    let open = gifts.compactMap { gift -> (Record, Money)? in
      let left = Money(fen: gift[Gift.amount].fen - given[gift.reference.fieldValue.exchangeText, default: 0])
      return left > .zero ? (gift, left) : nil
    }
    let owed = Money(fen: open.reduce(0) { $0 + $1.1.fen })
    let balance = try FundAccounts.balance(fund.reference, in: reader)
    guard owed <= balance else {
      throw Diagnostic(
        .balance,
        Localized(
          "\(owed.grouped) would have to be given back, and \(fund[title]) holds \(balance.grouped)",
          "须退还 \(owed.grouped)，而 \(fund[title]) 余额为 \(balance.grouped)"),
        hint: Localized(
          "reverse what was spent by mistake, or let a meeting decide on the rest", "请先冲正误记的支出，或由会议决定余款处理"),
        subject: "fund")
    }
    return try writer.together {
      let made = try open.map { gift, left in
        try writer.add(Refund.record(of: gift, left, reason: reason, on: writer.today))
      }
      let cancelled = try writer.change(fund) {
        $0[self.cancelled] = writer.today
        $0[cancelReason] = reason
      }
      return (cancelled, made)
    }
  }
}
