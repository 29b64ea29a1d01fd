import Diagnostics
import Records
import Storage
import Testing
import Values

/// An office with one motion in force, for the rules of money.
private struct Books {
  let store: SQLiteStore
  let writer: RecordWriter
  let motion: Record

  init() throws {
    let schema = Schema([
      Grid.kind, Building.kind, Household.kind, Resident.kind, Shop.kind, Body.kind, Opinion.kind, Meeting.kind,
      Motion.kind, Vote.kind, Objection.kind, Fund.kind, Gift.kind, Expense.kind, Refund.kind, Transfer.kind,
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

  func fund(surplus: String? = "转入维护", refunds: String? = "可退") throws -> Record {
    var fund = Record(Fund.kind)
    fund[Fund.title] = "监控"
    fund[Fund.motion] = motion.reference
    fund[Fund.until] = writer.today.adding(days: 30)
    fund[Fund.keeper] = "示例乙"
    fund[Fund.surplus] = surplus
    fund[Fund.refunds] = refunds
    fund[Fund.book] = "FH2020"
    return try Fund.open(fund, in: writer)
  }

  func give(_ fund: Record, _ fen: Int) throws -> Record {
    var gift = Record(Gift.kind)
    gift[Gift.fund] = fund.reference
    gift[Gift.amount] = Money(fen: fen)
    return try Gift.give(gift, in: writer)
  }

  func spend(
    _ fund: Record, _ fen: Int, voucher: String, asked: String = "甲", approved: String = "丙",
    on date: CalendarDate? = nil
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
    return try Expense.spend(expense, in: writer)
  }

  func pass(days: Int) { writer.authorship.now = Moment(writer.today.adding(days: days)) }
}

@Suite struct FundTests {
  private func code(_ body: () throws -> Void) -> DiagnosticCode? {
    do { try body() } catch let diagnostic as Diagnostic { return diagnostic.code } catch {}
    return nil
  }

  @Test func aFundOpensWithBothPoliciesAndAMotionInForce() throws {
    let books = try Books()
    #expect(code { _ = try books.fund(surplus: nil) } == .policy)
    #expect(code { _ = try books.fund(refunds: nil) } == .policy)
    try books.writer.change(books.motion) { $0[Motion.noticeUntil] = books.writer.today }
    #expect(code { _ = try books.fund() } == .motion)
  }

  @Test func slipsKeepTheirNumbers() throws {
    let books = try Books()
    let fund = try books.fund()
    let first = try books.give(fund, 100)
    _ = try Gift.void(first, reason: "写错", in: books.writer)
    let second = try books.give(fund, 200)
    #expect(first[Gift.slip] == "FH2020-0001" && second[Gift.slip] == "FH2020-0002")
    #expect(try FundAccounts.raised(fund.reference, in: books.store) == Money(fen: 200))
    books.pass(days: 1)
    #expect(code { _ = try Gift.void(second, reason: "晚了", in: books.writer) } == .void)
  }

  @Test func moneyIsNeverSpentTwice() throws {
    let books = try Books()
    let fund = try books.fund()
    let gift = try books.give(fund, 1_000)
    #expect(code { _ = try books.spend(fund, 1_001, voucher: "V1") } == .balance)
    #expect(code { _ = try books.spend(fund, 0, voucher: "V1") } == .amount)
    #expect(code { _ = try books.spend(fund, 10, voucher: "V1", approved: "甲") } == .segregation)
    let expense = try books.spend(fund, 900, voucher: "V1")
    #expect(code { _ = try books.spend(fund, 50, voucher: "V1") } == .duplicateRecord)
    #expect(code { _ = try Refund.refund(gift, amount: nil, reason: "退", in: books.writer) } == .balance)
    #expect(code { _ = try Fund.close(fund, in: books.writer) } == .balanceNonzero)
    _ = try Refund.refund(gift, amount: Money(fen: 100), reason: "退", in: books.writer)
    #expect(code { _ = try Refund.refund(gift, amount: Money(fen: 901), reason: "退", in: books.writer) } == .refund)
    _ = try Expense.reverse(expense, voucher: "V2", in: books.writer)
    #expect(code { _ = try Expense.reverse(expense, voucher: "V3", in: books.writer) } == .state)
    _ = try Refund.refund(gift, amount: nil, reason: "退", in: books.writer)
    #expect(try FundAccounts.balance(fund.reference, in: books.store) == .zero)
    let closed = try Fund.close(fund, in: books.writer)
    #expect(code { _ = try books.give(closed, 100) } == .fundClosed)
  }

  @Test func anExpenseOfYesterdayNeedsYesterdaysMoney() throws {
    let books = try Books()
    let fund = try books.fund()
    _ = try books.give(fund, 100)
    books.pass(days: 5)
    _ = try books.give(fund, 900)
    let first = books.writer.today.adding(days: -5)
    #expect(code { _ = try books.spend(fund, 500, voucher: "V1", on: first) } == .balance)
    #expect(code { _ = try books.spend(fund, 500, voucher: "V1", on: first.adding(days: -3)) } == .balance)
    _ = try books.spend(fund, 100, voucher: "V1", on: first)
  }

  /// Whatever is tried, the books hold: balance = gifts − refunds − expenses − transfers ≥ 0, slips without a gap, and
  /// the audit agrees.
  @Test(arguments: 1...12)
  func theBooksHoldWhateverIsTried(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let books = try Books()
    let fund = try books.fund()
    var gifts: [Record] = []
    var expenses: [Record] = []
    for step in 0..<60 {
      let fen = Int.random(in: -50...2_000, using: &generator)
      do {
        switch Int.random(in: 0..<8, using: &generator) {
        case 0...2: gifts.append(try books.give(fund, fen))
        case 3:
          if let gift = gifts.randomElement(using: &generator) {
            _ = try Gift.void(gift, reason: "写错", in: books.writer)
          }
        case 4: expenses.append(try books.spend(fund, fen, voucher: "V\(step % 40)"))
        case 5:
          if let gift = gifts.randomElement(using: &generator) {
            _ = try Refund.refund(
              gift, amount: Bool.random(using: &generator) ? nil : Money(fen: fen), reason: "退", in: books.writer)
          }
        case 6:
          if let expense = expenses.randomElement(using: &generator) {
            _ = try Expense.reverse(expense, voucher: "R\(step)", in: books.writer)
          }
        default: books.pass(days: Int.random(in: 0...2, using: &generator))
        }
      } catch is Diagnostic {}
      let balance = try FundAccounts.balance(fund.reference, in: books.store)
      #expect(balance >= .zero)
    }
    let audit = try FundAudit(of: fund, in: books.store)
    for check in audit.checks { #expect(check.holds, "\(check.what.english)") }
  }
}

/// Random numbers that are the same in every run (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
