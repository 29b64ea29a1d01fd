import Diagnostics
import Records
import Testing
import Values

@Suite struct FundTests {
  @Test func aFundOpensWithBothPoliciesAndAMotionInForce() throws {
    let books = try Books()
    #expect(code { _ = try books.fund(surplus: nil) } == .policy)
    #expect(code { _ = try books.fund(refunds: "") } == .policy)
    #expect(code { _ = try books.fund { $0[Fund.until] = books.today.adding(days: -1) } } == .dates)
    #expect(code { _ = try books.fund { $0[Fund.opened] = books.today.adding(days: -1) } } == .motion)
    #expect(code { _ = try books.fund { $0[Fund.goal] = .zero } } == .amount)
    #expect(code { _ = try books.fund { $0[Fund.keeper] = "　" } } == .missingValue)
    #expect(code { _ = try books.fund("--") } == .missingValue)
    #expect(code { _ = try books.fund { $0[Fund.surplus] = "余款联系 13800001234" } } == .privacy)
    try books.writer.change(books.motion) { $0[Motion.noticeUntil] = books.today }
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

  /// Two funds never write in one book, however its name is spelled; without a name a fund has a book of its own.
  @Test func aBookIsOneFunds() throws {
    let books = try Books()
    let fund = try books.fund("甲", book: "FH2020")
    #expect(code { _ = try books.fund("乙", book: "fh2020") } == .duplicateRecord)
    #expect(code { _ = try books.fund("乙", book: "ＦＨ２０２０") } == .duplicateRecord)
    for name in ["", "-", "A B", "FH2020-", "F7", "f1", "票/1"] {
      #expect(code { _ = try books.fund("乙", book: name) } == .book, "\(name)")
    }
    let other = try books.fund("乙", book: nil)
    let slips = try [books.give(fund, 1), books.give(other, 1), books.give(fund, 1), books.give(other, 1)]
    #expect(slips.map { $0[Gift.slip] } == ["FH2020-0001", "F2-0001", "FH2020-0002", "F2-0002"])
  }

  @Test func aSlipThatHangsOutIsNotVoided() throws {
    let books = try Books()
    let fund = try books.fund()
    let shown = try books.give(fund, 100)
    _ = try books.post(fund)
    let later = try books.give(fund, 100)
    #expect(code { _ = try Gift.void(shown, reason: "写错", in: books.writer) } == .void)
    _ = try Gift.void(later, reason: "写错", in: books.writer)
  }

  @Test func moneyIsNeverSpentTwice() throws {
    let books = try Books()
    let fund = try books.fund()
    let gift = try books.give(fund, 1_000)
    #expect(code { _ = try books.spend(fund, 1_001, voucher: "V1") } == .balance)
    #expect(code { _ = try books.spend(fund, 0, voucher: "V1") } == .amount)
    #expect(code { _ = try books.give(fund, 1_000_000_000_001) } == .amount)
    let expense = try books.spend(fund, 900, voucher: "V1")
    #expect(code { _ = try books.spend(fund, 50, voucher: "V1") } == .duplicateRecord)
    #expect(code { _ = try books.spend(fund, 50, voucher: " ") } == .missingValue)
    #expect(code { _ = try books.refund(gift) } == .balance)
    #expect(code { _ = try Gift.void(gift, reason: "写错", in: books.writer) } == .balance)
    #expect(code { _ = try books.reverse(expense) } == .missingValue)
    _ = try books.reverse(expense, voucher: "V2")
    #expect(code { _ = try books.reverse(expense, voucher: "V3") } == .state)
    _ = try books.refund(gift)
    #expect(try books.balance(fund) == 0)
  }

  /// What only looks like another person is the same one; two residents of one name are two people.
  @Test(arguments: [
    ("示例甲", "示例甲 "), ("示例甲", "示例　甲"), ("Zhang San", "ＺＨＡＮＧ　ＳＡＮ"), ("zhang san", "Zhang-San"),
    ("古丽·阿依", "古丽•阿依"), ("示例甲", "示\u{200B}例甲"), ("示例甲", "示例甲\u{FE00}"), ("示例⼀", "示例一"), ("é", "e\u{301}"),
  ])
  func nobodyApprovesWhatHeAskedFor(asked: String, approved: String) throws {
    let books = try Books()
    let fund = try books.fund()
    _ = try books.give(fund, 1_000)
    #expect(code { _ = try books.spend(fund, 1, voucher: "V1", asked: asked, approved: approved) } == .segregation)
  }

  @Test func residentsAreToldApartByWhoTheyAre() throws {
    let books = try Books()
    let fund = try books.fund()
    _ = try books.give(fund, 1_000)
    let people = try ["张伟", "张伟", "李梅"].map { name in
      var resident = Record(Resident.kind)
      resident[Resident.name] = name
      return try books.writer.add(resident).reference
    }
    func spend(_ asked: Reference?, _ approved: Reference?, _ voucher: String) throws {
      _ = try books.spend(fund, 1, voucher: voucher, asked: "张伟", approved: "张伟") {
        $0[Expense.askedResident] = asked
        $0[Expense.approvedResident] = approved
      }
    }
    try spend(people[0], people[1], "V1")
    #expect(code { try spend(people[0], people[0], "V2") } == .segregation)
    #expect(code { try spend(people[0], nil, "V2") } == .segregation)
  }

  // MARK: Dates

  @Test func everyMovementHasADayWithinTheFund() throws {
    let books = try Books()
    let fund = try books.fund()
    let (first, last) = (books.today, books.today.adding(days: 30))
    let gift = try books.give(fund, 1_000)
    #expect(code { _ = try books.give(fund, 1, on: first.adding(days: 1)) } == .dates)
    #expect(code { _ = try books.give(fund, 1, on: first.adding(days: -1)) } == .fundClosed)
    let july = CalendarDate(ordinal: first.ordinal, precision: .month)
    #expect(code { _ = try books.give(fund, 1, on: july) } == .dates)
    books.pass(days: 40)
    _ = try books.give(fund, 1, on: last)
    #expect(code { _ = try books.give(fund, 1) } == .fundClosed)
    for day in [first.adding(days: -1), books.today.adding(days: 1), july] {
      #expect(code { _ = try books.spend(fund, 1, voucher: "V1", on: day) } == .dates)
      #expect(code { _ = try books.refund(gift, 1, on: day) } == .dates)
      #expect(code { _ = try books.transfer(fund, 1, to: "维护", on: day) } == .dates)
    }
    let expense = try books.spend(fund, 1, voucher: "V1", on: first.adding(days: 3))
    #expect(code { _ = try books.reverse(expense, voucher: "V2", on: first.adding(days: 2)) } == .dates)
    let later = try books.give(fund, 1, on: first.adding(days: 5))
    #expect(code { _ = try books.refund(later, on: first.adding(days: 4)) } == .dates)
  }

  @Test func anExpenseOfYesterdayNeedsYesterdaysMoney() throws {
    let books = try Books()
    let fund = try books.fund()
    let first = books.today
    _ = try books.give(fund, 100)
    books.pass(days: 5)
    _ = try books.give(fund, 900)
    #expect(code { _ = try books.spend(fund, 500, voucher: "V1", on: first) } == .balance)
    _ = try books.spend(fund, 950, voucher: "V1")
    // Day one still has all its 100, but the end has 50 only.
    #expect(code { _ = try books.spend(fund, 60, voucher: "V2", on: first) } == .balance)
    _ = try books.spend(fund, 50, voucher: "V2", on: first)
    #expect(try books.balance(fund) == 0)
  }

  // MARK: Refunds

  @Test func refundsNeverComeToMoreThanTheGift() throws {
    let books = try Books()
    let fund = try books.fund()
    let gift = try books.give(fund, 1_000)
    _ = try books.give(fund, 5_000)
    _ = try books.refund(gift, 400)
    let second = try books.refund(gift, 500)
    #expect(code { _ = try books.refund(gift, 101) } == .refund)
    #expect(code { _ = try books.refund(gift, 0) } == .refund)
    #expect(code { _ = try books.refund(gift, -1) } == .refund)
    _ = try books.reverse(second)
    #expect(try Gift.left(of: gift, in: books.store) == Money(fen: 600))
    #expect(code { _ = try books.reverse(second) } == .state)
    #expect(try books.refund(gift)[Refund.amount] == Money(fen: 600))
    #expect(code { _ = try books.refund(gift) } == .refund)
    #expect(code { _ = try Gift.void(gift, reason: "写错", in: books.writer) } == .void)
    #expect(try books.balance(fund) == 5_000)
  }

  @Test func refundsAreDueAsLongAsThePolicySays() throws {
    let books = try Books()
    let fund = try books.fund { $0[Fund.refundUntil] = books.today.adding(days: 2) }
    let gift = try books.give(fund, 1_000)
    books.pass(days: 2)
    _ = try books.refund(gift, 100)
    books.pass(days: 1)
    #expect(code { _ = try books.refund(gift, 100) } == .policy)
    _ = try books.refund(gift, 100, motion: books.motion.reference)
    // Who gave before the use was changed may have it back for some days.
    _ = try Amendment.amend(try books.now(fund), motion: books.motion.reference, in: books.writer) {
      $0[Fund.surplus] = "转入绿化"
    }
    _ = try books.refund(gift, 100)
    books.pass(days: Profile.cn.refundDays + 1)
    #expect(code { _ = try books.refund(gift, 100) } == .policy)
  }

  // MARK: Changes, transfers, the end

  @Test func whatWasSaidChangesByAMotionOnly() throws {
    let books = try Books()
    let fund = try books.fund()
    func amend(_ edit: (inout Record) -> Void) throws -> (Record, [Record]) {
      try Amendment.amend(try books.now(fund), motion: books.motion.reference, in: books.writer, edit)
    }
    let (changed, made) = try amend {
      $0[Fund.until] = books.today.adding(days: 60)
      $0[Fund.goal] = Money(fen: 500)
    }
    #expect(made.map { $0[Amendment.field] } == [.goal, .until])
    #expect(made[0][Amendment.was] == nil && made[0][Amendment.now] == "5.00")
    #expect(changed[Fund.goal] == Money(fen: 500))
    #expect(code { _ = try amend { _ in } } == .missingValue)
    #expect(code { _ = try amend { $0[Fund.refunds] = "" } } == .policy)
    #expect(code { _ = try amend { $0[Fund.until] = books.today.adding(days: -9) } } == .dates)
    try books.writer.change(books.motion) { $0[Motion.outcome] = .lost }
    #expect(code { _ = try amend { $0[Fund.surplus] = "另用" } } == .motion)
  }

  @Test func aTransferMovesBothBalances() throws {
    let books = try Books()
    let (from, into) = (try books.fund("甲"), try books.fund("乙", book: "YH"))
    _ = try books.give(from, 1_000)
    #expect(code { _ = try books.transfer(from, 1_001, into: into) } == .balance)
    #expect(code { _ = try books.transfer(from, 100, into: from) } == .state)
    #expect(code { _ = try books.transfer(from, 100) } == .missingValue)
    #expect(code { _ = try books.transfer(from, 100, to: "") } == .missingValue)
    let moved = try books.transfer(from, 600, into: into)
    #expect(try (books.balance(from), books.balance(into)) == (400, 600))
    _ = try books.spend(into, 500, voucher: "V1")
    #expect(code { _ = try books.reverse(moved) } == .balance, "it has been spent there")
    let small = try books.transfer(from, 100, into: into)
    _ = try books.reverse(small)
    #expect(try (books.balance(from), books.balance(into)) == (400, 100))
  }

  @Test func aFundClosesEmptyAndDisclosed() throws {
    let books = try Books()
    let fund = try books.fund()
    let gift = try books.give(fund, 1_000)
    #expect(code { _ = try Fund.close(fund, in: books.writer) } == .balanceNonzero)
    _ = try books.post(fund)
    _ = try books.refund(gift)
    #expect(code { _ = try Fund.close(fund, in: books.writer) } == .disclosure, "the notice shows the money still")
    let posted = try books.post(fund)
    #expect(try Disclosure.isCurrent(posted, in: books.store))
    #expect(code { _ = try Disclosure.post(fund, place: "公告栏", days: 6, in: books.writer) } == .notice)
    let closed = try Fund.close(fund, in: books.writer)
    #expect(code { _ = try books.give(closed, 100) } == .fundClosed)
    #expect(code { _ = try books.refund(gift) } == .fundClosed)
    #expect(code { _ = try Fund.close(closed, in: books.writer) } == .fundClosed)
  }

  @Test func aCancelledFundGivesEverythingBack() throws {
    let books = try Books()
    let fund = try books.fund()
    let gifts = try (1...5).map { try books.give(fund, $0 * 100) }
    _ = try Gift.void(gifts[0], reason: "写错", in: books.writer)
    _ = try books.refund(gifts[1], 150)
    let expense = try books.spend(fund, 10, voucher: "V1")
    #expect(code { _ = try Fund.cancel(fund, reason: "未达目标", in: books.writer) } == .balance)
    _ = try books.reverse(expense, voucher: "V2")
    let (cancelled, refunds) = try Fund.cancel(fund, reason: "未达目标", in: books.writer)
    #expect(refunds.map { $0[Refund.amount].fen } == [50, 300, 400, 500])
    #expect(try books.balance(fund) == 0)
    #expect(Fund.status(of: cancelled) == .cancelled)
    #expect(code { _ = try books.give(cancelled, 1) } == .fundClosed)
    #expect(code { _ = try books.spend(cancelled, 1, voucher: "V3") } == .fundClosed)
    #expect(code { _ = try Fund.cancel(cancelled, reason: "再次", in: books.writer) } == .fundClosed)
    _ = try books.post(cancelled)
    #expect(Fund.status(of: try Fund.close(cancelled, in: books.writer)) == .closed)
  }
}
