import Diagnostics
import Values

extension DiagnosticCode {
  /// A text is no address, or names a building that is not there.
  public static let address = DiagnosticCode(
    "E-ADDRESS", "The text is not the address of a door here.", "该文字不是本社区的门牌地址。",
    mend: Localized(
      "Write building, entrance and room: 3栋2单元402室, or 3-2-402.", "请写楼栋、单元、室：3栋2单元402室，或 3-2-402。"),
    example: .lines("resident add 王芳 address=那边", "居民 添加 王芳 地址=那边"))
}

/// Where a door is: a building of the records, and behind which entrance and room.
public struct Door: Sendable {
  /// The building.
  public let building: Record
  /// The entrance.
  public let unit: Int?
  /// The room.
  public let room: String?

  /// The door that an address names.
  ///
  /// - Throws: a ``Diagnostic`` when the text is no address, or its building is not known or not the only one.
  public init(_ text: String, in reader: any RecordReader) throws {
    let doors = try Door.all(text, in: reader)
    guard let door = doors.first else { throw try Door.unknown(text, in: reader) }
    guard doors.count == 1 else {
      let grids = try doors.map { try reader.get(Grid.kind, $0.building[Building.grid]) }
      let names = grids.map { $0[Grid.name] ?? $0[Grid.code] }.joined(separator: "、")
      let name = door.building[Building.name]
      throw Diagnostic(
        .ambiguousRecord, Localized("there are several buildings \(name)", "有多栋\(name)"),
        hint: Localized("write the estate before it: one of \(names)", "请在前面写明小区：\(names)"), subject: "address")
    }
    self = door
  }

  private init(building: Record, unit: Int?, room: String?) {
    self.building = building
    self.unit = unit
    self.room = room
  }

  /// The doors that an address may mean: none if no building is called so, several if several estates have one.
  public static func all(_ text: String, in reader: any RecordReader) throws -> [Door] {
    if let address = HouseAddress(text) {
      let buildings = try reader.all(Building.kind, .equal(Building.name, address.building))
      let meant = try buildings.filter { try isIn(address.estate, $0, reader) }
      if !meant.isEmpty { return meant.map { Door(building: $0, unit: address.unit, room: address.room) } }
    }
    return try named(text, in: reader)
  }

  /// Buildings with names of their own (`东塔`): the text begins, behind an estate perhaps, with the longest that fits.
  private static func named(_ text: String, in reader: any RecordReader) throws -> [Door] {
    var found: [Door] = []
    var longest = 0
    for building in try reader.all(Building.kind) {
      let name = building[Building.name]
      guard name.count >= longest, let place = text.firstRange(of: name),
        let (unit, room) = HouseAddress.door(String(text[place.upperBound...])),
        try isIn(String(text[..<place.lowerBound]), building, reader)
      else { continue }
      if name.count > longest { found = [] }
      longest = name.count
      found.append(Door(building: building, unit: unit, room: room))
    }
    return found
  }

  /// Whether what stands before a building's name fits it: nothing, its grid's name or code, or more before that.
  private static func isIn(_ estate: String, _ building: Record, _ reader: any RecordReader) throws -> Bool {
    if estate.isEmpty { return true }
    let grid = try reader.get(Grid.kind, building[Building.grid])
    let names = [grid[Grid.name], grid[Grid.code], building[Building.address]].compactMap { $0 }
    return names.contains { estate.hasSuffix($0) || $0.hasSuffix(estate) }
  }

  private static func unknown(_ text: String, in reader: any RecordReader) throws -> Diagnostic {
    guard let address = HouseAddress(text) else {
      return Diagnostic(
        .address, Localized("\(text) is no address", "\(text) 不是地址"),
        hint: Localized("write it like 3-2-402 or 3栋2单元402室", "请写成 3-2-402 或 3栋2单元402室"), subject: "address")
    }
    let place = address.estate + address.building
    let names = try reader.all(Building.kind).map { $0[Building.name] }
    return Diagnostic(
      .address, Localized("there is no building \(place)", "没有\(place)"),
      hint: Suggestion.hint(for: address.building, in: names) ?? Localized("building list shows them", "可用 楼栋 列出 查看"),
      subject: "address")
  }
}
