import Diagnostics
import Values

/// A sentence of a meeting's minutes (纪要条目): what was said, unnamed, or what approved minutes have wrong.
public enum Remark {
  /// The meeting.
  public static let meeting = Field<Reference>("meeting", "会议", "The meeting.", "会议。", type: .reference(["meeting"]))
  /// The motion that it is about, if it is about one.
  public static let motion = Field<Reference?>(
    "motion", "议题", "The motion that it is about.", "所涉议题。", type: .reference(["motion"]))
  /// What it is.
  public static let sort = Field<RemarkKind>(
    "kind", "类别", "What was said, or what is corrected.", "发言要点或更正。", default: .point)
  /// The sentence.
  public static let text = Field<String>("text", "内容", "The sentence.", "内容。", type: .text(maximum: 500))
  /// When it was written down.
  public static let date = Field<CalendarDate>("date", "日期", "When it was written down.", "记录日期。")

  /// The kind.
  public static let kind = RecordKind(
    "remark", "纪要条目", "A sentence of a meeting's minutes.", "会议纪要中的一条记录。", handle: .numbered("RK"),
    fields: [meeting.declaration, motion.declaration, sort.declaration, text.declaration, date.declaration],
    verbs: [.list, .count], partOf: ["meeting"], sample: .init(handle: "RK1", filter: "meeting=M1"), since: 2,
    check: { record, previous, reader in
      guard previous != nil || record[sort] == .point else { return }
      try Meeting.refuseChange(of: reader.get(Meeting.kind, record[meeting]))
    })
}
