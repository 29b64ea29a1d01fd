import Diagnostics
import Values

/// What of a fund may be changed after it opened.
public enum AmendedField: String, ChoiceValue {
  case title, goal, until, keeper, surplus, refunds
  case refundUntil = "refund-until"

  public var chineseName: String { declaration.name.chinese }

  /// The fund's field.
  var declaration: FieldDeclaration {
    switch self {
    case .title: Fund.title.declaration
    case .goal: Fund.goal.declaration
    case .until: Fund.until.declaration
    case .keeper: Fund.keeper.declaration
    case .surplus: Fund.surplus.declaration
    case .refunds: Fund.refunds.declaration
    case .refundUntil: Fund.refundUntil.declaration
    }
  }

  /// Whether people gave for it, so that they may have their gifts back when it is changed.
  public var concernsUse: Bool { [.title, .surplus, .refunds, .refundUntil].contains(self) }
}

/// A change of what was said when a fund opened, by a motion (变更). Every notice and receipt shows it from then on, and
/// who gave before may have his gift back for some days.
public enum Amendment {
  /// The fund.
  public static let fund = Field<Reference>("fund", "筹款", "The fund.", "筹款。", type: .reference(["fund"]))
  /// What was changed.
  public static let field = Field<AmendedField>("field", "项目", "What was changed.", "变更的项目。")
  /// What it was.
  public static let was = Field<String?>("was", "原为", "What it was.", "原来的内容。", type: .text(maximum: 200))
  /// What it is.
  public static let now = Field<String>("now", "改为", "What it is now.", "改为的内容。", type: .text(maximum: 200))
  /// The motion behind it.
  public static let motion = Field<Reference>(
    "motion", "议题", "The motion behind it, in force.", "所依据的生效决议。", type: .reference(["motion"]))
  /// When.
  public static let date = Field<CalendarDate>("date", "日期", "When.", "变更日期。")

  /// The kind.
  public static let kind = RecordKind(
    "amendment", "变更", "A change of what was said when a fund opened, by a motion.", "依决议对筹款事项的变更。",
    handle: .numbered("AM"),
    fields: [
      fund.declaration, field.declaration, was.declaration, now.declaration, motion.declaration, date.declaration,
    ], verbs: [.list, .count], partOf: ["fund"], sample: .init(handle: "AM1", filter: "fund=F1"), since: 2)

  /// The last day on which who gave before a change may have his gift back.
  public static func lastDay(of amendment: Record) -> CalendarDate {
    amendment[date].adding(days: Profile.cn.refundDays)
  }

  /// Changes what was said when a fund opened.
  ///
  /// - Parameter edit: sets the fund's fields.
  /// - Returns: the fund as it is now, and one amendment for each field that differs.
  public static func amend(
    _ fund: Record, motion: Reference, in writer: RecordWriter, _ edit: (inout Record) -> Void
  ) throws -> (Record, [Record]) {
    try Fund.requireActive(fund)
    try Fund.requireInForce(motion, on: writer.today, in: writer.store)
    var changed = fund
    edit(&changed)
    let differing = AmendedField.allCases.filter { value($0, of: fund) != value($0, of: changed) }
    guard !differing.isEmpty else {
      throw Diagnostic(
        .missingValue, Localized("nothing is changed", "没有变更任何内容"),
        hint: Localized("say what changes: surplus=… refunds=… until=…", "请写明变更内容：结余处理=… 退款办法=… 截止=…"))
    }
    for field in [Fund.surplus, Fund.refunds] where changed[field]?.isEmpty ?? true {
      let name = field.declaration.name
      throw Diagnostic(
        .policy, Localized("the fund would have no \(name.english) policy", "将缺少\(name.chinese)"),
        subject: name.english)
    }
    return try writer.together {
      let made = try differing.map { field in
        var record = Record(kind)
        record[self.fund] = fund.reference
        record[self.field] = field
        record[was] = value(field, of: fund)
        record[now] = value(field, of: changed) ?? ""
        record[self.motion] = motion
        record[date] = writer.today
        return try writer.add(record)
      }
      return (try writer.change(fund) { $0 = changed }, made)
    }
  }

  /// A field's value as it is kept in an amendment.
  static func value(_ field: AmendedField, of fund: Record) -> String? {
    let value = fund.values[Fund.kind.slot(of: field.declaration)]
    return value.isPresent ? value.exchangeText : nil
  }
}
