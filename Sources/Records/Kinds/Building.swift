import Diagnostics
import Values

/// A building (楼栋).
public enum Building {
  /// What people call it: `3栋`.
  public static let name = Field<String>(
    "name", "名称", "What it is called: 3栋.", "名称，如 3栋。", type: .text(maximum: 40),
    headings: ["楼栋", "楼栋名称"] + Headings.building)
  /// The grid that it belongs to.
  public static let grid = Field<Reference>(
    "grid", "网格", "Its grid.", "所属网格。", type: .reference(["grid"]), headings: ["所属网格"])
  /// How many entrances it has.
  public static let units = Field<Int?>("units", "单元数", "How many entrances it has.", "单元数。", type: .integer(1...50))
  /// How many floors it has.
  public static let floors = Field<Int?>("floors", "层数", "How many floors it has.", "层数。", type: .integer(1...120))
  /// How many doors each floor of an entrance has; given together with entrances and floors, the doors are made.
  public static let doorsPerFloor = Field<Int?>(
    "doors-per-floor", "每层户数", "How many doors a floor of an entrance has; makes the households 101, 102, 201 ….",
    "每单元每层户数；据此建立 101、102、201 等各户。", type: .integer(1...99))

  /// Where it stands: street and number.
  public static let address = Field<String?>(
    "address", "地址", "Where it stands: street and number.", "所在街路门牌，如 伏虎路12号。", type: .text(maximum: 100), since: 2)

  private static let households = Field<Int>("households", "户数", "How many households it has.", "户数。")

  /// The kind.
  public static let kind = RecordKind(
    "building", "楼栋", "A building and its doors.", "一栋楼及其各户。", handle: .numbered("B"), label: "name",
    distinguishedBy: ["grid"],
    fields: [
      name.declaration, grid.declaration, units.declaration, floors.declaration, doorsPerFloor.declaration,
      address.declaration,
    ],
    computed: [
      .init(households) { record, reader in
        try reader.count(Query(Household.kind, [.equal(Household.building, record.reference)]))
      }
    ], positional: ["name"], listed: ["name", "grid", "units", "floors", "households"],
    verbs: [.add, .set, .show, .list, .count, .remove], uniqueTogether: [["grid", "name"]],
    sample: .init(
      handle: "3栋", add: "9栋 grid=G3 units=2 floors=4", filter: "grid=G3", change: "floors=5", removable: "9栋"),
    normalizeLabel: { HouseAddress.normalizedBuilding($0) },
    didAdd: { try addHouseholds(of: $0, in: $1) })

  /// Makes a household for every door, numbered by floor: 101, 102, 201 ….
  private static func addHouseholds(of building: Record, in writer: RecordWriter) throws {
    guard let units = building[units], let floors = building[floors], let doors = building[doorsPerFloor] else {
      return
    }
    for unit in 1...units {
      for floor in 1...floors {
        for door in 1...doors {
          var household = Record(Household.kind)
          household[Household.building] = building.reference
          household[Household.unit] = unit
          household[Household.room] = "\(floor)\(door < 10 ? "0" : "")\(door)"
          try writer.add(household)
        }
      }
    }
  }
}
