import Diagnostics
import Values

/// What is made sure of besides the figures: people, papers, days, decisions.
extension FundBooks {
  var twoPeople: FundAudit.Check {
    .init(
      name: Name("approval", "审批"),
      what: Localized(
        "\(expenses.count.counted("expense")), each approved by another person",
        "\(expenses.count) 笔支出均由另一人批准"),
      count: expenses.count, failures: expenses.filter(Expense.isOfOnePerson).map(name))
  }

  var vouchersDiffer: FundAudit.Check {
    let groups = Dictionary(grouping: expenses) { $0[Expense.voucher] }
    return .init(
      name: Name("vouchers", "凭证"),
      what: Localized(
        "\(expenses.count.counted("expense")), each with a voucher of its own",
        "\(expenses.count) 笔支出各有凭证且不重复"),
      count: expenses.count, failures: groups.filter { $0.key.isEmpty || $0.value.count > 1 }.keys.sorted())
  }

  func datesHold(until today: CalendarDate) -> FundAudit.Check {
    let first = fund[Fund.opened]
    let last = fund[Fund.closed] ?? today
    let dated =
      gifts.map { (name($0), $0[Gift.date]) } + refunds.map { (name($0), $0[Refund.date]) }
      + expenses.map { (name($0), $0[Expense.date]) }
      + (departures + arrivals).map { (name($0), $0[Transfer.date]) }
    let wrong = dated.filter { $0.1.precision != .day || $0.1 < first || $0.1 > last }
    return .init(
      name: Name("dates", "日期"),
      what: Localized(
        "\(dated.count.counted("entry", "entries")), none before \(first.exchangeText) or after \(last.exchangeText)",
        "\(dated.count) 笔分录均在 \(first.exchangeText) 至 \(last.exchangeText) 之间"), count: dated.count,
      failures: wrong.map(\.0))
  }

  func motionsBind(_ reader: any RecordReader) throws -> FundAudit.Check {
    let amendments = try reader.all(Amendment.kind, .equal(Amendment.fund, fund.reference))
    let acts: [(motion: Reference, date: CalendarDate)] =
      [(fund[Fund.motion], fund[Fund.opened])] + departures.map { ($0[Transfer.motion], $0[Transfer.date]) }
      + amendments.map { ($0[Amendment.motion], $0[Amendment.date]) }
      + refunds.compactMap { refund in refund[Refund.motion].map { ($0, refund[Refund.date]) } }
    let wrong = try acts.filter { act in
      try !Motion.isInForce(reader.get(Motion.kind, act.motion), on: act.date, in: reader)
    }
    return .init(
      name: Name("motions", "决议"),
      what: Localized(
        "\(acts.count.counted("act")) by a motion, each by one in force", "\(acts.count) 项须依决议的事项，所依决议均已生效"),
      count: acts.count, failures: try wrong.map { try reader.get(Motion.kind, $0.motion)[Motion.number] })
  }

  func policiesStand(_ reader: any RecordReader) throws -> FundAudit.Check {
    let amendments = try reader.all(Amendment.kind, .equal(Amendment.fund, fund.reference))
    // The last change of a field is what the fund says now.
    var last: [AmendedField: String] = [:]
    for amendment in amendments { last[amendment[Amendment.field]] = amendment[Amendment.now] }
    let changed = last.filter { field, now in Amendment.value(field, of: fund) != now }.keys.map(\.rawValue)
    let missing = [Fund.surplus, Fund.refunds].filter { fund[$0]?.isEmpty ?? true }.map { $0.declaration.name.english }
    return .init(
      name: Name("policies", "办法"),
      what: Localized(
        "both policies are there, \(amendments.count.counted("change")) by a motion",
        "两项办法齐备；变更 \(amendments.count) 项，均依决议"
      ),
      count: amendments.count + 2, failures: (changed + missing).sorted())
  }

  func endIsDisclosed(_ reader: any RecordReader) throws -> FundAudit.Check {
    let posted = try reader.count(Query(Disclosure.kind, [.equal(Disclosure.fund, fund.reference)]))
    var faults: [String] = []
    if fund[Fund.closed] != nil {
      let balance = try FundAccounts.balance(fund.reference, in: reader)
      if balance != .zero { faults.append(balance.grouped) }
      let last = try Disclosure.last(of: fund.reference, in: reader)
      if try !(last.map { try Disclosure.isCurrent($0, in: reader) } ?? false) {
        faults.append(last.map(name) ?? Disclosure.kind.name.english)
      }
    }
    return .init(
      name: Name("closing", "结账"),
      what: Localized(
        "\(posted.counted("notice")) posted; open, or closed at balance 0 with the last of them true",
        "公示 \(posted) 次；进行中，或结账时余额为零且最后一次公示与账目一致"), count: posted, failures: faults)
  }
}
