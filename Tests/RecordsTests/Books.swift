import Diagnostics
import Records
import Storage
import Testing
import Values

/// An office with a motion in force since 26 July 2020, for the rules of money.
struct Books {
  let store: SQLiteStore
  let writer: RecordWriter
  let motion: Record

  init() throws {
    let schema = Schema([
      Grid.kind, Building.kind, Household.kind, Resident.kind, Shop.kind, Consent.kind, Body.kind, Opinion.kind,
      Meeting.kind, Motion.kind, Vote.kind, Objection.kind, Fund.kind, Gift.kind, Expense.kind, Refund.kind,
      Transfer.kind, Amendment.kind, Disclosure.kind, Fix.kind, FixCheck.kind,
    ])
    store = try SQLiteStore(.memory, schema: schema)
    let now = try #require(Moment("2020-07-26 08:00"))
    writer = RecordWriter(store: store, schema: schema, authorship: Authorship(now: now, by: "示例甲", origin: "test:1"))
    var meeting = Record(Meeting.kind)
    meeting[Meeting.title] = "例会"
    meeting[Meeting.bodies] = []
    meeting[Meeting.at] = now
    meeting[Meeting.called] = now.date.adding(days: -20)
    let added = try writer.add(meeting)
    var motion = Record(Motion.kind)
    motion[Motion.number] = "M1.1"
    motion[Motion.meeting] = added.reference
    motion[Motion.text] = "安装监控"
    motion[Motion.outcome] = .carried
    motion[Motion.noticeFrom] = now.date.adding(days: -8)
    motion[Motion.noticeUntil] = now.date.adding(days: -1)
    self.motion = try writer.add(motion)
  }

  var today: CalendarDate { writer.today }

  func pass(days: Int) { writer.authorship.now = Moment(writer.today.adding(days: days)) }

  func fund(
    _ title: String = "监控", surplus: String? = "转入维护", refunds: String? = "可退", book: String? = "FH2020",
    _ edit: (inout Record) -> Void = { _ in }
  ) throws -> Record {
    var fund = Record(Fund.kind)
    fund[Fund.title] = title
    fund[Fund.motion] = motion.reference
    fund[Fund.until] = today.adding(days: 30)
    fund[Fund.keeper] = "示例乙"
    fund[Fund.surplus] = surplus
    fund[Fund.refunds] = refunds
    fund[Fund.book] = book
    edit(&fund)
    return try Fund.open(fund, in: writer)
  }

  func give(_ fund: Record, _ fen: Int, on date: CalendarDate? = nil) throws -> Record {
    var gift = Record(Gift.kind)
    gift[Gift.fund] = fund.reference
    gift[Gift.amount] = Money(fen: fen)
    if let date { gift[Gift.date] = date }
    return try Gift.give(gift, in: writer)
  }

  func spend(
    _ fund: Record, _ fen: Int, voucher: String, asked: String = "甲", approved: String = "丙",
    on date: CalendarDate? = nil, _ edit: (inout Record) -> Void = { _ in }
  ) throws -> Record {
    var expense = Record(Expense.kind)
    expense[Expense.fund] = fund.reference
    expense[Expense.amount] = Money(fen: fen)
    expense[Expense.payee] = "示例安防"
    expense[Expense.purpose] = "设备"
    expense[Expense.voucher] = voucher
    expense[Expense.askedBy] = asked
    expense[Expense.approvedBy] = approved
    if let date { expense[Expense.date] = date }
    edit(&expense)
    return try Expense.spend(expense, in: writer)
  }

  func refund(_ gift: Record, _ fen: Int? = nil, on date: CalendarDate? = nil, motion: Reference? = nil) throws
    -> Record
  {
    try Refund.refund(
      try store.get(Gift.kind, gift.reference), amount: fen.map { Money(fen: $0) }, reason: "退", on: date,
      motion: motion, in: writer)
  }

  func transfer(_ fund: Record, _ fen: Int, into: Record? = nil, to: String? = nil, on date: CalendarDate? = nil) throws
    -> Record
  {
    var transfer = Record(Transfer.kind)
    transfer[Transfer.fund] = fund.reference
    transfer[Transfer.into] = into?.reference
    transfer[Transfer.to] = to
    transfer[Transfer.amount] = Money(fen: fen)
    transfer[Transfer.motion] = motion.reference
    if let date { transfer[Transfer.date] = date }
    return try Transfer.transfer(transfer, in: writer)
  }

  func reverse(_ entry: Record, voucher: String? = nil, on date: CalendarDate? = nil) throws -> Record {
    try Reversal.reverse(entry, voucher: voucher, reason: "记错", on: date, in: writer)
  }

  func post(_ fund: Record) throws -> Record {
    try Disclosure.post(fund, place: "公告栏", days: 7, in: writer)
  }

  func balance(_ fund: Record) throws -> Int { try FundAccounts.balance(fund.reference, in: store).fen }

  func now(_ fund: Record) throws -> Record { try store.get(Fund.kind, fund.reference) }
}
