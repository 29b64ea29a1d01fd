import Diagnostics
import Values

extension DiagnosticCode {
  /// A door is not among those of its building.
  public static let door = DiagnosticCode(
    "E-DOOR", "The building has no such door.", "该楼栋没有这一户。",
    mend: Localized(
      "Choose one of the doors that the hint lists, or add the door: household add building=3栋 unit=1 room=909.",
      "请从提示列出的户中选择，或先添加该户：户 添加 楼栋=3栋 单元=1 室=909。"),
    example: .lines("resident add 王芳 building=3栋 unit=1 room=909", "居民 添加 王芳 楼栋=3栋 单元=1 室=909"))
}

/// How somebody lives where he lives.
public enum Tenancy: String, ChoiceValue {
  case owner, tenant, family, staff

  public var chineseName: String {
    switch self {
    case .owner: "业主"
    case .tenant: "租户"
    case .family: "家人"
    case .staff: "员工"
    }
  }
}

/// Whether somebody still lives there.
public enum ResidentStatus: String, ChoiceValue {
  case active
  case movedOut = "moved-out"

  public var chineseName: String { self == .active ? "在住" : "已迁出" }
}

/// Somebody who lives in the neighbourhood (居民). Only what the work needs is kept: there is no field for an identity
/// number, religion or health, and none may be smuggled in as a note (Personal Information Protection Law, art. 6).
public enum Resident {
  /// The name.
  public static let name = Field<String>("name", "姓名", "The name.", "姓名。", type: .text(maximum: 50))
  /// The building.
  public static let building = Field<Reference?>(
    "building", "楼栋", "The building.", "所在楼栋。", type: .reference(["building"]))
  /// The entrance.
  public static let unit = Field<Int?>("unit", "单元", "The entrance.", "单元。", type: .integer(1...50))
  /// The room.
  public static let room = Field<String?>("room", "室", "The room: 402.", "房号，如 402。", type: .text(maximum: 10))
  /// The phone; lists show it masked.
  public static let phone = Field<String?>(
    "phone", "电话", "The phone number; shown masked.", "电话号码，列表中隐去。", type: .phone, isMasked: true)
  /// The date of birth; the year is enough.
  public static let born = Field<CalendarDate?>("born", "出生", "Date of birth; the year is enough.", "出生日期，只写年份即可。")
  /// How he lives there.
  public static let tenancy = Field<Tenancy?>("tenancy", "居住性质", "Owner, tenant, family or staff.", "业主、租户、家人或员工。")
  /// Whether he belongs to the party-member station.
  public static let party = Field<Bool>("party", "党员", "Whether a member of the Party.", "是否党员。", default: false)
  /// When he moved in.
  public static let movedIn = Field<CalendarDate?>("moved-in", "迁入", "When moved in.", "迁入日期。")
  /// When he moved out.
  public static let movedOut = Field<CalendarDate?>("moved-out", "迁出", "When moved out.", "迁出日期。")
  /// A note.
  public static let note = Field<String?>("note", "备注", "A note.", "备注。", type: .text(maximum: 500))

  private static let status = Field<ResidentStatus>("status", "状态", "Whether still living here.", "是否在住。")
  private static let age = Field<Int?>("age", "年龄", "Full years today.", "今天的周岁。", type: .integer(0...150))
  private static let address = Field<String>("address", "地址", "The door in words.", "住址。")

  /// The kind.
  public static let kind = RecordKind(
    "resident", "居民", "Somebody who lives in the neighbourhood.", "住在本社区的人。", handle: .numbered("R"), label: "name",
    distinguishedBy: ["address"],
    fields: [
      name.declaration, building.declaration, unit.declaration, room.declaration, phone.declaration, born.declaration,
      tenancy.declaration, party.declaration, movedIn.declaration, movedOut.declaration, note.declaration,
    ],
    computed: [
      .init(status) { record, _ in record[movedOut] == nil ? .active : .movedOut },
      .init(age, today: { record, _, today in record[born].map { years(from: $0, to: today) } }),
      .init(address) { record, reader in try text(of: record, in: reader) },
    ], positional: ["name"], listed: ["name", "building", "unit", "room", "phone", "party"],
    verbs: [.add, .set, .show, .list, .count],
    sample: .init(
      handle: "R1", add: "示例丁 building=3栋 unit=2 room=401 phone=13800009999", filter: "building=3栋",
      change: "tenancy=owner"),
    normalizeLabel: { PersonName.normalized($0) },
    check: { try check($0, $1, $2) })

  /// How many birthdays lie between two days; a year of birth alone counts from its first day.
  static func years(from born: CalendarDate, to today: CalendarDate) -> Int {
    let (first, last) = (born.components, today.components)
    let isBefore = (last.month, last.day) < (first.month, first.day)
    return max(0, last.year - first.year - (isBefore ? 1 : 0))
  }

  /// The address as people write it: `3栋2单元501`.
  public static func text(of resident: Record, in reader: any RecordReader) throws -> String {
    guard let building = resident[building] else { return "" }
    let name = try reader.get(Building.kind, building)[Building.name]
    return name + (resident[unit].map { "\($0)单元" } ?? "") + (resident[room] ?? "")
  }

  private static func check(_ resident: Record, _ previous: Record?, _ reader: any RecordReader) throws {
    if let text = resident[note] { try PublicText.refuseIdentityNumber(in: text) }
    try PublicText.refuseIdentityNumber(in: resident[name])
    if let movedIn = resident[movedIn], let movedOut = resident[movedOut], movedOut < movedIn {
      throw Diagnostic(
        .dates, Localized("moved out before moving in", "迁出日期早于迁入日期"),
        subject: Resident.movedOut.declaration.name.english)
    }
    let moved = previous.map {
      $0[building] != resident[building] || $0[unit] != resident[unit] || $0[room] != resident[room]
    }
    if moved ?? true { try checkDoor(of: resident, reader) }
  }

  /// Where a building's doors are known, a resident lives behind one of them.
  private static func checkDoor(of resident: Record, _ reader: any RecordReader) throws {
    guard let building = resident[building], let unit = resident[unit], let room = resident[room] else { return }
    let ofBuilding = Condition.equal(Household.building, building)
    guard try reader.first(Household.kind, ofBuilding) != nil,
      try reader.first(Household.kind, ofBuilding, .equal(Household.unit, unit), .equal(Household.room, room)) == nil
    else { return }
    let near = try reader.records(Query(Household.kind, [ofBuilding, .equal(Household.unit, unit)], limit: 40))
      .collect()
    let rooms = near.map { $0[Household.room] }.joined(separator: " ")
    let name = try reader.get(Building.kind, building)[Building.name]
    throw Diagnostic(
      .door, Localized("\(name) has no door \(unit)-\(room)", "\(name)没有 \(unit) 单元 \(room) 室"),
      hint: rooms.isEmpty
        ? Localized("it has no unit \(unit)", "该楼没有 \(unit) 单元")
        : Localized("unit \(unit) has \(rooms)", "\(unit) 单元有 \(rooms)"), subject: "room")
  }

  /// Lets somebody move out; appointments that rest on living in the building end the same day.
  public static func moveOut(_ resident: Record, on date: CalendarDate, in writer: RecordWriter) throws -> Record {
    guard resident[movedOut] == nil else {
      throw Diagnostic(.state, Localized("\(resident[name]) has moved out already", "\(resident[name]) 已经迁出"))
    }
    return try writer.together {
      for appointment in try writer.store.all(Appointment.kind, .equal(Appointment.resident, resident.reference))
      where Appointment.isInForce(appointment, on: date) && appointment[Appointment.role] == .buildingLead {
        try Appointment.end(appointment, on: date, reason: "迁出", in: writer)
      }
      return try writer.change(resident) { $0[movedOut] = date }
    }
  }
}
