import Records
import Values

/// The records of one year, counted for its report.
struct ReportYear {
  let year: Int
  /// The last day that counts.
  let until: CalendarDate
  let rule: RoundingRule
  let session: OfficeSession
  var store: any RecordStore { session.store }

  /// Whether a day lies in the year and is known already.
  func contains(_ date: CalendarDate?) -> Bool { date.map { $0.year == year && $0 <= until } ?? false }

  /// A part of a whole, rounded as the report is.
  func ratio(_ english: String, _ chinese: String, _ part: Int, of whole: Int, persons: Bool = false) -> ReportFigure {
    ReportFigure(
      label: .init(english, chinese), content: .ratio(Ratio(part, of: whole), rule), countsPersons: persons)
  }

  /// Meetings and what they decided.
  func meetings() throws -> [ReportFigure] {
    let called = try store.all(Meeting.kind).filter {
      contains($0[Meeting.at].date) && $0[Meeting.status] != .cancelled
    }
    let held = called.filter { $0[Meeting.opened] != nil }
    let quorate = try held.count { meeting in
      try meeting[Meeting.bodies].allSatisfy { body in
        try Meeting.turnout(of: store.get(Body.kind, body), at: meeting, in: store).isReached
      }
    }
    let motions = try held.flatMap { try store.all(Motion.kind, .equal(Motion.meeting, $0.reference)) }
    let voted = motions.filter { $0[Motion.outcome] != .onAgenda }
    let carried = voted.filter { $0[Motion.outcome] == .carried }
    let binding = try carried.filter { try Motion.isInForce($0, on: until, in: store) }
    return [
      ratio("meetings held, of those called", "召开会议／通知会议", held.count, of: called.count),
      ratio("meetings with a quorum", "达到法定人数的会议", quorate, of: held.count),
      ratio("motions carried, of those voted on", "通过议题／表决议题", carried.count, of: voted.count),
      ratio("motions in force, of those carried", "生效议题／通过议题", binding.count, of: carried.count),
      ratio(
        "motions carried out, of those in force", "已执行议题／生效议题",
        binding.count { $0[Motion.done].map { $0 <= until } ?? false },
        of: binding.count),
    ]
  }

  /// Opinions by state.
  func opinions() throws -> [ReportFigure] {
    let all = try store.all(
      Opinion.kind, Condition("date", .greaterOrEqual, .date(first)), Condition("date", .lessOrEqual, .date(until))
    ).filter { contains($0[Opinion.date]) }
    let answered = all.filter { $0[Opinion.content] != nil }
    var figures = [ReportFigure.count("opinions received", "收到意见", all.count)]
    figures += OpinionStatus.allCases.map { status in
      ratio(
        "opinions \(status.rawValue)", "意见\(status.chineseName)", all.count { $0[Opinion.status] == status },
        of: all.count)
    }
    let overdue = try all.count { opinion in try Opinion.dueDay(of: opinion, in: store).map { $0 < until } ?? false }
    return figures + [
      ratio("opinions overdue", "超期意见", overdue, of: all.count),
      ratio(
        "persons content, of those asked", "满意／回访", answered.count { $0[Opinion.content] == true }, of: answered.count,
        persons: true),
    ]
  }

  /// What came in and went out in the year, and what was left at its end.
  func funds() throws -> [ReportFigure] {
    func total(_ kind: RecordKind, _ amount: Field<Money>, _ date: Field<CalendarDate>, _ holds: (Record) -> Bool)
      throws
      -> (count: Int, sum: Money)
    {
      let records = try store.all(
        kind, Condition(date.declaration.name.english, .greaterOrEqual, .date(first)),
        Condition(date.declaration.name.english, .lessOrEqual, .date(until))
      ).filter { contains($0[date]) && holds($0) }
      return (records.count, Money(fen: records.reduce(0) { $0 + $1[amount].fen }))
    }
    let raised = try total(Gift.kind, Gift.amount, Gift.date) { $0[Gift.voided] == nil }
    let void = try total(Gift.kind, Gift.amount, Gift.date) { $0[Gift.voided] != nil }
    let spent = try total(Expense.kind, Expense.amount, Expense.date) { _ in true }
    let refunded = try total(Refund.kind, Refund.amount, Refund.date) { _ in true }
    let funds = try store.all(Fund.kind).filter { $0[Fund.opened] <= until }
    let balance = try funds.reduce(0) { sum, fund in
      let entries = try FundAccounts.entries(of: fund.reference, in: store)
      return sum + entries.filter { $0.date <= until }.reduce(0) { $0 + $1.change.fen }
    }
    let opened = funds.filter { contains($0[Fund.opened]) }
    return [
      ratio("funds closed, of those opened", "结账筹款／开立筹款", opened.count { contains($0[Fund.closed]) }, of: opened.count),
      .money("raised", "筹得", raised.sum), .money("spent", "支出", spent.sum),
      .money("given back", "退款", refunded.sum), .money("balance at the end", "期末余额", Money(fen: balance)),
      ratio("valid slips, of those used", "有效票据／已用票据", raised.count, of: raised.count + void.count),
    ]
  }

  /// The first day of the year.
  var first: CalendarDate { CalendarDate(year: year, month: 1, day: 1) ?? until }
}
