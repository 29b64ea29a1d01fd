import Diagnostics
import Values

/// All entries of a fund, read once, and what a bookkeeper makes sure of.
struct FundBooks {
  let fund: Record
  let gifts: [Record]
  let refunds: [Record]
  let expenses: [Record]
  let departures: [Record]
  let arrivals: [Record]

  init(of fund: Record, in reader: any RecordReader) throws {
    self.fund = fund
    gifts = try reader.all(Gift.kind, .equal(Gift.fund, fund.reference))
    refunds = try reader.all(Refund.kind, .equal(Refund.fund, fund.reference))
    expenses = try reader.all(Expense.kind, .equal(Expense.fund, fund.reference))
    departures = try reader.all(Transfer.kind, .equal(Transfer.fund, fund.reference))
    arrivals = try reader.all(Transfer.kind, .equal(Transfer.into, fund.reference))
  }

  /// Every movement: its day, what it changed, and what it is called.
  private var movements: [(date: CalendarDate, fen: Int, name: String)] {
    gifts.filter { $0[Gift.voided] == nil }.map { ($0[Gift.date], $0[Gift.amount].fen, name($0)) }
      + arrivals.map { ($0[Transfer.date], $0[Transfer.amount].fen, name($0)) }
      + refunds.map { ($0[Refund.date], -$0[Refund.amount].fen, name($0)) }
      + expenses.map { ($0[Expense.date], -$0[Expense.amount].fen, name($0)) }
      + departures.map { ($0[Transfer.date], -$0[Transfer.amount].fen, name($0)) }
  }

  /// What an entry is called.
  func name(_ record: Record) -> String {
    if record.kind == Gift.kind { return record[Gift.slip] }
    if case .numbered(let prefix) = record.kind.handle { return "\(prefix)\(record.id)" }
    return "\(record.id)"
  }

  private func check(
    _ name: Name, _ count: Int, _ what: Localized, _ failures: [String]
  ) -> FundAudit.Check { .init(name: name, what: what, count: count, failures: failures) }

  // MARK: Sums

  func sumsAgree(_ balance: Money) -> FundAudit.Check {
    let movements = movements
    let total = Money(fen: movements.reduce(0) { $0 + $1.fen })
    return check(
      Name("balance", "余额"), movements.count,
      Localized(
        "\(movements.count.counted("entry adds", "entries add")) up to the balance \(balance.grouped)",
        "\(movements.count) 笔分录合计等于余额 \(balance.grouped)"), total == balance ? [] : [total.grouped])
  }

  var daysHold: FundAudit.Check {
    let days = Dictionary(grouping: movements, by: \.date).mapValues { $0.reduce(0) { $0 + $1.fen } }
    var running = 0
    var below: [String] = []
    for (day, change) in days.sorted(by: { $0.key < $1.key }) {
      running += change
      if running < 0 { below.append(day.exchangeText) }
    }
    return check(
      Name("cover", "不透支"), days.count,
      Localized("the balance is not below zero at the end of any day (\(days.count))", "\(days.count) 天的日终余额均不为负"),
      below)
  }

  // MARK: Slips

  var slipsAreUnbroken: FundAudit.Check {
    let book = Fund.bookName(of: fund)
    let void = gifts.count { $0[Gift.voided] != nil }
    let wrong = gifts.enumerated().filter { index, gift in
      Gift.number(of: gift) != index + 1 || !gift[Gift.slip].hasPrefix("\(book)-")
    }
    return check(
      Name("slips", "票号"), gifts.count,
      Localized(
        "\(gifts.count.counted("slip number")) of book \(book) without a gap, \(void) void",
        "票据本 \(book) 的 \(gifts.count) 个票号连续无缺，其中作废 \(void) 个"), wrong.map { $0.element[Gift.slip] })
  }

  var voidsHold: FundAudit.Check {
    let void = gifts.filter { $0[Gift.voided] != nil }
    let refunded = Set(refunds.map { $0[Refund.gift] })
    let wrong = void.filter {
      $0[Gift.voided] != $0[Gift.date] || ($0[Gift.voidReason] ?? "").isEmpty || refunded.contains($0.reference)
    }
    return check(
      Name("voids", "作废"), void.count,
      Localized(
        "\(void.count.counted("void slip")), each on its own day and for a reason",
        "\(void.count) 张作废票据均为当日作废并写明原因"),
      wrong.map(name))
  }

  // MARK: Amounts

  var amountsHold: FundAudit.Check {
    let entries = gifts + refunds + expenses + departures
    let wrong = entries.filter { record in
      (FundAccounts.amount(of: record) > .zero) == FundBooks.isReversal(record)
        || FundAccounts.amount(of: record) == .zero
    }
    return check(
      Name("amounts", "金额"), entries.count,
      Localized(
        "\(entries.count.counted("amount")) above zero, those of reversals below",
        "\(entries.count) 笔金额均大于零，冲正为负"),
      wrong.map(name))
  }

  private static func isReversal(_ record: Record) -> Bool { original(of: record) != nil }

  private static func original(of record: Record) -> Reference? {
    switch record.kind {
    case Refund.kind: record[Refund.reverses]
    case Expense.kind: record[Expense.reverses]
    case Transfer.kind: record[Transfer.reverses]
    default: nil
    }
  }

  var refundsFit: FundAudit.Check {
    var given: [Reference: Int] = [:]
    for refund in refunds { given[refund[Refund.gift], default: 0] += refund[Refund.amount].fen }
    let fits = Dictionary(uniqueKeysWithValues: gifts.map { ($0.reference, $0) })
    let wrong = given.filter { gift, fen in
      guard let record = fits[gift], record[Gift.voided] == nil else { return fen != 0 }
      return fen > record[Gift.amount].fen || fen < 0
    }
    return check(
      Name("refunds", "退款"), refunds.count,
      Localized(
        "\(refunds.count.counted("refund")) of \(given.count.counted("gift")), none beyond its amount",
        "\(given.count) 笔捐款的 \(refunds.count) 笔退款均不超过原捐款"),
      wrong.keys.map { fits[$0].map(name) ?? "D\($0.id)" }.sorted())
  }

  var reversalsMatch: FundAudit.Check {
    let entries = refunds + expenses + departures
    let byReference = Dictionary(uniqueKeysWithValues: entries.map { ($0.reference, $0) })
    let reversals = entries.filter(FundBooks.isReversal)
    var seen: Set<Reference> = []
    let wrong = reversals.filter { reversal in
      guard let reference = FundBooks.original(of: reversal), let original = byReference[reference],
        seen.insert(reference).inserted, !FundBooks.isReversal(original)
      else { return true }
      return FundAccounts.amount(of: reversal).fen != -FundAccounts.amount(of: original).fen
    }
    return check(
      Name("reversals", "冲正"), reversals.count,
      Localized(
        "\(reversals.count.counted("reversal")), each of one entry and whole",
        "\(reversals.count) 笔冲正，各对应一笔分录且金额相等"),
      wrong.map(name))
  }
}
