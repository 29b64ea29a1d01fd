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

extension Resident {
  static func check(_ resident: Record, _ previous: Record?, _ reader: any RecordReader) throws {
    try requireNotErased(previous)
    try PersonName.check(resident[name])
    guard kind.number(ofHandle: resident[name]) == nil else {
      throw Diagnostic(
        .personName, Localized("\(resident[name]) would be taken for a handle", "\(resident[name]) 会被当作代号"),
        hint: Localized("write the name as it is spoken", "请写姓名本身"), subject: "name")
    }
    if let note = resident[note] { try PublicText.refusePrivateText(in: note, subject: "note") }
    for tag in resident[tags] ?? [] { try PublicText.refusePrivateText(in: tag, subject: "tags") }
    if let previous { try checkMerged(resident, previous) }
    try checkDates(resident)
    let moved = previous.map {
      $0[building] != resident[building] || $0[unit] != resident[unit] || $0[room] != resident[room]
    }
    if moved ?? true { try checkDoor(of: resident, reader) }
  }

  /// Refuses acts on somebody who was erased.
  static func requireNotErased(_ resident: Record?, subject: String? = nil) throws {
    guard let resident, let day = resident[erased] else { return }
    throw Diagnostic(
      .erased,
      Localized("R\(resident.id) was erased on \(day.exchangeText)", "R\(resident.id) 已于 \(day.exchangeText) 抹去"),
      hint: Localized("if he is here again, add him anew", "如重新登记，请另行添加"), subject: subject)
  }

  /// What was merged into another record stays as it was.
  private static func checkMerged(_ resident: Record, _ previous: Record) throws {
    guard let successor = previous[mergedInto], resident[mergedInto] == successor else { return }
    throw Diagnostic(
      .merged,
      Localized("R\(resident.id) was merged into R\(successor.id)", "R\(resident.id) 已并入 R\(successor.id)"),
      hint: Localized("change R\(successor.id)", "请修改 R\(successor.id)"), subject: "resident")
  }

  private static func checkDates(_ resident: Record) throws {
    let days = [("moved-in", resident[movedIn]), ("moved-out", resident[movedOut]), ("died", resident[died])]
    let born = resident[born]
    for (name, day) in days {
      guard let day, let born, day.last < born else { continue }
      throw Diagnostic(.dates, Localized("that is before the birth", "早于出生日期"), subject: name)
    }
    if let movedIn = resident[movedIn], let movedOut = resident[movedOut], movedOut.last < movedIn {
      throw Diagnostic(.dates, Localized("moved out before moving in", "迁出日期早于迁入日期"), subject: "on")
    }
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
}
