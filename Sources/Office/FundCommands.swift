import CommandLanguage
import Diagnostics
import Records
import Values

/// The special verbs of `fund` that open and end it and take money in.
enum FundCommands {
  static let all = [open, amend, give, void, post, cancel, close]

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
  private static let publish = Field<Bool>(
    "publish", "公示姓名", "Whether the giver agrees on the slip to be named on the notice.", "捐款人是否在票据上同意公示姓名。",
    default: false)
  private static let days = Field<Int>(
    "days", "天数", "For how many days it hangs.", "公示天数。", type: .integer(1...365), default: Profile.cn.noticeDays)
  private static let title = Field<String?>(
    "title", "名称", "What it is for from now on.", "变更后的名称。", type: .text(maximum: 60))
  private static let until = Field<CalendarDate?>("until", "截止", "The new last day for gifts.", "变更后的截止日期。")
  private static let keeper = Field<String?>(
    "keeper", "保管人", "Who keeps the money from now on.", "变更后的资金保管人。", type: .text(maximum: 50))

  static let open = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("open", "开户"),
      Localized("Opens a fund, with what happens to a surplus and to refunds fixed.", "开立筹款，写明结余和退款办法。"),
      parameters: [
        .positional(Fund.title), .named(Fund.motion), .named(goal), .named(Fund.until), .named(Fund.keeper),
        .named(Fund.surplus), .named(Fund.refunds), .named(Fund.refundUntil), .named(Fund.book), .named(opened),
      ], effect: .writes, result: .row(Fund.kind.shape),
      examples: [
        Example(
          "fund open 路灯维修 motion=M2.1 goal=5000 until=+7d keeper=示例乙 surplus=转入维护 refunds=开工前可退 book=LD2021",
          "A second fund.", "另一项筹款。")
      ]), right: .spend
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
    record[Fund.refundUntil] = arguments[Fund.refundUntil]
    record[Fund.book] = arguments[Fund.book]
    let added = try Fund.open(record, in: session.writer)
    return session.acknowledge(
      added, Localized("open until \(added[Fund.until].exchangeText)", "收款至 \(added[Fund.until].exchangeText)"))
  }

  static let amend = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("amend", "变更"),
      Localized(
        "Changes what was said when a fund opened, by a motion; notices and receipts show it.",
        "依决议变更开户时写明的事项，公示和凭证均注明。"),
      parameters: [
        .positional(fund), .named(Fund.motion), .named(title), .named(goal), .named(until), .named(keeper),
        .named(Fund.surplus), .named(Fund.refunds), .named(Fund.refundUntil),
      ], effect: .writes, result: .row(Fund.kind.shape),
      examples: [
        Example(
          "fund open 路灯维修 motion=M2.1 until=+7d keeper=示例乙 surplus=转入维护 refunds=可退; fund amend 路灯维修 motion=M3.1 surplus=转入绿化",
          "The surplus goes elsewhere; who gave may have it back.", "结余另作他用，捐款人可退款。")
      ]), right: .spend
  ) { session, arguments in
    let record = try session.record(arguments[fund])
    let (changed, made) = try Amendment.amend(record, motion: arguments[Fund.motion], in: session.writer) { fund in
      if let value = arguments[title] { fund[Fund.title] = value }
      if let value = arguments[goal] { fund[Fund.goal] = value }
      if let value = arguments[until] { fund[Fund.until] = value }
      if let value = arguments[keeper] { fund[Fund.keeper] = value }
      if let value = arguments[Fund.surplus] { fund[Fund.surplus] = value }
      if let value = arguments[Fund.refunds] { fund[Fund.refunds] = value }
      if let value = arguments[Fund.refundUntil] { fund[Fund.refundUntil] = value }
    }
    let fields = made.map { $0[Amendment.field] }
    let last = made.first { $0[Amendment.field].concernsUse }.map { Amendment.lastDay(of: $0).exchangeText }
    return session.acknowledge(
      changed,
      Localized(
        "changed: \(fields.map(\.rawValue).joined(separator: ", "))"
          + (last.map { "; who gave may have it back until \($0)" } ?? ""),
        "已变更：\(fields.map(\.chineseName).joined(separator: "、"))" + (last.map { "；此前捐款人可在 \($0) 前要求退款" } ?? "")))
  }

  static let give = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("give", "收捐"), Localized("Takes in a gift and gives it the next slip.", "收取捐款并开出下一张票据。"),
      parameters: [
        .positional(fund), .named(from), .named(name), .named(Gift.amount), .named(Gift.method), .named(date),
        .named(publish),
      ], effect: .writes, result: .row(Gift.kind.shape),
      examples: [
        Example(
          "fund open 路灯维修 motion=M2.1 until=+7d keeper=示例乙 surplus=转入维护 refunds=可退; fund give 路灯维修 from=胡建国 amount=500",
          "胡建国 gives 500 yuan.", "胡建国 捐款 500 元。"),
        Example(
          "fund open 路灯维修 motion=M2.1 until=+7d keeper=示例乙 surplus=转入维护 refunds=可退; fund give 路灯维修 name=老战友合唱队 amount=300 publish=yes",
          "Somebody who is in no records, and may be named.", "未登记的捐款人，同意公示名称。"),
      ])
  ) { session, arguments in
    var record = Record(Gift.kind)
    record[Gift.fund] = arguments[fund]
    record[Gift.amount] = arguments[Gift.amount]
    record[Gift.method] = arguments[Gift.method]
    record[Gift.name] = arguments[name]
    if let date = arguments[date] { record[Gift.date] = date }
    if arguments[from].isPresent, arguments[name] != nil {
      throw Diagnostic(
        .arguments, Localized("it is given by somebody, or under another name", "捐款人与其他名称只写一项"),
        hint: Localized("leave from= or name= out", "请去掉 捐款人= 或 名称="), subject: "name")
    }
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
    if arguments[publish] { try agree(to: added, session) }
    let money = added[Gift.amount].grouped
    return .acknowledgement(
      Localized("\(added[Gift.slip]): \(money)", "\(added[Gift.slip])：\(money)")
    ) { .row(try session.row(of: added)) }
  }

  /// Records the consent that was given on a slip.
  private static func agree(to gift: Record, _ session: OfficeSession) throws {
    guard let giver = Gift.giver(of: gift) else {
      throw Diagnostic(
        .arguments, Localized("an anonymous gift has no name to publish", "匿名捐款没有可公示的姓名"), subject: "publish")
    }
    let today = session.writer.today
    guard try !Consent.isGiven(by: giver, .name, .donorList, on: today, in: session.store) else { return }
    _ = try Consent.give(
      by: giver, .name, .donorList, from: today, until: nil, evidence: gift[Gift.slip], in: session.writer)
  }

  static let void = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("void", "作废"),
      Localized(
        "Voids a miswritten slip on its day, before it is disclosed; it keeps its number.", "当日且公示前作废写错的票据，编号保留。"),
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

  static let post = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("post", "张贴"),
      Localized("Records that a fund's notice hangs out, and what it shows.", "登记收支公示表已张贴及所示数额。"),
      parameters: [.positional(fund), .named(Disclosure.place), .named(days)], effect: .writes,
      result: .row(Disclosure.kind.shape),
      examples: [Example("fund post F1 place=小区公告栏", "It hangs on the board for seven days.", "在公告栏公示七天。")])
  ) { session, arguments in
    let record = try session.record(arguments[fund])
    // What may not be published does not hang.
    try session.check(FundNotice(of: record, session).document())
    let posted = try Disclosure.post(
      record, place: arguments[Disclosure.place], days: arguments[days], in: session.writer)
    let (name, last) = (record[Fund.title], posted[Disclosure.until].exchangeText)
    return session.acknowledge(posted, Localized("\(name), until \(last)", "\(name)，公示至 \(last)"))
  }

  static let cancel = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("cancel", "取消"),
      Localized("Ends a fund that nothing was spent from, and gives every gift back.", "取消尚未支出的筹款，退还全部捐款。"),
      parameters: [.positional(fund), .named(why)], effect: .writes, result: .row(Fund.kind.shape),
      examples: [
        Example(
          "fund open 路灯维修 motion=M2.1 until=+7d keeper=示例乙 surplus=转入维护 refunds=可退; fund give 路灯维修 from=胡建国 amount=500; fund cancel 路灯维修 reason=未达目标",
          "The 500 yuan go back.", "退还 500 元。")
      ]), right: .spend
  ) { session, arguments in
    let (cancelled, refunds) = try Fund.cancel(
      session.record(arguments[fund]), reason: arguments[why], in: session.writer)
    let total = Money(fen: refunds.reduce(0) { $0 + $1[Refund.amount].fen }).grouped
    let unknown = try refunds.count { try Gift.giver(of: session.record($0[Refund.gift])) == nil }
    return session.acknowledge(
      cancelled,
      Localized(
        "cancelled, \(refunds.count.counted("gift")) given back, \(total)"
          + (unknown == 0 ? "" : "; \(unknown) of them anonymous, to whoever shows the slip"),
        "已取消，退还 \(refunds.count) 笔，共 \(total)" + (unknown == 0 ? "" : "；其中匿名 \(unknown) 笔，凭票退还")))
  }

  static let close = OfficeCommand(
    CommandDeclaration(
      Fund.kind.name, Name("close", "结账"),
      Localized("Closes a fund at balance 0, its accounts posted as they are.", "余额为零且已公示后结账。"),
      parameters: [.positional(fund)], effect: .writes, result: .row(Fund.kind.shape),
      examples: [
        Example(
          "fund open 路灯维修 motion=M2.1 until=+7d keeper=示例乙 surplus=转入维护 refunds=可退; fund post 路灯维修 place=小区公告栏; fund close 路灯维修",
          "Nothing came in; it is closed.", "没有收款，直接结账。")
      ]), right: .spend
  ) { session, arguments in
    let record = try Fund.close(session.record(arguments[fund]), in: session.writer)
    return session.acknowledge(record, Localized("closed", "已结账"))
  }
}
