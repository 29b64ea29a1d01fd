/// A door as people write it: `伏虎小区3栋2单元402室`, `3-2-402`, `三栋二单元402`, `平房5号`, `门面12号`.
public struct HouseAddress: Sendable, Hashable {
  /// What stands before the building: the estate's name, or nothing.
  public let estate: String
  /// The building as it is called: `3栋`; for bungalows and shop fronts, which are numbered together, `平房`, `门面`.
  public let building: String
  /// The entrance, from 1.
  public let unit: Int?
  /// The room: `402`; for a shop front of a building `门面2`.
  public let room: String?

  /// Reads an address; nothing if no building can be made out.
  public init?(_ text: String) {
    guard let address = AddressReader(text).address() else { return nil }
    self = address
  }

  /// Creates an address from its parts.
  public init(estate: String = "", building: String, unit: Int? = nil, room: String? = nil) {
    self.estate = estate
    self.building = building
    self.unit = unit
    self.room = room
  }

  /// Reads what stands behind a building's name: `2单元402室`, `-2-402`, `402`. Nothing if it is no door.
  public static func door(_ text: String) -> (unit: Int?, room: String?)? { AddressReader(text).door() }

  /// As people write it, without the estate: `3栋2单元402`, `平房5号`.
  public var text: String {
    var text = building
    // Bytes are compared, for Chinese texts are compared at length; a building's name is kept in one form.
    if AddressReader.rows.contains(where: { $0.utf8.elementsEqual(building.utf8) }) {
      if let room { text += room + "号" }
      return text
    }
    if let unit { text += String(unit) + "单元" }
    if let room { text += room }
    return text
  }

  /// A building's name in the form in which it is kept: `三栋`, `３幢` and `3#` are `3栋`; other names stay as they are.
  public static func normalizedBuilding(_ text: String) -> String {
    guard let address = HouseAddress(text), address.estate.isEmpty, address.unit == nil, address.room == nil else {
      return String(Substring(text).trimmed)
    }
    return address.building
  }
}
