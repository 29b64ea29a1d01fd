import Values

/// One thing to be made sure of before a fix goes into service (检查项).
public enum FixCheck {
  /// The fix.
  public static let fix = Field<Reference>("fix", "维修", "The fix.", "维修项目。", type: .reference(["fix"]))
  /// What to make sure of.
  public static let item = Field<String>("item", "检查项", "What to make sure of.", "检查内容。", type: .text(maximum: 60))
  /// When it was done.
  public static let done = Field<CalendarDate?>("done", "完成", "When it was done.", "完成日期。")

  /// The kind.
  public static let kind = RecordKind(
    "check", "检查项", "One thing to be made sure of before a fix goes into service.", "启用前须确认的事项。",
    handle: .numbered("CK"),
    fields: [fix.declaration, item.declaration, done.declaration], verbs: [.list, .count],
    uniqueTogether: [["fix", "item"]], partOf: ["fix"], sample: .init(handle: "CK1", filter: "fix=FX1"))
}
