import CommandLanguage
import Diagnostics
import Presentation
import Records
import Values

/// The verbs of `fund` that print it.
enum FundReports {
  static let all = [show, notice, receipt, ledger, audit]

  private static let fund = GenericCommands.subject(of: Fund.kind)
  private static let gift = Field<Reference>(
    "gift", "捐款", "The gift: its slip number or handle.", "捐款：票号或代号。", type: .reference(["gift"]))
  private static let ledgerShape = RowShape([
    Column(Name("date", "日期"), .date), Column(Name("number", "票号"), .text(maximum: 24)),
    Column(Name("what", "摘要"), .text(maximum: 200)), Column(Name("in", "收入"), .money),
    Column(Name("out", "支出"), .money), Column(Name("balance", "余额"), .money),
  ])

  static let show = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("show", "查看"), Localized("Shows a fund's figures and how far it has come.", "查看筹款数额和进度。"),
      parameters: [.positional(fund)], effect: .reads, result: .row(Fund.kind.shape),
      examples: [Example("fund show F1", "Figures and progress.", "数额和进度。")])
  ) { session, arguments in
    let record = try session.record(arguments[fund])
    let row = try session.row(of: record)
    var text = RecordText.text(of: row, language: session.language) { session.label(of: $0) }
    if let goal = record[Fund.goal] {
      let raised = try FundAccounts.raised(record.reference, in: session.store)
      text += "\(ProgressBar.text(raised.fen, of: goal.fen))  \(raised.grouped) / \(goal.grouped)\n"
    }
    return .document(text, value: .row(row))
  }

  static let notice = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("notice", "公示"),
      Localized("Writes the public notice: gifts, expenses, refunds, balance.", "写出收支公示表。"),
      parameters: [.positional(fund)], effect: .reads, result: .document,
      examples: [Example("fund notice F1", "The notice for the board.", "张贴用的公示表。")])
  ) { session, arguments in
    .document(try FundNotice(of: session.record(arguments[fund]), in: session.store).text())
  }

  static let receipt = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("receipt", "收据"),
      Localized("Prints a gift's slip, with the amount in capital numerals.", "打印捐款凭证，金额用大写。"),
      parameters: [.positional(gift)], effect: .reads, result: .document,
      examples: [Example("fund receipt FH2020-0017", "Slip 17.", "第 17 号凭证。")])
  ) { session, arguments in
    .document(try ReceiptText.text(of: session.record(arguments[gift]), session))
  }

  static let ledger = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("ledger", "账簿"), Localized("Lists every movement with the running balance.", "逐笔列出收支和余额。"),
      parameters: [.positional(fund)], effect: .reads, result: .rows(ledgerShape),
      examples: [Example("fund ledger F1 | last 5", "The last five movements.", "最后五笔。")])
  ) { session, arguments in
    var balance = Money.zero
    let rows = try FundAccounts.entries(of: arguments[fund], in: session.store).map { entry in
      balance = Money(fen: balance.fen + entry.change.fen)
      let (number, what) = description(of: entry.record, session)
      let isIncome = entry.change > .zero
      return Row(
        ledgerShape,
        [
          .date(entry.date), .text(number), .text(what), isIncome ? .money(entry.change) : .none,
          isIncome ? .none : .money(Money(fen: -entry.change.fen)), .money(balance),
        ])
    }
    return .rows(RowStream(ledgerShape, rows: rows), columns: ledgerShape.listed)
  }

  /// The number and the words of a movement. A donor is not named: the ledger may lie on a desk.
  private static func description(of record: Record, _ session: OfficeSession) -> (String, String) {
    let handle = session.handle(of: record)
    let kind = record.kind.name[session.language]
    switch record.kind.name.english {
    case Gift.kind.name.english: return (record[Gift.slip], kind)
    case Expense.kind.name.english:
      return (record[Expense.voucher], "\(record[Expense.payee]) \(record[Expense.purpose])")
    case Refund.kind.name.english:
      return (handle, "\(kind) \(session.label(of: record[Refund.gift])) \(record[Refund.reason])")
    default:
      return (handle, "\(kind) \(record[Transfer.to] ?? record[Transfer.into].map { session.label(of: $0) } ?? "")")
    }
  }

  static let audit = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("audit", "核账"),
      Localized("Recomputes a fund from its entries and says what was checked.", "按分录重算并说明核对结果。"),
      parameters: [.positional(fund)], effect: .reads, result: .value(.yesNo),
      examples: [Example("fund audit F1", "What was checked, and that it holds.", "核对项目及结果。")])
  ) { session, arguments in
    let audit = try FundAudit(of: session.record(arguments[fund]), in: session.store)
    let lines = audit.checks.map { "\($0.holds ? "✓" : "✗") \($0.what[session.language])\n" }
    return .document(lines.joined(), value: .yesNo(audit.checks.allSatisfy(\.holds)))
  }
}
