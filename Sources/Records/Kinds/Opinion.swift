import Diagnostics
import Values

/// How far an opinion has come.
public enum OpinionStatus: String, ChoiceValue {
  case new, accepted, answered
  case put = "put-to-meeting"
  case referred, merged, closed

  public var chineseName: String {
    switch self {
    case .new: "新收"
    case .accepted: "已受理"
    case .answered: "已答复"
    case .put: "提交会议"
    case .referred: "已转交"
    case .merged: "已合并"
    case .closed: "已办结"
    }
  }
}

/// What somebody brought to the station (意见). Who it was stays masked; seeing it needs a reason.
public enum Opinion {
  /// What was said.
  public static let text = Field<String>("text", "内容", "What was said.", "意见内容。", type: .text(maximum: 500))
  /// What it is about.
  public static let category = Field<Value>(
    "category", "类别", "What it is about.", "意见类别。", type: .choice(Profile.cn.opinionCategories))
  /// Who said it.
  public static let from = Field<Reference?>(
    "from", "反映人", "Who said it; shown masked.", "反映人，列表中隐去。", type: .reference(["resident"]), isMasked: true)
  /// The name of somebody who is no resident.
  public static let name = Field<String?>(
    "name", "姓名", "The name of somebody who is no resident; shown masked.", "非本小区反映人的姓名，列表中隐去。",
    type: .text(maximum: 50), isMasked: true)
  /// When.
  public static let date = Field<CalendarDate?>("date", "日期", "When it was said; today unless given.", "反映日期，默认今天。")
  /// How far it has come.
  public static let status = Field<OpinionStatus>("status", "状态", "How far it has come.", "办理状态。", default: .new)
  /// To whom it was referred.
  public static let referredTo = Field<String?>(
    "referred-to", "转交", "To whom it was referred.", "转交单位。", type: .text(maximum: 60))
  /// When it was referred.
  public static let referredOn = Field<CalendarDate?>("referred-on", "转交日期", "When it was referred.", "转交日期。")
  /// Into which other it was merged.
  public static let mergedInto = Field<Reference?>(
    "merged-into", "并入", "Into which other it was merged.", "并入的意见。", type: .reference(["opinion"]))
  /// The answer.
  public static let answer = Field<String?>("answer", "答复", "The answer.", "答复内容。", type: .text(maximum: 500))
  /// Whether the person was content.
  public static let content = Field<Bool?>("content", "满意", "Whether the person was content.", "反映人是否满意。")
  /// When the last step was taken.
  public static let dealt = Field<CalendarDate?>("dealt", "办理日期", "When the last step was taken.", "最近办理日期。")

  private static let due = Field<CalendarDate?>(
    "due", "期限", "Until when it is dealt with; empty once it is.", "办理期限；办理后为空。")
  private static let overdue = Field<Bool>("overdue", "超期", "Whether that day has passed.", "是否已过期限。")

  /// The kind.
  public static let kind = RecordKind(
    "opinion", "意见", "What somebody brought to the station.", "居民向驿站反映的意见。", handle: .numbered("O"),
    fields: [
      text.declaration, category.declaration, from.declaration, name.declaration, date.declaration, status.declaration,
      referredTo.declaration, referredOn.declaration, mergedInto.declaration, answer.declaration, content.declaration,
      dealt.declaration,
    ],
    computed: [
      .init(due) { record, _ in dueDay(of: record) },
      .init(overdue, today: { record, _, today in dueDay(of: record).map { $0 < today } ?? false }),
    ], positional: ["text"], listed: ["text", "category", "from", "date", "status", "referred-to", "merged-into"],
    verbs: [.show, .list, .count], sample: .init(handle: "O1", filter: "status=referred"),
    check: { record, _, _ in
      for words in [record[text], record[answer] ?? ""] { try PublicText.refuseIdentityNumber(in: words) }
    })

  /// The last day for dealing with an opinion that nobody has dealt with yet; accepting it alone does not.
  private static func dueDay(of opinion: Record) -> CalendarDate? {
    guard [.new, .accepted].contains(opinion[status]) else { return nil }
    return opinion[date].map { $0.adding(days: Profile.cn.opinionDays) }
  }
}
