import CommandLanguage
import Diagnostics
import Records
import Values

/// Every movement of a fund's money in order of the days, with the balance behind each. Donors are not named: the ledger
/// may lie on a desk.
struct FundLedger {
  /// The columns of its rows.
  static let shape = RowShape([
    Column(Name("date", "日期"), .date), Column(Name("number", "票号"), .text(maximum: 24)),
    Column(Name("what", "摘要"), .text(maximum: 200)), Column(Name("in", "收入"), .money),
    Column(Name("out", "支出"), .money), Column(Name("balance", "余额"), .money),
  ])

  private let fund: Record
  private let session: OfficeSession

  init(of fund: Record, _ session: OfficeSession) {
    self.fund = fund
    self.session = session
  }

  /// One row for each movement.
  func rows() throws -> [Row] {
    var balance = Money.zero
    return try FundAccounts.entries(of: fund.reference, in: session.store).map { entry in
      balance = Money(fen: balance.fen + entry.change.fen)
      let isIncome = entry.change > .zero
      return Row(
        FundLedger.shape,
        [
          .date(entry.date), .text(number(of: entry.record)), .text(what(of: entry)[session.language]),
          isIncome ? .money(entry.change) : .none, isIncome ? .none : .money(Money(fen: -entry.change.fen)),
          .money(balance),
        ])
    }
  }

  /// The ledger with its totals.
  func document() throws -> Document {
    var (income, outgo, balance) = (Money.zero, Money.zero, Money.zero)
    let rows = try FundAccounts.entries(of: fund.reference, in: session.store).map { entry -> [Localized] in
      let isIncome = entry.change > .zero
      let size = Money(fen: abs(entry.change.fen))
      if isIncome { income = Money(fen: income.fen + size.fen) } else { outgo = Money(fen: outgo.fen + size.fen) }
      balance = Money(fen: balance.fen + entry.change.fen)
      return [
        Localized(same: entry.date.exchangeText), Localized(same: number(of: entry.record)), what(of: entry),
        Localized(same: isIncome ? size.grouped : ""), Localized(same: isIncome ? "" : size.grouped),
        Localized(same: balance.grouped),
      ]
    }
    let columns = FundLedger.shape.columns.map { column in
      Document.Table.Column(column.name.localized, isNumeric: column.type.isNumeric)
    }
    let count = Localized("\(rows.count) \(rows.count == 1 ? "entry" : "entries")", "\(rows.count) 笔")
    let total = [
      Localized("total", "合计"), Localized(same: ""), count, Localized(same: income.grouped),
      Localized(same: outgo.grouped), Localized(same: balance.grouped),
    ]
    let title = fund[Fund.title]
    return Document(
      for: .desk, [.title(Localized("\(title): ledger", "\(title)账簿")), .table(.init(columns, rows, total: total))])
  }

  private func number(of record: Record) -> String {
    switch record.kind {
    case Gift.kind: record[Gift.slip]
    case Expense.kind: record[Expense.voucher]
    default: session.handle(of: record)
    }
  }

  private func what(of entry: FundAccounts.Entry) -> Localized {
    let record = entry.record
    let kind = record.kind.name.localized
    func reversing(_ text: Localized, _ original: Reference?) -> Localized {
      guard let original else { return text }
      let handle = session.handle(of: original)
      return Localized("reverses \(handle): ", "冲正 \(handle)：") + text
    }
    switch record.kind {
    case Gift.kind: return kind
    case Expense.kind:
      let text = Localized(same: "\(record[Expense.payee]) \(record[Expense.purpose])")
      return reversing(text, record[Expense.reverses])
    case Refund.kind:
      let text = Localized(same: " \(session.label(of: record[Refund.gift])) \(record[Refund.reason])")
      return reversing(kind + text, record[Refund.reverses])
    default:
      // Money that came in came from the other fund.
      let isArrival = record[Transfer.into] == fund.reference
      let other = isArrival ? record[Transfer.fund] : record[Transfer.into]
      let name = other.map { session.label(of: $0) } ?? record[Transfer.to] ?? ""
      let text = isArrival ? Localized(" from \(name)", "：来自\(name)") : Localized(" to \(name)", "：去向\(name)")
      return reversing(kind + text, record[Transfer.reverses])
    }
  }
}
