import Diagnostics
import Values

/// What somebody brought to the station (意见). Who it was stays masked; seeing it needs a reason. What happened is noted,
/// not who is suspected: there is no field for that.
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
  /// The motion that is to answer it.
  public static let motion = Field<Reference?>(
    "motion", "议题", "The motion that is to answer it.", "回应它的议题。", type: .reference(["motion"]), since: 2)
  /// What the office replied that it was referred to.
  public static let reply = Field<String?>(
    "reply", "回复", "What the office replied that it was referred to.", "转交单位的回复。", type: .text(maximum: 500), since: 2)
  /// When it replied.
  public static let replied = Field<CalendarDate?>("replied", "回复日期", "When it replied.", "转交单位回复日期。", since: 2)
  /// From when on the days count again: reopened, or sent back.
  public static let resumed = Field<CalendarDate?>(
    "resumed", "恢复日期", "When it was reopened or sent back; its days count from then.", "重新办理或被退回的日期，期限从此起算。",
    since: 2)
  /// Why it was reopened.
  public static let resumeReason = Field<String?>(
    "resume-reason", "恢复理由", "Why it was reopened.", "重新办理的理由。", type: .text(maximum: 200), since: 2)

  private static let due = Field<CalendarDate?>(
    "due", "期限", "Until when the next step is taken; empty where none waits.", "下一步的办理期限；无待办时为空。")
  private static let overdue = Field<Bool>("overdue", "超期", "Whether that day has passed.", "是否已过期限。", isWarning: true)

  /// The kind.
  public static let kind = RecordKind(
    "opinion", "意见", "What somebody brought to the station.", "居民向驿站反映的意见。", handle: .numbered("O"),
    fields: [
      text.declaration, category.declaration, from.declaration, name.declaration, date.declaration, status.declaration,
      referredTo.declaration, referredOn.declaration, mergedInto.declaration, answer.declaration, content.declaration,
      dealt.declaration, motion.declaration, reply.declaration, replied.declaration, resumed.declaration,
      resumeReason.declaration,
    ],
    computed: [
      .init(due) { record, reader in try dueDay(of: record, in: reader) },
      .init(
        overdue, today: { record, reader, today in try dueDay(of: record, in: reader).map { $0 < today } ?? false }),
    ], positional: ["text"], listed: ["text", "category", "from", "date", "status", "referred-to", "merged-into"],
    verbs: [.show, .list, .count],
    tie: .init(
      isOwn: true,
      obstacle: { record, _, _ in
        guard ![.closed, .merged].contains(record[status]) else { return nil }
        return Localized("close O\(record.id): opinion close O\(record.id)", "办结 O\(record.id)：意见 办结 O\(record.id)")
      }), sample: .init(handle: "O1", filter: "status=referred"),
    check: { record, _, reader in
      guard record[from] == nil || record[name] == nil else {
        throw Diagnostic(
          .onePerson, Localized("an opinion is one person's: from= or name=", "反映人只写一位：反映人= 或 姓名="), subject: "name")
      }
      try refuseCircle(record, in: reader)
    })

  /// Refuses an opinion that would come back to itself by what it is merged into.
  private static func refuseCircle(_ opinion: Record, in reader: any RecordReader) throws {
    var next = opinion[mergedInto]
    var seen: Set<Int> = []
    while let reference = next, seen.insert(reference.id).inserted {
      guard reference.id != opinion.id else {
        throw Diagnostic(
          .state, Localized("O\(opinion.id) would be merged into itself", "O\(opinion.id) 会并入自己"), subject: "into")
      }
      next = try reader.get(kind, reference)[mergedInto]
    }
  }
}
