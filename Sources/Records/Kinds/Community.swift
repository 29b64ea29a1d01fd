import Diagnostics
import Values

/// The office itself: one record that cards and notices are signed with.
public enum Community {
  /// The community's name.
  public static let name = Field<String>("name", "名称", "The community's name.", "社区名称。", type: .text(maximum: 60))
  /// The subdistrict or town above it.
  public static let subdistrict = Field<String?>(
    "subdistrict", "街道", "The subdistrict or town.", "所属街道或乡镇。", type: .text(maximum: 60))
  /// The line that answers for everyone whose own number may not be shown.
  public static let hotline = Field<String>(
    "hotline", "热线", "The line that is shown where no other may be.", "不能公开个人号码时显示的热线。", type: .phone)
  /// The line for complaints.
  public static let supervision = Field<String?>(
    "supervision", "监督电话", "The line for complaints.", "监督电话。", type: .phone)
  /// Whether the office is for demonstrations, so that its clock may be set.
  public static let demo = Field<Bool>(
    "demo", "演示", "Whether it is a demonstration, whose clock may be set.", "是否演示办公室（可设定时钟）。", default: false)

  /// The kind.
  public static let kind = RecordKind(
    "office", "办公室", "The office that keeps the records.", "保存各项记录的办公室。", handle: .numbered("OF"), label: "name",
    fields: [
      name.declaration, subdistrict.declaration, hotline.declaration, supervision.declaration, demo.declaration,
    ], positional: ["name"], verbs: [])

  /// The office's record; nothing before `office init`.
  public static func find(in reader: any RecordReader) throws -> Record? { try reader.first(kind) }

  /// The office's record, which cards and notices need.
  public static func require(in reader: any RecordReader) throws -> Record {
    if let record = try find(in: reader) { return record }
    throw Diagnostic(
      .state, Localized("the office has no name yet", "尚未建立办公室"),
      hint: Localized(
        "type: office init NAME hotline=PHONE", "请输入：办公室 建立 名称 热线=电话"))
  }

  /// Whether this is a demonstration.
  public static func isDemonstration(in reader: any RecordReader) throws -> Bool {
    try find(in: reader)?[demo] ?? false
  }
}
