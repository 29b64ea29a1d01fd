import Values

/// A household (户): one door of a building.
public enum Household {
  /// The building.
  public static let building = Field<Reference>(
    "building", "楼栋", "The building.", "所在楼栋。", type: .reference(["building"]))
  /// The entrance.
  public static let unit = Field<Int>("unit", "单元", "The entrance.", "单元。", type: .integer(1...50))
  /// The room.
  public static let room = Field<String>("room", "室", "The room: 402.", "房号，如 402。", type: .text(maximum: 10))

  private static let residents = Field<Int>("residents", "人数", "How many residents live there.", "在住人数。")

  /// The kind.
  public static let kind = RecordKind(
    "household", "户", "One door of a building.", "楼栋中的一户。", handle: .numbered("H"),
    fields: [building.declaration, unit.declaration, room.declaration],
    computed: [
      .init(residents) { record, reader in
        try reader.count(
          Query(
            Resident.kind,
            [
              .equal(Resident.building, record[building]), .equal(Resident.unit, record[unit]),
              .equal(Resident.room, record[room]), .equal(Resident.movedOut, nil),
            ]))
      }
    ], listed: ["building", "unit", "room", "residents"], verbs: [.add, .show, .list, .count, .remove],
    uniqueTogether: [["building", "unit", "room"]],
    sample: .init(handle: "H1", add: "building=3栋 unit=2 room=501", filter: "building=3栋", removable: "H129"))
}
