import Diagnostics
import Records
import Testing
import Values

@Suite struct FundAuditTests {
  /// The names of the checks that do not hold.
  private func faults(_ books: Books, _ fund: Record) throws -> [String] {
    try FundAudit(of: try books.now(fund), on: books.today, in: books.store).checks.filter { !$0.holds }.map(
      \.name.english)
  }

  /// What the rules refuse is written past them, and every check finds its own.
  @Test func everyCheckFindsItsFault() throws {
    let books = try Books()
    let fund = try books.fund()
    let other = try books.fund("乙", book: "YH")
    let gift = try books.give(fund, 1_000)
    let refund = try books.refund(gift, 100)
    let expense = try books.spend(fund, 300, voucher: "V1")
    _ = try books.spend(fund, 5, voucher: "V2")
    let transfer = try books.transfer(fund, 100, into: other)
    #expect(try faults(books, fund) == [])

    func tampered(_ record: Record, _ edit: (inout Record) -> Void) throws -> [String] {
      let original = try #require(try books.store.record(record.kind, id: record.id))
      var edited = original
      edit(&edited)
      try books.store.update(edited)
      defer { try? books.store.update(original) }
      return try faults(books, fund)
    }
    #expect(try tampered(gift) { $0[Gift.slip] = "FH2020-0003" } == ["slips"])
    #expect(try tampered(gift) { $0[Gift.amount] = Money(fen: 200) } == ["cover"])
    #expect(try tampered(gift) { $0[Gift.voided] = books.today } == ["cover", "voids", "refunds"])
    #expect(try tampered(gift) { $0[Gift.date] = books.today.adding(days: 1) } == ["cover", "dates"])
    #expect(try tampered(refund) { $0[Refund.amount] = Money(fen: -5) } == ["amounts", "refunds"])
    #expect(try tampered(expense) { $0[Expense.approvedBy] = "甲　" } == ["approval"])
    #expect(try tampered(expense) { $0[Expense.reverses] = expense.reference } == ["amounts", "reversals"])
    #expect(
      try tampered(transfer) { $0[Transfer.date] = books.today.adding(days: -3) } == ["cover", "dates", "motions"])
    #expect(try tampered(fund) { $0[Fund.surplus] = "" } == ["policies"])
    #expect(try tampered(fund) { $0[Fund.closed] = books.today } == ["closing"])
    #expect(try tampered(books.motion) { $0[Motion.outcome] = .lost } == ["motions"])
    _ = try Amendment.amend(fund, motion: books.motion.reference, in: books.writer) { $0[Fund.refunds] = "不退" }
    #expect(try tampered(fund) { $0[Fund.refunds] = "可退" } == ["policies"])
    #expect(try faults(books, fund) == [])
  }

  @Test func checksSayHowMuchTheyLookedAt() throws {
    let books = try Books()
    let fund = try books.fund()
    for fen in 1...20 { _ = try books.give(fund, fen) }
    let checks = try FundAudit(of: fund, on: books.today, in: books.store).checks
    #expect(checks.map(\.name.english).prefix(3) == ["balance", "cover", "slips"])
    #expect(checks[0].count == 20 && checks[1].count == 1 && checks[2].count == 20)
    #expect(Set(checks.map(\.name.english)).count == checks.count)
  }

  /// Whatever is tried, at whatever date, the books hold: at no day's end is a balance below zero, each balance is
  /// gifts − refunds − expenses ± transfers as a second set of books kept beside says, slips are without a gap, and the
  /// audit agrees.
  @Test(arguments: 0..<8)
  func theBooksHoldWhateverIsTried(batch: UInt64) throws {
    for seed in 1...40 { try Attempts(seed: batch * 100 + UInt64(seed)).run() }
  }
}

/// Random acts on two funds, most of them sensible, and a second set of books that is kept by hand.
private final class Attempts {
  private struct Movement { let fund: Int, day: Int, fen: Int }

  private var generator: SeededGenerator
  private let seed: UInt64
  private let books: Books
  private let funds: [Record]
  private let start: Int
  private var gifts: [(record: Record, fund: Int)] = []
  private var entries: [Record] = []
  private var movements: [Movement] = []
  private var slips = [0, 0]

  init(seed: UInt64) throws {
    self.seed = seed
    generator = SeededGenerator(seed: seed)
    books = try Books()
    funds = [try books.fund("甲"), try books.fund("乙", book: "YH")]
    start = books.today.ordinal
  }

  private func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

  /// Today, or some day near it, or none at all.
  private func day() -> CalendarDate? {
    number(0...3) > 0 ? nil : CalendarDate(ordinal: books.today.ordinal - number(-2...6))
  }

  func run() throws {
    try books.store.atomically {
      for step in 0..<40 {
        // What is refused leaves nothing behind.
        do { try act(step) } catch is Diagnostic {}
      }
      for index in funds.indices { try check(index) }
    }
  }

  private func act(_ step: Int) throws {
    let index = number(0...1)
    let (fund, fen) = (try books.now(funds[index]), number(-20...900))
    switch number(0...12) {
    case 0...3:
      let gift = try books.give(fund, fen, on: day())
      slips[index] += 1
      gifts.append((gift, index))
      record(index, gift[Gift.date], fen)
    case 4:
      guard let (gift, index) = gifts.randomElement(using: &generator) else { return }
      _ = try Gift.void(books.store.get(Gift.kind, gift.reference), reason: "写错", in: books.writer)
      record(index, gift[Gift.date], -gift[Gift.amount].fen)
    case 5, 6:
      let expense = try books.spend(
        fund, fen, voucher: "V\(number(0...30))", asked: "甲", approved: ["丙", "甲", " 甲"][number(0...2)], on: day())
      entries.append(expense)
      record(index, expense[Expense.date], -fen)
    case 7, 8:
      guard let (gift, index) = gifts.randomElement(using: &generator) else { return }
      let refund = try books.refund(gift, Bool.random(using: &generator) ? nil : fen, on: day())
      entries.append(refund)
      record(index, refund[Refund.date], -refund[Refund.amount].fen)
    case 9:
      let transfer = try books.transfer(
        fund, fen, into: Bool.random(using: &generator) ? funds[1 - index] : nil, to: "维护")
      entries.append(transfer)
      record(index, transfer[Transfer.date], -fen)
      if transfer[Transfer.into] != nil { record(1 - index, transfer[Transfer.date], fen) }
    case 10:
      guard let entry = entries.randomElement(using: &generator) else { return }
      try reverse(entry, step)
    case 11 where number(0...9) == 0:
      let (_, refunds) = try Fund.cancel(fund, reason: "未达目标", in: books.writer)
      for refund in refunds { record(index, refund[Refund.date], -refund[Refund.amount].fen) }
    case 11:
      _ = try books.post(fund)
      if number(0...4) == 0 { _ = try Fund.close(fund, in: books.writer) }
    default: books.pass(days: number(0...3))
    }
  }

  private func reverse(_ entry: Record, _ step: Int) throws {
    let reversal = try books.reverse(entry, voucher: "R\(step)", on: day())
    switch entry.kind {
    case Expense.kind:
      record(self.index(of: entry[Expense.fund]), reversal[Expense.date], entry[Expense.amount].fen)
    case Refund.kind: record(self.index(of: entry[Refund.fund]), reversal[Refund.date], entry[Refund.amount].fen)
    default:
      let index = index(of: entry[Transfer.fund])
      record(index, reversal[Transfer.date], entry[Transfer.amount].fen)
      if entry[Transfer.into] != nil { record(1 - index, reversal[Transfer.date], -entry[Transfer.amount].fen) }
    }
  }

  private func index(of fund: Reference) -> Int { funds[0].reference == fund ? 0 : 1 }

  private func record(_ fund: Int, _ date: CalendarDate, _ fen: Int) {
    movements.append(Movement(fund: fund, day: date.ordinal, fen: fen))
  }

  private func check(_ index: Int) throws {
    let fund = try books.now(funds[index])
    let own = movements.filter { $0.fund == index }
    #expect(try books.balance(fund) == own.reduce(0) { $0 + $1.fen }, "seed \(seed)")
    for day in start...books.today.ordinal {
      #expect(own.filter { $0.day <= day }.reduce(0) { $0 + $1.fen } >= 0, "seed \(seed), day \(day - start)")
    }
    let numbers = try books.store.all(Gift.kind, .equal(Gift.fund, fund.reference)).map { Gift.number(of: $0) }
    #expect(numbers == Array(0..<slips[index]).map { $0 + 1 }, "seed \(seed)")
    for check in try FundAudit(of: fund, on: books.today, in: books.store).checks {
      #expect(check.holds, "seed \(seed): \(check.what.english): \(check.failures)")
    }
  }
}
