import Diagnostics
import Presentation
import Records
import Values

/// A fund at the desk: its figures, how far it has come, and the gifts as they came, drawn.
struct FundSheet {
  /// The most bars that are drawn: days while they fit, else weeks, else months.
  private static let mostBars = 31

  private let fund: Record
  private let session: OfficeSession

  init(of fund: Record, _ session: OfficeSession) {
    self.fund = fund
    self.session = session
  }

  /// The sheet.
  func document() throws -> Document {
    let row = try session.row(of: fund)
    let days = try FundAccounts.giftsByDay(fund.reference, in: session.store)
    var page = Document(.page, [.fields(RecordText.entries(of: row) { session.label(of: $0) })])
    let raised = Money(fen: days.reduce(0) { $0 + $1.sum })
    if let progress = FundProgress.bar(raised: raised, of: fund) { page.add(.progress(progress)) }
    let amendments = try session.store.all(Amendment.kind, .equal(Amendment.fund, fund.reference))
    if !amendments.isEmpty { try FundTerms(of: fund, in: session.store).blocks.dropFirst().forEach { page.add($0) } }
    guard let first = days.first, let last = days.last, case .date(let from) = first.value,
      case .date(let until) = last.value
    else { return page }
    let step = Step.allCases.first { $0.count(from, until) <= FundSheet.mostBars } ?? .month
    page.add(.heading(step.heading))
    page.add(.bars(bars(days, step, from, until)))
    return page
  }

  private func bars(_ days: [Total], _ step: Step, _ from: CalendarDate, _ until: CalendarDate) -> [Document.Bar] {
    var sums: [CalendarDate: (count: Int, fen: Int)] = [:]
    for day in days {
      guard case .date(let date) = day.value else { continue }
      sums[step.start(of: date, from), default: (0, 0)].count += day.count
      sums[step.start(of: date, from), default: (0, 0)].fen += day.sum
    }
    let most = sums.values.map(\.fen).max() ?? 0
    var bars: [Document.Bar] = []
    var date = step.start(of: from, from)
    while date <= until {
      let (count, fen) = sums[date] ?? (0, 0)
      let money = Money(fen: fen).grouped
      bars.append(
        .init(
          Localized(same: step.label(of: date)), fen, of: most,
          Localized("\(money)  \(count) gift\(count == 1 ? " " : "s")", "\(money)  \(count) 笔")))
      date = step.next(after: date)
    }
    return bars
  }

  /// What one bar stands for.
  private enum Step: CaseIterable {
    case day, week, month

    var heading: Localized {
      switch self {
      case .day: Localized("Gifts by day", "每日捐款")
      case .week: Localized("Gifts by week, from its first day", "每周捐款（以首日标示）")
      case .month: Localized("Gifts by month", "每月捐款")
      }
    }

    /// How many bars there are from a day to another.
    func count(_ from: CalendarDate, _ until: CalendarDate) -> Int {
      switch self {
      case .day: until.ordinal - from.ordinal + 1
      case .week: (until.ordinal - from.ordinal) / 7 + 1
      case .month: (until.year - from.year) * 12 + until.month - from.month + 1
      }
    }

    /// The first day of the bar that a day belongs to; weeks count from the first gift.
    func start(of date: CalendarDate, _ first: CalendarDate) -> CalendarDate {
      switch self {
      case .day: date
      case .week: date.adding(days: -((date.ordinal - first.ordinal) % 7))
      case .month: date.adding(days: 1 - date.day)
      }
    }

    func next(after date: CalendarDate) -> CalendarDate {
      switch self {
      case .day: date.adding(days: 1)
      case .week: date.adding(days: 7)
      case .month: date.adding(months: 1)
      }
    }

    func label(of date: CalendarDate) -> String {
      self == .month ? String(date.exchangeText.dropLast(3)) : date.exchangeText
    }
  }
}
