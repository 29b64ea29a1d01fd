import CommandLanguage
import Diagnostics
import Records
import Values

/// The special verbs of `fund` that change it.
enum FundCommands {
  static let all = [open, give, void, spend, reverse, refund, transfer, close]

  private static let fund = GenericCommands.subject(of: Fund.kind)
  private static let goal = Field<Money?>("goal", "目标", "How much is hoped for.", "筹款目标。")
  private static let opened = Field<CalendarDate?>("from", "起", "The first day; today unless given.", "开始日期，默认今天。")
  private static let anonymous = Choice("anonymous", "匿名")
  private static let from = Field<Value>(
    "from", "捐款人", "A resident, a shop, or anonymous; for others use name=.", "居民、商户或匿名；其他名称用 名称=。",
    type: .either([.choice([anonymous]), .reference(["resident", "shop"])]), default: Value.none)
  private static let name = Field<String?>(
    "name", "名称", "Another name to give under.", "其他捐款名称。", type: .text(maximum: 60))
  private static let date = Field<CalendarDate?>("date", "日期", "When; today unless given.", "日期，默认今天。")
  private static let gift = Field<Reference>(
    "gift", "捐款", "The gift: its slip number or handle.", "捐款：票号或代号。", type: .reference(["gift"]))
  private static let why = Field<String>("reason", "原因", "Why.", "原因。", type: .text(maximum: 100))
  private static let part = Field<Money?>("amount", "金额", "How much; all that is left unless given.", "金额，默认全部余额。")
  private static let expense = Field<Reference>("expense", "支出", "The expense.", "支出。", type: .reference(["expense"]))

  static let open = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("open", "开户"),
      Localized("Opens a fund, with what happens to a surplus and to refunds fixed.", "开立筹款，写明结余和退款办法。"),
      parameters: [
        .positional(Fund.title), .named(Fund.motion), .named(goal), .named(Fund.until), .named(Fund.keeper),
        .named(Fund.surplus), .named(Fund.refunds), .named(Fund.book), .named(opened),
      ], effect: .writes, result: .row(Fund.kind.shape),
      examples: [
        Example(
          "fund open 路灯维修 motion=M2.1 goal=5000 until=+7d keeper=示例乙 surplus=转入维护 refunds=开工前可退 book=LD2021",
          "A second fund.", "另一项筹款。")
      ])
  ) { session, arguments in
    var record = Record(Fund.kind)
    record[Fund.title] = arguments[Fund.title]
    record[Fund.motion] = arguments[Fund.motion]
    record[Fund.goal] = arguments[goal]
    record[Fund.opened] = arguments[opened] ?? session.writer.today
    record[Fund.until] = arguments[Fund.until]
    record[Fund.keeper] = arguments[Fund.keeper]
    record[Fund.surplus] = arguments[Fund.surplus]
    record[Fund.refunds] = arguments[Fund.refunds]
    record[Fund.book] = arguments[Fund.book]
    let added = try Fund.open(record, in: session.writer)
    return session.acknowledge(
      added, Localized("open until \(added[Fund.until].exchangeText)", "收款至 \(added[Fund.until].exchangeText)"))
  }

  static let give = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("give", "收捐"), Localized("Takes in a gift and gives it the next slip.", "收取捐款并开出下一张票据。"),
      parameters: [
        .positional(fund), .named(from), .named(name), .named(Gift.amount), .named(Gift.method), .named(date),
      ], effect: .writes, result: .row(Gift.kind.shape),
      examples: [
        Example(
          "fund open 路灯维修 motion=M2.1 until=+7d keeper=示例乙 surplus=转入维护 refunds=可退; fund give 路灯维修 from=胡建国 amount=500",
          "胡建国 gives 500 yuan.", "胡建国 捐款 500 元。")
      ])
  ) { session, arguments in
    var record = Record(Gift.kind)
    record[Gift.fund] = arguments[fund]
    record[Gift.amount] = arguments[Gift.amount]
    record[Gift.method] = arguments[Gift.method]
    record[Gift.name] = arguments[name]
    if let date = arguments[date] { record[Gift.date] = date }
    switch arguments[from] {
    case .reference(let donor) where donor.kind == Shop.kind.name.english: record[Gift.shop] = donor
    case .reference(let donor): record[Gift.resident] = donor
    case .none where arguments[name] == nil:
      throw Diagnostic(
        .missingValue, Localized("who gives?", "缺少捐款人"),
        hint: Localized("add from=RESIDENT, from=SHOP, from=anonymous or name=\"…\"", "请加 捐款人=居民、商户或匿名，或 名称=“…”"))
    default: break
    }
    let added = try Gift.give(record, in: session.writer)
    let money = added[Gift.amount].grouped
    return .acknowledgement(
      Localized("\(added[Gift.slip]): \(money)", "\(added[Gift.slip])：\(money)")
    ) { .row(try session.row(of: added)) }
  }

  static let void = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("void", "作废"),
      Localized("Voids a miswritten slip on its day; it keeps its number.", "当日作废写错的票据，编号保留。"),
      parameters: [.positional(gift), .named(why)], effect: .writes, result: .row(Gift.kind.shape),
      examples: [
        Example(
          "fund open 路灯维修 motion=M2.1 until=+7d keeper=示例乙 surplus=转入维护 refunds=可退 book=LD; fund give 路灯维修 from=胡建国 amount=500; fund void LD-0001 reason=写错",
          "The slip stays in the book and counts no more.", "票据留存，不再计入。")
      ])
  ) { session, arguments in
    let record = try Gift.void(session.record(arguments[gift]), reason: arguments[why], in: session.writer)
    return session.acknowledge(record, Localized("void", "已作废"))
  }

  static let spend = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("spend", "支出"), Localized("Pays from a fund; two people take part.", "从筹款支出，申请与批准须为两人。"),
      parameters: [
        .positional(fund), .named(Expense.amount), .named(Expense.payee), .named(Expense.purpose),
        .named(Expense.voucher), .named(Expense.askedBy), .named(Expense.approvedBy), .named(date),
      ], effect: .writes, result: .row(Expense.kind.shape),
      examples: [
        Example(
          "fund open 路灯维修 motion=M2.1 until=+7d keeper=示例乙 surplus=转入维护 refunds=可退; fund give 路灯维修 from=胡建国 amount=500; fund spend 路灯维修 amount=300 payee=示例电料 for=灯泡 voucher=V01 asked-by=示例甲 approved-by=示例丙",
          "300 yuan for bulbs.", "支出 300 元购灯泡。")
      ])
  ) { session, arguments in
    var record = Record(Expense.kind)
    record[Expense.fund] = arguments[fund]
    record[Expense.amount] = arguments[Expense.amount]
    record[Expense.payee] = arguments[Expense.payee]
    record[Expense.purpose] = arguments[Expense.purpose]
    record[Expense.voucher] = arguments[Expense.voucher]
    record[Expense.askedBy] = arguments[Expense.askedBy]
    record[Expense.approvedBy] = arguments[Expense.approvedBy]
    if let date = arguments[date] { record[Expense.date] = date }
    let added = try Expense.spend(record, in: session.writer)
    let left = try FundAccounts.balance(arguments[fund], in: session.store).grouped
    return session.acknowledge(
      added,
      Localized("\(added[Expense.amount].grouped) paid, \(left) left", "支出 \(added[Expense.amount].grouped)，余额 \(left)")
    )
  }

  static let reverse = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("reverse", "冲正"),
      Localized("Takes a wrong expense back by an entry that names it.", "以指明原支出的分录冲正错误支出。"),
      parameters: [.positional(expense), .named(Expense.voucher)], effect: .writes, result: .row(Expense.kind.shape),
      examples: [
        Example(
          "fund open 路灯维修 motion=M2.1 until=+7d keeper=示例乙 surplus=转入维护 refunds=可退; fund give 路灯维修 from=胡建国 amount=500; let x = $(fund spend 路灯维修 amount=300 payee=示例电料 for=灯泡 voucher=V01 asked-by=示例甲 approved-by=示例丙); fund reverse $x voucher=V02",
          "The 300 yuan are back.", "300 元冲回。")
      ])
  ) { session, arguments in
    let record = try Expense.reverse(
      session.record(arguments[expense]), voucher: arguments[Expense.voucher], in: session.writer)
    return session.acknowledge(record, Localized("reversed", "已冲正"))
  }

  static let refund = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("refund", "退款"), Localized("Gives a gift back, in part or whole.", "全部或部分退还捐款。"),
      parameters: [.positional(gift), .named(why), .named(part)], effect: .writes, result: .row(Refund.kind.shape),
      examples: [
        Example(
          "fund open 路灯维修 motion=M2.1 until=+7d keeper=示例乙 surplus=转入维护 refunds=可退 book=LD; fund give 路灯维修 from=胡建国 amount=500; fund refund LD-0001 reason=多交 amount=200",
          "200 of the 500 yuan go back.", "退还其中 200 元。")
      ])
  ) { session, arguments in
    let record = try Refund.refund(
      session.record(arguments[gift]), amount: arguments[part], reason: arguments[why], in: session.writer)
    return session.acknowledge(
      record, Localized("\(record[Refund.amount].grouped) given back", "退款 \(record[Refund.amount].grouped)"))
  }

  static let transfer = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("transfer", "结转"), Localized("Moves a surplus by a motion in force.", "依生效决议结转余款。"),
      parameters: [
        .positional(fund), .named(Transfer.amount), .named(Transfer.into), .named(Transfer.to), .named(Transfer.motion),
      ], effect: .writes, result: .row(Transfer.kind.shape),
      examples: [
        Example(
          "fund open 路灯维修 motion=M2.1 until=+7d keeper=示例乙 surplus=转入维护 refunds=可退; fund give 路灯维修 from=胡建国 amount=500; fund transfer 路灯维修 amount=500 to=路灯维护 motion=M3.1",
          "The surplus goes to upkeep.", "余款转入维护。")
      ])
  ) { session, arguments in
    var record = Record(Transfer.kind)
    record[Transfer.fund] = arguments[fund]
    record[Transfer.amount] = arguments[Transfer.amount]
    record[Transfer.into] = arguments[Transfer.into]
    record[Transfer.to] = arguments[Transfer.to]
    record[Transfer.motion] = arguments[Transfer.motion]
    let added = try Transfer.transfer(record, in: session.writer)
    return session.acknowledge(
      added, Localized("\(added[Transfer.amount].grouped) moved", "结转 \(added[Transfer.amount].grouped)"))
  }

  static let close = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("close", "结账"), Localized("Closes a fund at balance 0.", "余额为零时结账。"),
      parameters: [.positional(fund)], effect: .writes, result: .row(Fund.kind.shape),
      examples: [
        Example(
          "fund open 路灯维修 motion=M2.1 until=+7d keeper=示例乙 surplus=转入维护 refunds=可退; fund close 路灯维修",
          "Nothing came in; it is closed.",
          "没有收款，直接结账。")
      ])
  ) { session, arguments in
    let record = try Fund.close(session.record(arguments[fund]), in: session.writer)
    return session.acknowledge(record, Localized("closed", "已结账"))
  }
}
