import Values

/// What somebody said against a motion while it hung out (异议).
public enum Objection {
  /// The motion.
  public static let motion = Field<Reference>("motion", "议题", "The motion.", "议题。", type: .reference(["motion"]))
  /// What was said.
  public static let text = Field<String>("text", "内容", "What was said.", "异议内容。", type: .text(maximum: 300))
  /// When.
  public static let date = Field<CalendarDate>("date", "日期", "When.", "提出日期。")
  /// The answer.
  public static let reply = Field<String?>("reply", "答复", "The answer.", "答复。", type: .text(maximum: 300))
  /// When it was answered.
  public static let replied = Field<CalendarDate?>("replied", "答复日期", "When it was answered.", "答复日期。")

  private static let inTime = Field<Bool?>("in-time", "按时", "Whether it was answered within three days.", "是否在三日内答复。")

  /// The kind.
  public static let kind = RecordKind(
    "objection", "异议", "What somebody said against a motion.", "对公示议题的异议。", handle: .numbered("OB"),
    fields: [motion.declaration, text.declaration, date.declaration, reply.declaration, replied.declaration],
    computed: [
      .init(inTime) { record, _ in
        record[replied].map { $0.ordinal - record[date].ordinal <= Profile.cn.replyDays }
      }
    ], verbs: [.list, .count], sample: .init(handle: "OB1", filter: "motion=M2.1"))
}
