import CommandLanguage
import Diagnostics
import Records
import Values

/// The verbs of `fund` that print it.
enum FundReports {
  static let all = [show, notice, receipt, ledger, audit]

  private static let fund = GenericCommands.subject(of: Fund.kind)
  private static let gift = Field<Reference>(
    "gift", "捐款", "The gift: its slip number or handle.", "捐款：票号或代号。", type: .reference(["gift"]))

  static let show = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("show", "查看"),
      Localized("Shows a fund's figures, how far it has come, and its gifts by day.", "查看筹款数额、进度和每日捐款。"),
      parameters: [.positional(fund)], effect: .reads, result: .row(Fund.kind.shape),
      examples: [
        Example("fund show F1", "Figures, progress, gifts by day.", "数额、进度、每日捐款。"),
        Example("print $(fund show F1).balance", "The balance alone.", "只看余额。"),
      ])
  ) { session, arguments in
    let record = try session.record(arguments[fund])
    return .document({ try FundSheet(of: record, session).document() }, value: { .row(try session.row(of: record)) })
  }

  static let notice = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("notice", "公示"),
      Localized("Writes the public notice: gifts, expenses, refunds, balance.", "写出收支公示表。"),
      parameters: [.positional(fund)], effect: .publishes, result: .document,
      examples: [
        Example("fund notice F1", "The notice for the board.", "张贴用的公示表。"),
        Example("fund notice F1 | to html", "A page that prints on A4.", "可打印的 A4 网页。"),
      ])
  ) { session, arguments in
    let record = try session.record(arguments[fund])
    return .document({ try FundNotice(of: record, session).document() })
  }

  static let receipt = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("receipt", "收据"),
      Localized("Prints a gift's slip, with the amount in capital numerals.", "打印捐款凭证，金额用大写。"),
      parameters: [.positional(gift)], effect: .reads, result: .document,
      examples: [Example("fund receipt FH2020-0017", "Slip 17.", "第 17 号凭证。")])
  ) { session, arguments in
    let record = try session.record(arguments[gift])
    return .document({ try FundReceipt(of: record, session).document() })
  }

  static let ledger = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("ledger", "账簿"), Localized("Lists every movement with the running balance.", "逐笔列出收支和余额。"),
      parameters: [.positional(fund)], effect: .reads, result: .rows(FundLedger.shape),
      examples: [
        Example("fund ledger F1 | last 5", "The last five movements.", "最后五笔。"),
        Example("fund ledger F1 | to csv", "The same as rows for a spreadsheet.", "输出为电子表格的行。"),
      ])
  ) { session, arguments in
    let ledger = FundLedger(of: try session.record(arguments[fund]), session)
    return .document({ try ledger.document() }, value: { .list(try ledger.rows().map(Value.row)) })
  }

  static let audit = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("audit", "核账"),
      Localized(
        "Works a fund's books out anew from the entries, and says what was checked and what does not hold.",
        "按分录重新核算，逐项说明核对内容及不符之处。"),
      parameters: [.positional(fund)], effect: .reads, result: .rows(FundAuditReport.shape),
      examples: [
        Example("fund audit F1", "What was checked, and whether it holds.", "核对项目及结果。"),
        Example(
          "assert $(fund audit F1 | where not holds | count) == 0", "A script that stops if the books do not hold.",
          "账目不符即停止的脚本。"),
      ])
  ) { session, arguments in
    let report = FundAuditReport(of: try session.record(arguments[fund]), session)
    return .document({ try report.document() }, value: { .list(try report.rows().map(Value.row)) })
  }
}
