import Diagnostics
import Values

/// What somebody said against a motion while it hung out (异议).
public enum Objection {
  /// The motion.
  public static let motion = Field<Reference>("motion", "议题", "The motion.", "议题。", type: .reference(["motion"]))
  /// What was said.
  public static let text = Field<String>("text", "内容", "What was said.", "异议内容。", type: .text(maximum: 300))
  /// Who said it, where that is known.
  public static let by = Field<Reference?>(
    "by", "提出人", "Who said it; shown masked.", "提出异议的人，列表中隐去。", type: .reference(["resident"]), isMasked: true)
  /// The name of somebody who is no resident.
  public static let name = Field<String?>(
    "name", "姓名", "The name of somebody who is no resident; shown masked.", "非本小区异议人的姓名，列表中隐去。",
    type: .text(maximum: 50), isMasked: true, since: 2)
  /// When.
  public static let date = Field<CalendarDate>("date", "日期", "When.", "提出日期。")
  /// The answer.
  public static let reply = Field<String?>("reply", "答复", "The answer.", "答复。", type: .text(maximum: 300))
  /// When it was answered.
  public static let replied = Field<CalendarDate?>("replied", "答复日期", "When it was answered.", "答复日期。")

  private static let due = Field<CalendarDate?>("due", "答复期限", "Until when it is answered.", "应在何日前答复；答复后为空。")
  private static let inTime = Field<Bool?>(
    "in-time", "按时", "Whether it was answered in time; empty while there still is time.", "是否按时答复；期限内待答复时为空。")

  /// The kind.
  public static let kind = RecordKind(
    "objection", "异议", "What somebody said against a motion.", "对公示议题的异议。", handle: .numbered("OB"),
    fields: [
      motion.declaration, text.declaration, by.declaration, date.declaration, reply.declaration, replied.declaration,
      name.declaration,
    ],
    computed: [
      .init(due) { record, _ in record[replied] == nil ? dueDay(of: record) : nil },
      .init(inTime, today: { record, _, today in isInTime(record, on: today) }),
    ], listed: ["motion", "text", "by", "date", "due", "reply", "replied", "in-time"], verbs: [.list, .count],
    partOf: ["motion"],
    tie: .init(
      isOwn: true,
      obstacle: { record, _, reader in
        guard record[replied] == nil else { return nil }
        let number = try reader.get(Motion.kind, record[motion])[Motion.number]
        return Localized("answer OB\(record.id): motion reply \(number)", "答复 OB\(record.id)：议题 答复 \(number)")
      }), sample: .init(handle: "OB1", filter: "motion=M2.1"),
    check: { record, _, _ in
      guard record[by] == nil || record[name] == nil else {
        throw Diagnostic(
          .onePerson, Localized("an objection is one person's: by= or name=", "异议人只写一位：提出人= 或 姓名="), subject: "name")
      }
    })

  /// Whether an objection has been made and waits for its answer on a day.
  static func isOpen(_ objection: Record, on day: CalendarDate) -> Bool {
    objection[date] <= day && objection[replied].map { day < $0 } ?? true
  }

  /// Until when an objection is to be answered.
  public static func dueDay(of objection: Record) -> CalendarDate { objection[date].adding(days: Profile.cn.replyDays) }

  /// Whether an objection was answered within the days that there are for it; nothing while there still is time.
  public static func isInTime(_ objection: Record, on day: CalendarDate) -> Bool? {
    let due = dueDay(of: objection)
    if let replied = objection[replied] { return replied <= due }
    return day <= due ? nil : false
  }
}
