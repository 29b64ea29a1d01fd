import Values

/// Where a contact card hangs, and what it says (张贴).
public enum CardPosting {
  /// The building whose card it is.
  public static let building = Field<Reference>(
    "building", "楼栋", "The building.", "楼栋。", type: .reference(["building"]))
  /// Where it hangs.
  public static let place = Field<String>("place", "地点", "Where it hangs.", "张贴地点。", type: .text(maximum: 100))
  /// Since when.
  public static let posted = Field<CalendarDate>("posted", "张贴日期", "When it was posted.", "张贴日期。")
  /// The facts that the card states, one a line, to tell whether it still speaks the truth.
  public static let facts = Field<String>(
    "facts", "内容", "What the card states.", "卡片所载内容。", type: .text(maximum: 2_000))
  /// When it was taken down.
  public static let removed = Field<CalendarDate?>("removed", "撤下日期", "When it was taken down.", "撤下日期。")

  /// The kind.
  public static let kind = RecordKind(
    "posting", "张贴", "Where a contact card hangs, and what it says.", "联系卡张贴在何处、写了什么。", handle: .numbered("P"),
    fields: [building.declaration, place.declaration, posted.declaration, facts.declaration, removed.declaration],
    listed: ["building", "place", "posted", "removed"], verbs: [.show, .list, .count],
    sample: .init(handle: "P1", filter: "building=3栋"))
}
