import Diagnostics
import Records
import Values

/// The year's report (年报): figures with both their counts and a named rounding rule, worked out from the records alone.
struct AnnualReport {
  /// Figures that belong together.
  struct Section {
    let heading: Localized
    let figures: [ReportFigure]
  }

  /// The year.
  let year: Int
  /// The last day that the report knows of: the year's last, or today.
  let until: CalendarDate
  /// The figures.
  let sections: [Section]

  /// Works out a year's figures.
  ///
  /// - Parameter rule: how rates are rounded.
  init(of year: Int, _ rule: RoundingRule, in session: OfficeSession) throws {
    self.year = year
    let last = CalendarDate(year: year, month: 12, day: 31) ?? session.writer.today
    until = min(last, session.writer.today)
    let year = ReportYear(year: year, until: until, rule: rule, session: session)
    sections = [
      Section(heading: Localized("Meetings", "会议"), figures: try year.meetings()),
      Section(heading: Localized("Opinions", "意见"), figures: try year.opinions()),
      Section(heading: Localized("Funds", "筹款"), figures: try year.funds()),
      Section(heading: Localized("Building leads", "楼栋长"), figures: try year.leads()),
      Section(heading: Localized("Contact cards", "联系卡"), figures: try year.cards()),
      Section(heading: Localized("Consent and privacy", "同意与隐私"), figures: try year.privacy()),
      Section(heading: Localized("Figures from elsewhere", "外部指标"), figures: try year.figures()),
    ].filter { !$0.figures.isEmpty }
  }

  // MARK: As rows

  /// The columns of a report as rows.
  static let shape = RowShape([
    Column(Name("section", "部分"), .text(maximum: 60)), Column(Name("figure", "指标"), .text(maximum: 100)),
    Column(Name("value", "数值"), .text(maximum: 40)), Column(Name("part", "分子"), .text(maximum: 40)),
    Column(Name("whole", "分母"), .text(maximum: 40)), Column(Name("rounding", "取整"), RoundingRule.valueType),
  ])

  /// The figures as rows.
  func rows(isPublic: Bool, in language: Language) -> [Row] {
    sections.flatMap { section in
      section.figures.map { figure in
        Row(
          AnnualReport.shape,
          [
            .text(section.heading[language]), .text(figure.label[language]), .text(figure.value(isPublic: isPublic)),
            .text(figure.part(isPublic: isPublic)), .text(figure.whole(isPublic: isPublic)),
            figure.rule.map { .choice($0.choice) } ?? .none,
          ])
      }
    }
  }

  // MARK: As a page

  /// The report as a page.
  func document(isPublic: Bool, of office: Record) -> Document {
    var page = Document(for: isPublic ? .board(office.reference, by: .report) : .desk)
    let name = office[Community.name]
    page.add(.title(Localized("\(name): report of \(year)", "\(name) \(year)年年报")))
    page.add(.paragraph(Localized("As of \(until.exchangeText)", "数据截至 \(until.exchangeText)")))
    let columns: [Document.Table.Column] = [
      .init(Localized("figure", "指标")), .init(Localized("value", "数值"), isNumeric: true),
      .init(Localized("counts", "分子/分母"), isNumeric: true), .init(Localized("rounding", "取整")),
    ]
    for section in sections {
      page.add(.heading(section.heading))
      page.add(
        .table(
          .init(
            columns,
            section.figures.map { figure in
              [
                figure.label, Localized(same: figure.value(isPublic: isPublic)), counts(of: figure, isPublic),
                figure.rule.map { Localized($0.rawValue, $0.chineseName) } ?? Localized(same: ""),
              ]
            })))
    }
    page.add(.rule)
    page.add(.paragraph(notes(isPublic)))
    return page
  }

  private func counts(of figure: ReportFigure, _ isPublic: Bool) -> Localized {
    guard figure.rule != nil else { return Localized(same: "") }
    return Localized(same: "\(figure.part(isPublic: isPublic))/\(figure.whole(isPublic: isPublic))")
  }

  /// What readers must know of the figures.
  private func notes(_ isPublic: Bool) -> Localized {
    let rules = Set(sections.flatMap(\.figures).compactMap(\.rule)).sorted { $0.rawValue < $1.rawValue }
    var note = Localized("Rounding: ", "取整：")
    note =
      note
      + Localized(
        rules.map { "\($0.rawValue): \($0.explanation.english)" }.joined(separator: "; "),
        rules.map { "\($0.chineseName)：\($0.explanation.chinese)" }.joined(separator: "；"))
    note = note + Localized(". — where there is nothing to divide by.", "。分母为零时记“—”。")
    guard isPublic else { return note }
    let limit = Profile.cn.smallCount
    return note
      + Localized(
        " Counts of persons from 1 to \(limit - 1) are told as <\(limit).", "人数为 1 至 \(limit - 1) 时记“<\(limit)”。")
  }
}

extension RoundingRule {
  /// What the rule does.
  fileprivate var explanation: Localized {
    switch self {
    case .truncate2, .truncate1: Localized("cut off, never rounded up", "截去多余位数，不进位")
    case .halfUp2, .halfUp1: Localized("rounded half up", "四舍五入")
    case .fraction: Localized("the counts alone", "只列分子分母")
    }
  }
}
