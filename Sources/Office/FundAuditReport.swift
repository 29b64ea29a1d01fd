import CommandLanguage
import Diagnostics
import Records
import Values

/// What an audit of a fund looked at and what came of it, check by check.
struct FundAuditReport {
  /// The columns of its rows.
  static let shape = RowShape([
    Column(Name("check", "核对"), .any), Column(Name("holds", "相符"), .yesNo),
    Column(Name("count", "数量"), .integer(0...Int.max)), Column(Name("what", "内容"), .text(maximum: 200)),
    Column(Name("failed", "不符"), .text(maximum: 200)),
  ])
  /// How many entries that do not hold are named on paper; rows name all.
  private static let named = 8

  private let fund: Record
  private let session: OfficeSession

  init(of fund: Record, _ session: OfficeSession) {
    self.fund = fund
    self.session = session
  }

  private func checks() throws -> [FundAudit.Check] {
    try FundAudit(of: fund, on: session.writer.today, in: session.store).checks
  }

  /// One row for each check.
  func rows() throws -> [Row] {
    try checks().map { check in
      Row(
        FundAuditReport.shape,
        [
          .choice(Choice(check.name.english, check.name.chinese)), .yesNo(check.holds), .integer(check.count),
          .text(check.what[session.language]), .text(check.failures.joined(separator: " ")),
        ])
    }
  }

  /// The report: a line for each check, and what does not hold under it.
  func document() throws -> Document {
    let checks = try checks()
    let rows = checks.map { check in
      [
        Localized(same: check.holds ? "✓" : "✗"), check.name.localized,
        check.holds ? check.what : Localized("not so: ", "不符：") + check.what + failures(of: check),
      ]
    }
    let failed = checks.count { !$0.holds }
    let verdict =
      failed == 0
      ? Localized("\(checks.count.counted("check")), all hold.", "共 \(checks.count) 项，全部相符。")
      : Localized("\(failed) of \(checks.count) checks do not hold.", "共 \(checks.count) 项，\(failed) 项不符。")
    let title = fund[Fund.title]
    let column = Document.Table.Column(Localized(same: ""))
    return Document(
      for: .desk,
      [
        .title(Localized("\(title): audit", "\(title)核账")), .table(.init([column, column, column], rows)),
        .paragraph(verdict),
      ])
  }

  private func failures(of check: FundAudit.Check) -> Localized {
    let shown = check.failures.prefix(FundAuditReport.named).joined(separator: " ")
    let more = check.failures.count - FundAuditReport.named
    return Localized(" — \(shown)", "——\(shown)")
      + (more > 0 ? Localized(" and \(more) more", " 等 \(check.failures.count) 项") : Localized(same: ""))
  }
}
