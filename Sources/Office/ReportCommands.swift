import CommandLanguage
import Diagnostics
import Records
import Values

/// `report`: the year in figures.
enum ReportCommands {
  static let all = [report]

  private static let year = Field<Int?>(
    "year", "年度", "The year; this one unless given.", "年度，默认今年。", type: .integer(1900...9999))
  private static let rounding = Field<RoundingRule>(
    "rounding", "取整", "How rates are rounded.", "比率取整方法。", default: .truncate2)
  private static let isInternal = Field<Bool>(
    "internal", "内部", "Whether it stays at the desk, so that small counts of persons are told.", "是否内部使用（列出小于五的人数）。",
    default: false)

  static let report = OfficeCommand(
    CommandDeclaration(
      Name("report", "年报"), nil,
      Localized("Writes the year's figures, each with its counts and rounding rule.", "写出年度数据，每项列明分子分母和取整方法。"),
      parameters: [.named(year), .named(rounding), .named(isInternal)], effect: .publishes,
      result: .rows(AnnualReport.shape),
      examples: [
        Example("report year=2020", "The report for the board.", "张贴用的年报。"),
        Example("report year=2020 --internal | to csv", "The exact figures for a spreadsheet.", "内部用的确切数据。"),
      ])
  ) { session, arguments in
    let year = arguments[year] ?? session.writer.today.year
    guard year <= session.writer.today.year else {
      throw Diagnostic(
        .dates, Localized("\(year) has not begun", "\(year)年尚未开始"), subject: "year")
    }
    let office = try Community.require(in: session.store)
    let isPublic = !arguments[isInternal]
    let report = try AnnualReport(of: year, arguments[rounding], in: session)
    return .document({ report.document(isPublic: isPublic, of: office) }) {
      .list(report.rows(isPublic: isPublic, in: session.language).map(Value.row))
    }
  }
}
