import Diagnostics
import Records
import Values

/// How far a fund has come towards its goal.
enum FundProgress {
  /// The bar, with what was raised, what is hoped for and the per cent, cut off; nothing without a goal.
  static func bar(raised: Money, of fund: Record) -> Document.Bar? {
    guard let goal = fund[Fund.goal], goal > .zero else { return nil }
    let percent = raised.fen / goal.fen * 100 + raised.fen % goal.fen * 100 / goal.fen
    return .init(
      Localized("raised", "进度"), raised.fen, of: goal.fen,
      Localized("\(percent) % of \(goal.grouped)", "\(percent) %，目标 \(goal.grouped)"))
  }
}
