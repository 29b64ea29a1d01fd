import Diagnostics
import Records
import Values

/// One figure of a report.
struct ReportFigure {
  /// What a figure says.
  enum Content {
    /// A number.
    case count(Int)
    /// A part of a whole; both counts are always told.
    case ratio(Ratio, RoundingRule)
    /// An amount.
    case money(Money)
  }

  /// What it is.
  let label: Localized
  /// What it says.
  let content: Content
  /// Whether it counts persons, so that a small count could tell who they are.
  let countsPersons: Bool

  /// A number.
  static func count(_ english: String, _ chinese: String, _ count: Int, persons: Bool = false) -> ReportFigure {
    ReportFigure(label: Localized(english, chinese), content: .count(count), countsPersons: persons)
  }

  /// An amount.
  static func money(_ english: String, _ chinese: String, _ money: Money) -> ReportFigure {
    ReportFigure(label: Localized(english, chinese), content: .money(money), countsPersons: false)
  }

  // MARK: Shown

  /// What stands where there is no figure.
  static let none = "—"

  /// The figure itself. In public a count of persons below the profile's limit is told as such, and so is one that what
  /// is left of its whole would give away.
  func value(isPublic: Bool) -> String {
    switch content {
    case .count(let count): return hidden(count, isPublic) ?? String(count)
    case .money(let money): return money.grouped
    case .ratio(let ratio, let rule):
      guard ratio.whole > 0, !hides(ratio, isPublic) else { return ReportFigure.none }
      return ratio.percent(rule).map { "\($0)%" } ?? ratio.fraction
    }
  }

  /// The part of a ratio.
  func part(isPublic: Bool) -> String {
    guard case .ratio(let ratio, _) = content else { return "" }
    guard hides(ratio, isPublic) else { return String(ratio.part) }
    return hidden(ratio.part, isPublic) ?? ReportFigure.none
  }

  /// The whole of a ratio.
  func whole(isPublic: Bool) -> String {
    guard case .ratio(let ratio, _) = content else { return "" }
    return hidden(ratio.whole, isPublic) ?? String(ratio.whole)
  }

  /// The rule by which a rate is rounded, where there is a rate.
  var rule: RoundingRule? {
    if case .ratio(_, let rule) = content { return rule }
    return nil
  }

  private func hides(_ ratio: Ratio, _ isPublic: Bool) -> Bool {
    [ratio.part, ratio.whole, ratio.whole - ratio.part].contains { hidden($0, isPublic) != nil }
  }

  private func hidden(_ count: Int, _ isPublic: Bool) -> String? {
    let limit = Profile.cn.smallCount
    return isPublic && countsPersons && 1..<limit ~= count ? "<\(limit)" : nil
  }
}
