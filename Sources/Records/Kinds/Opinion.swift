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
  /// When.
  public static let date = Field<CalendarDate?>("date", "日期", "When it was said; today unless given.", "反映日期，默认今天。")
  /// How far it has come.
  public static let status = Field<OpinionStatus>("status", "状态", "How far it has come.", "办理状态。", default: .new)
  /// To whom it was referred.
  public static let referredTo = Field<String?>(
    "referred-to", "转交", "To whom it was referred.", "转交单位。", type: .text(maximum: 60))
  /// Into which other it was merged.
  public static let mergedInto = Field<Reference?>(
    "merged-into", "并入", "Into which other it was merged.", "并入的意见。", type: .reference(["opinion"]))
  /// The answer.
  public static let answer = Field<String?>("answer", "答复", "The answer.", "答复内容。", type: .text(maximum: 500))
  /// Whether the person was content.
  public static let content = Field<Bool?>("content", "满意", "Whether the person was content.", "反映人是否满意。")
  /// When the last step was taken.
  public static let dealt = Field<CalendarDate?>("dealt", "办理日期", "When the last step was taken.", "最近办理日期。")

  private static let overdue = Field<CalendarDate?>("due", "期限", "Until when it must be dealt with.", "办理期限。")

  /// The kind.
  public static let kind = RecordKind(
    "opinion", "意见", "What somebody brought to the station.", "居民向驿站反映的意见。", handle: .numbered("O"),
    fields: [
      text.declaration, category.declaration, from.declaration, date.declaration, status.declaration,
      referredTo.declaration, mergedInto.declaration, answer.declaration, content.declaration, dealt.declaration,
    ],
    computed: [
      .init(overdue) { record, _ in
        record[status] == .new ? record[date].map { $0.adding(days: Profile.cn.opinionDays) } : nil
      }
    ], positional: ["text"], listed: ["text", "category", "from", "date", "status", "referred-to", "merged-into"],
    verbs: [.show, .list, .count], sample: .init(handle: "O1", filter: "status=referred"),
    check: { record, _, _ in try PublicText.refuseIdentityNumber(in: record[text]) })

  /// Takes an opinion a step further, if its state allows it.
  ///
  /// - Parameters:
  ///   - next: the state to come.
  ///   - allowed: the states from which it may come.
  public static func advance(
    _ opinion: Record, to next: OpinionStatus, from allowed: [OpinionStatus], in writer: RecordWriter,
    _ edit: (inout Record) -> Void = { _ in }
  ) throws -> Record {
    let present = opinion[status]
    guard allowed.contains(present) else {
      throw Diagnostic(
        .state,
        Localized(
          "opinion O\(opinion.id) is \(present.rawValue)", "意见 O\(opinion.id) 的状态是“\(present.chineseName)”"),
        hint: Localized(
          "this needs it to be \(allowed.map(\.rawValue).joined(separator: " or "))",
          "此操作要求状态为\(allowed.map(\.chineseName).joined(separator: "或"))"))
    }
    return try writer.change(opinion) {
      $0[status] = next
      $0[dealt] = writer.today
      edit(&$0)
    }
  }

  /// Merges an opinion into another that says the same.
  public static func merge(_ opinion: Record, into other: Record, in writer: RecordWriter) throws -> Record {
    guard opinion.id != other.id else {
      throw Diagnostic(.state, Localized("an opinion cannot be merged into itself", "意见不能并入自己"), subject: "into")
    }
    guard other[status] != .merged else {
      throw Diagnostic(
        .state, Localized("opinion O\(other.id) has been merged itself", "意见 O\(other.id) 本身已被合并"),
        hint: Localized("merge into the one that it went into", "请并入它所并入的那条"), subject: "into")
    }
    return try advance(opinion, to: .merged, from: [.new, .accepted], in: writer) { $0[mergedInto] = other.reference }
  }
}
