import Values

/// Somebody who lives in the neighbourhood (居民). Only what the work needs is kept: there is no field for an identity
/// number, religion or health, and none may be smuggled in as a note or a tag (Personal Information Protection Law,
/// art. 6, 28).
public enum Resident {
  /// The name.
  public static let name = Field<String>(
    "name", "姓名", "The name.", "姓名。", type: .text(maximum: 50), headings: ["名字", "居民姓名", "住户姓名", "业主姓名"])
  /// The building.
  public static let building = Field<Reference?>(
    "building", "楼栋", "The building.", "所在楼栋。", type: .reference(["building"]), headings: Headings.building)
  /// The entrance.
  public static let unit = Field<Int?>(
    "unit", "单元", "The entrance.", "单元。", type: .integer(1...50), headings: Headings.unit)
  /// The room.
  public static let room = Field<String?>(
    "room", "室", "The room: 402.", "房号，如 402。", type: .code(maximum: 10), headings: Headings.room)
  /// The phone; lists show it masked.
  public static let phone = Field<String?>(
    "phone", "电话", "The phone number; shown masked.", "电话号码，列表中隐去。", type: .phone, isMasked: true,
    headings: Headings.phone)
  /// The date of birth; the year is enough.
  public static let born = Field<CalendarDate?>(
    "born", "出生", "Date of birth; the year is enough.", "出生日期，只写年份即可。", headings: ["出生日期", "出生年月", "出生年份"])
  /// How he lives there.
  public static let tenancy = Field<Tenancy?>(
    "tenancy", "居住性质", "Owner, tenant, family or staff.", "业主、租户、家人或员工。", headings: ["居住类型", "性质"])
  /// Whether he belongs to the party-member station.
  public static let party = Field<Bool>(
    "party", "党员", "Whether a member of the Party.", "是否党员。", default: false, headings: ["是否党员"])
  /// Since when he lives where he lives.
  public static let movedIn = Field<CalendarDate?>(
    "moved-in", "迁入", "Since when he lives there.", "迁入现住处的日期。", headings: ["迁入日期", "入住日期", "入住时间"])
  /// When he moved out of the neighbourhood.
  public static let movedOut = Field<CalendarDate?>(
    "moved-out", "迁出", "When he moved out of the neighbourhood.", "迁出本社区的日期。", isSettable: false, headings: ["迁出日期"])
  /// A note.
  public static let note = Field<String?>("note", "备注", "A note.", "备注。", type: .text(maximum: 500))
  /// What he asked to have noted, such as large print.
  public static let tags = Field<[String]?>(
    "tags", "标签", "What he asked to have noted: 大字版.", "本人要求注明的需要，如 大字版。", type: .list(.text(maximum: 20)), since: 2)
  /// When he died.
  public static let died = Field<CalendarDate?>("died", "去世", "When he died.", "去世日期。", isSettable: false, since: 2)
  /// The record that stands for him, if he was recorded twice.
  public static let mergedInto = Field<Reference?>(
    "merged-into", "并入", "The record that stands for him, if he was recorded twice.", "重复登记时并入的居民。",
    type: .reference(["resident"]), isSettable: false, since: 2)

  /// When he was erased.
  public static let erased = Field<CalendarDate?>(
    "erased", "抹去", "When he was erased.", "抹去日期。", isSettable: false, since: 2)

  static let status = Field<ResidentStatus>("status", "状态", "Whether he still lives here.", "是否在住。")
  private static let age = Field<Int?>(
    "age", "年龄", "Full years today, or at death.", "今天（或去世时）的周岁。", type: .integer(0...150))
  /// The door as people write it; `add` and `set` take it in place of building, unit and room.
  public static let address = Field<String?>(
    "address", "地址", "The door, as 3-2-402 or 3栋2单元402室.", "门牌，如 3-2-402、3栋2单元402室。", type: .text(maximum: 100),
    headings: ["住址", "居住地址", "家庭住址", "门牌"])

  /// The kind.
  public static let kind = RecordKind(
    "resident", "居民", "Somebody who lives in the neighbourhood.", "住在本社区的人。", handle: .numbered("R"), label: "name",
    distinguishedBy: ["address"], identifiedBy: ["name", "building", "unit", "room"],
    fields: [
      name.declaration, building.declaration, unit.declaration, room.declaration, phone.declaration, born.declaration,
      tenancy.declaration, party.declaration, movedIn.declaration, movedOut.declaration, note.declaration,
      tags.declaration, died.declaration, mergedInto.declaration, erased.declaration,
    ],
    computed: [
      .init(status, selecting: { value, _ in ResidentStatus(fieldValue: value)?.conditions }) { record, _ in
        ResidentStatus(of: record)
      },
      .init(age, today: { record, _, today in record[born].map { years(from: $0, to: record[died] ?? today) } }),
      .init(address, selecting: { try conditions(address: $0, in: $1) }) { record, reader in
        try text(of: record, in: reader)
      },
    ], positional: ["name"], listed: ["name", "building", "unit", "room", "phone", "party"],
    verbs: [.add, .set, .show, .list, .count],
    inputs: [.init(address, for: [building.declaration, unit.declaration, room.declaration], setDoor)],
    departure: .init(
      fields: [movedOut.declaration, died.declaration, mergedInto.declaration, erased.declaration],
      status: status.declaration,
      successor: mergedInto.declaration, since: 2),
    search: .init(tails: [phone.declaration], since: 2), tie: .init(isOwn: true),
    sample: .init(
      handle: "R1", add: "示例丁 address=3栋2单元401室 phone=13800009999", filter: "building=3栋",
      change: "tenancy=owner"),
    normalizeLabel: { PersonName.normalized($0) },
    check: { try check($0, $1, $2) })

  /// How many birthdays lie between two days; a year of birth alone counts from its first day.
  static func years(from born: CalendarDate, to today: CalendarDate) -> Int {
    let (first, last) = (born.components, today.components)
    let isBefore = (last.month, last.day) < (first.month, first.day)
    return max(0, last.year - first.year - (isBefore ? 1 : 0))
  }

  /// The address as people write it: `3栋2单元501`; nothing if it is not known.
  public static func text(of resident: Record, in reader: any RecordReader) throws -> String? {
    guard let building = resident[building] else { return nil }
    let name = try reader.get(Building.kind, building)[Building.name]
    return HouseAddress(building: name, unit: resident[unit], room: resident[room]).text
  }

  /// Puts somebody behind the door that an address names.
  private static func setDoor(of resident: inout Record, _ address: String?, _ reader: any RecordReader) throws {
    guard let address else { return }
    let door = try Door(address, in: reader)
    resident[building] = door.building.reference
    resident[unit] = door.unit
    resident[room] = door.room
  }

  /// What holds of the residents of an address: of a door, an entrance or a whole building.
  private static func conditions(address value: Value, in reader: any RecordReader) throws -> [Condition]? {
    guard case .text(let text) = value else { return nil }
    let door = try Door(text, in: reader)
    return [.equal(building, door.building.reference)] + (door.unit.map { [.equal(unit, $0)] } ?? [])
      + (door.room.map { [.equal(room, $0)] } ?? [])
  }
}
