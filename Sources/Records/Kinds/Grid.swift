import Values

/// A part of the community that a grid manager looks after (网格).
public enum Grid {
  /// The short name by which everything names it.
  public static let code = Field<String>(
    "code", "编号", "Its code, such as G3.", "编号，如 G3。", type: .code(maximum: 20), isUnique: true,
    headings: ["网格编号", "网格号"])
  /// The name, such as the estate's.
  public static let name = Field<String?>(
    "name", "名称", "Its name.", "名称。", type: .text(maximum: 60), headings: ["网格名称"])
  /// What it covers, in words.
  public static let range = Field<String?>(
    "range", "范围", "What it covers, in words.", "覆盖范围。", type: .text(maximum: 200), headings: ["网格范围", "覆盖范围"])

  /// How many buildings it has.
  private static let buildings = Field<Int>("buildings", "楼栋数", "How many buildings it has.", "楼栋数。")

  /// The kind.
  public static let kind = RecordKind(
    "grid", "网格", "A part of the community that a grid manager looks after.", "网格员负责的片区。", handle: .field("code"),
    label: "name", fields: [code.declaration, name.declaration, range.declaration],
    computed: [
      .init(buildings) { record, reader in
        try reader.count(Query(Building.kind, [.equal(Building.grid, record.reference)]))
      }
    ], positional: ["code"], listed: ["name", "range", "buildings"],
    sample: .init(
      handle: "G3", add: "G9 name=示例小区 range=\"示例路以东\"", filter: "name~伏虎", change: "range=\"伏虎路以东、北正街以南\"",
      removable: "G9"))
}
