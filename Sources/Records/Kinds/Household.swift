import Values

/// A household (户): one door of a building.
public enum Household {
  /// The building.
  public static let building = Field<Reference>(
    "building", "楼栋", "The building.", "所在楼栋。", type: .reference(["building"]), headings: Headings.building)
  /// The entrance.
  public static let unit = Field<Int>(
    "unit", "单元", "The entrance.", "单元。", type: .integer(1...50), headings: Headings.unit)
  /// The room.
  public static let room = Field<String>(
    "room", "室", "The room: 402.", "房号，如 402。", type: .code(maximum: 10), headings: Headings.room)

  private static let residents = Field<Int>("residents", "人数", "How many residents live there.", "在住人数。")
  private static let address = Field<String>("address", "地址", "The door as people write it.", "门牌。")

  /// The kind.
  public static let kind = RecordKind(
    "household", "户", "One door of a building.", "楼栋中的一户。", handle: .numbered("H"),
    distinguishedBy: ["address"],
    fields: [building.declaration, unit.declaration, room.declaration],
    computed: [
      .init(residents) { try $1.count(inhabitants(of: $0)) }, .init(address) { try text(of: $0, in: $1) },
    ], listed: ["building", "unit", "room", "residents"], verbs: [.add, .list, .count, .remove],
    uniqueTogether: [["building", "unit", "room"]],
    sample: .init(handle: "H1", add: "building=3栋 unit=2 room=501", filter: "building=3栋", removable: "H129"),
    named: { try behind($0, in: $1) })

  /// The door as people write it: `3栋2单元402`.
  static func text(of household: Record, in reader: any RecordReader) throws -> String {
    let name = try reader.get(Building.kind, household[building])[Building.name]
    return HouseAddress(building: name, unit: household[unit], room: household[room]).text
  }

  /// Asks for those who live there now.
  public static func inhabitants(of household: Record) -> Query {
    Query(
      Resident.kind,
      [
        .equal(Resident.building, household[building]), .equal(Resident.unit, household[unit]),
        .equal(Resident.room, household[room]),
      ], onlyCurrent: true)
  }

  /// The households behind the doors that an address may mean: `3-2-402`.
  private static func behind(_ address: String, in reader: any RecordReader) throws -> [Record] {
    try Door.all(address, in: reader).flatMap { door -> [Record] in
      guard let unit = door.unit, let room = door.room else { return [] }
      return try reader.all(
        kind, .equal(building, door.building.reference), .equal(self.unit, unit), .equal(self.room, room))
    }
  }
}
