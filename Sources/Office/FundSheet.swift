import Diagnostics
import Presentation
import Records
import Values

/// A fund at the desk: its figures, how far it has come, and the gifts as they came, drawn.
struct FundSheet {
  /// The most bars that are drawn: days while they fit, else weeks, months, years.
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
    var page = Document(for: .desk, [.fields(RecordText.entries(of: row) { session.label(of: $0) })])
    let raised = Money(fen: days.reduce(0) { $0 + $1.sum })
    if let progress = FundProgress.bar(raised: raised, of: fund) { page.add(.progress(progress)) }
    let amendments = try session.store.all(Amendment.kind, .equal(Amendment.fund, fund.reference))
    if !amendments.isEmpty { try FundTerms(of: fund, in: session.store).blocks.dropFirst().forEach { page.add($0) } }
    guard let first = days.first, let last = days.last, case .date(let from) = first.value,
      case .date(let until) = last.value
    else { return page }
    let step = ChartStep.allCases.first { $0.count(from, until) <= FundSheet.mostBars } ?? .year
    page.add(.heading(step.heading))
    page.add(.bars(bars(days, step, from, until)))
    return page
  }

  private func bars(_ days: [Total], _ step: ChartStep, _ from: CalendarDate, _ until: CalendarDate) -> [Document.Bar] {
    var sums: [CalendarDate: (count: Int, fen: Int)] = [:]
    for day in days {
      guard case .date(let date) = day.value else { continue }
      sums[step.start(of: date, from), default: (0, 0)].count += day.count
      sums[step.start(of: date, from), default: (0, 0)].fen += day.sum
    }
    let most = sums.values.map(\.fen).max() ?? 0
    return (0..<step.count(from, until)).map { index in
      let date = step.date(index, from)
      let (count, fen) = sums[date] ?? (0, 0)
      let money = Money(fen: fen).grouped
      return .init(
        Localized(same: step.label(of: date)), fen, of: most,
        Localized("\(money)  \(count) gift\(count == 1 ? " " : "s")", "\(money)  \(count) 笔"))
    }
  }
}
