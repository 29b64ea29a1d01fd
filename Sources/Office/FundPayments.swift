import CommandLanguage
import Diagnostics
import Records
import Values

/// The special verbs of `fund` by which money leaves it, and the one that takes an error back.
enum FundPayments {
  static let all = [spend, refund, transfer, reverse]

  private static let fund = GenericCommands.subject(of: Fund.kind)
  private static let date = Field<CalendarDate?>("date", "日期", "When; today unless given.", "日期，默认今天。")
  private static let gift = Field<Reference>(
    "gift", "捐款", "The gift: its slip number or handle.", "捐款：票号或代号。", type: .reference(["gift"]))
  private static let why = Field<String>("reason", "原因", "Why.", "原因。", type: .text(maximum: 100))
  private static let part = Field<Money?>("amount", "金额", "How much; all that is left unless given.", "金额，默认全部余额。")
  private static let entry = Field<Reference>(
    "entry", "分录", "The expense, refund or transfer that was wrong.", "有误的支出、退款或结转。",
    type: .reference(["expense", "refund", "transfer"]))
  private static let voucher = Field<String?>(
    "voucher", "凭证", "The reversal's own voucher; an expense needs one.", "冲正凭证号，冲正支出时必填。", type: .text(maximum: 24))

  private static let opening =
    "fund open 路灯维修 motion=M2.1 until=+7d keeper=示例乙 surplus=转入维护 refunds=可退 book=LD; fund give 路灯维修 from=胡建国 amount=500; "

  static let spend = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("spend", "支出"), Localized("Pays from a fund; two people take part.", "从筹款支出，申请与批准须为两人。"),
      parameters: [
        .positional(fund), .named(Expense.amount), .named(Expense.payee), .named(Expense.purpose),
        .named(Expense.voucher), .named(Expense.askedBy), .named(Expense.approvedBy), .named(Expense.fix), .named(date),
      ], effect: .writes, result: .row(Expense.kind.shape),
      examples: [
        Example(
          opening
            + "fund spend 路灯维修 amount=300 payee=示例电料 for=灯泡 voucher=V01 asked-by=示例甲 approved-by=示例丙",
          "300 yuan for bulbs.", "支出 300 元购灯泡。")
      ]), right: .spend
  ) { session, arguments in
    var record = Record(Expense.kind)
    record[Expense.fund] = arguments[fund]
    record[Expense.amount] = arguments[Expense.amount]
    record[Expense.payee] = arguments[Expense.payee]
    record[Expense.purpose] = arguments[Expense.purpose]
    record[Expense.voucher] = arguments[Expense.voucher]
    (record[Expense.askedBy], record[Expense.askedResident]) = try person(Expense.askedBy, arguments, session)
    (record[Expense.approvedBy], record[Expense.approvedResident]) = try person(Expense.approvedBy, arguments, session)
    record[Expense.fix] = arguments[Expense.fix]
    if let date = arguments[date] { record[Expense.date] = date }
    let added = try Expense.spend(record, in: session.writer)
    let left = try FundAccounts.balance(arguments[fund], in: session.store).grouped
    let money = added[Expense.amount].grouped
    return session.acknowledge(added, Localized("\(money) paid, \(left) left", "支出 \(money)，余额 \(left)"))
  }

  /// Somebody's name, and who it is if a resident is called so. Of two residents of that name one must be named by his
  /// handle.
  private static func person(_ field: Field<String>, _ arguments: Arguments, _ session: OfficeSession) throws -> (
    String, Reference?
  ) {
    let text = arguments[field]
    let names = NameResolution(session: session, kinds: [Resident.kind])
    let found = try names.candidates(text)
    guard let resident = found.first else { return (text, nil) }
    guard found.count == 1 else { throw names.ambiguous(text, found, subject: field.declaration.name.english) }
    return (resident[Resident.name], resident.reference)
  }

  static let refund = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("refund", "退款"), Localized("Gives a gift back, in part or whole.", "全部或部分退还捐款。"),
      parameters: [.positional(gift), .named(why), .named(part), .named(date), .named(Refund.motion)],
      effect: .writes, result: .row(Refund.kind.shape),
      examples: [
        Example(
          opening + "fund refund LD-0001 reason=多交 amount=200", "200 of the 500 yuan go back.", "退还其中 200 元。")
      ]), right: .spend
  ) { session, arguments in
    let gift = try session.record(arguments[gift])
    let record = try Refund.refund(
      gift, amount: arguments[part], reason: arguments[why], on: arguments[date], motion: arguments[Refund.motion],
      in: session.writer)
    let (money, left) = (record[Refund.amount].grouped, try Gift.left(of: gift, in: session.store))
    let kept =
      left == .zero
      ? Localized("nothing kept", "已全部退还") : Localized("\(left.grouped) of it kept", "未退 \(left.grouped)")
    return session.acknowledge(
      record,
      Localized("\(money) of \(gift[Gift.slip]) given back, ", "\(gift[Gift.slip]) 退款 \(money)，") + kept)
  }

  static let transfer = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("transfer", "结转"), Localized("Moves a surplus by a motion in force.", "依生效决议结转余款。"),
      parameters: [
        .positional(fund), .named(Transfer.amount), .named(Transfer.into), .named(Transfer.to), .named(Transfer.motion),
        .named(date),
      ], effect: .writes, result: .row(Transfer.kind.shape),
      examples: [
        Example(opening + "fund transfer 路灯维修 amount=500 to=路灯维护 motion=M3.1", "The surplus goes to upkeep.", "余款转入维护。")
      ]), right: .spend
  ) { session, arguments in
    var record = Record(Transfer.kind)
    record[Transfer.fund] = arguments[fund]
    record[Transfer.amount] = arguments[Transfer.amount]
    record[Transfer.into] = arguments[Transfer.into]
    record[Transfer.to] = arguments[Transfer.to]
    record[Transfer.motion] = arguments[Transfer.motion]
    if let date = arguments[date] { record[Transfer.date] = date }
    let added = try Transfer.transfer(record, in: session.writer)
    let (money, left) = (
      added[Transfer.amount].grouped, try FundAccounts.balance(arguments[fund], in: session.store).grouped
    )
    return session.acknowledge(added, Localized("\(money) moved, \(left) left", "结转 \(money)，余额 \(left)"))
  }

  static let reverse = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("reverse", "冲正"),
      Localized("Takes a wrong expense, refund or transfer back by an entry that names it.", "以指明原分录的分录冲正错误的支出、退款或结转。"),
      parameters: [.positional(entry), .named(why), .named(voucher), .named(date)], effect: .writes,
      result: .value(entry.declaration.type),
      examples: [
        Example(
          opening
            + "let x = $(fund spend 路灯维修 amount=300 payee=示例电料 for=灯泡 voucher=V01 asked-by=示例甲 approved-by=示例丙); fund reverse $x reason=记错筹款 voucher=V02",
          "The 300 yuan are back.", "300 元冲回。")
      ]), right: .spend
  ) { session, arguments in
    let wrong = try session.record(arguments[entry])
    let record = try Reversal.reverse(
      wrong, voucher: arguments[voucher], reason: arguments[why], on: arguments[date], in: session.writer)
    let (handle, name) = (session.handle(of: record), session.handle(of: wrong))
    return .acknowledgement(Localized("\(handle): reverses \(name)", "\(handle)：冲正 \(name)")) {
      .reference(record.reference)
    }
  }
}
