/// A door as people write it: `伏虎小区3栋2单元402室`, `3-2-402`, `三栋二单元402`.
public struct HouseAddress: Sendable, Hashable {
  /// What stands before the building: the estate's name, or nothing.
  public let estate: String
  /// The building as it is called: `3栋`.
  public let building: String
  /// The entrance, from 1.
  public let unit: Int?
  /// The room: `402`.
  public let room: String?

  /// Reads an address; nothing if no building can be made out.
  public init?(_ text: String) {
    let plain = String(Substring(FullWidth.fold(text)).trimmed)
    if let short = HouseAddress.short(plain) {
      self = short
      return
    }
    guard let mark = HouseAddress.mark(["号楼", "栋", "幢", "座", "#楼", "#"], in: plain) else { return nil }
    let before = plain[..<mark.range.lowerBound]
    guard let number = HouseAddress.trailingNumber(before) else { return nil }
    estate = String(before.dropLast(number.length))
    building = "\(number.value)栋"
    var rest = plain[mark.range.upperBound...]
    var foundUnit: Int?
    if let unitMark = HouseAddress.mark(["单元", "门", "梯"], in: String(rest)),
      let number = HouseAddress.trailingNumber(String(rest)[..<unitMark.range.lowerBound])
    {
      foundUnit = number.value
      let whole = String(rest)
      rest = Substring(whole[unitMark.range.upperBound...])
    }
    unit = foundUnit
    var door = rest
    for word in ["室", "号", "户"] where door.hasSuffix(word) { door = door.dropLast() }
    door = door.drop { $0 == "-" }
    guard door.allSatisfy({ $0.isLetter || $0.isNumber }), door.count <= 10 else { return nil }
    room = door.isEmpty ? nil : String(door)
  }

  /// `3栋2单元402`.
  public var text: String { building + (unit.map { "\($0)单元" } ?? "") + (room ?? "") }

  /// A building's name in the form in which it is kept: `三栋`, `３幢` and `3#` are `3栋`; other names stay as they are.
  public static func normalizedBuilding(_ text: String) -> String {
    guard let address = HouseAddress(text), address.estate.isEmpty, address.unit == nil, address.room == nil else {
      return String(Substring(text).trimmed)
    }
    return address.building
  }

  private init(building: Int, unit: Int?, room: String?) {
    self.estate = ""
    self.building = "\(building)栋"
    self.unit = unit
    self.room = room
  }

  /// `3-2-402`.
  private static func short(_ text: String) -> HouseAddress? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let building = Int(parts[0]), let unit = Int(parts[1]), building > 0, unit > 0,
      !parts[2].isEmpty, parts[2].allSatisfy({ $0.isLetter || $0.isNumber })
    else { return nil }
    return HouseAddress(building: building, unit: unit, room: String(parts[2]))
  }

  private static func mark(_ words: [String], in text: String) -> (word: String, range: Range<String.Index>)? {
    for word in words {
      if let range = text.firstRange(of: word) { return (word, range) }
    }
    return nil
  }

  /// The number at a text's end, in digits or in Chinese up to 99.
  private static func trailingNumber(_ text: Substring) -> (value: Int, length: Int)? {
    let digits = text.reversed().prefix { $0.isASCIIDigit }
    if !digits.isEmpty, digits.count <= 4, let value = Int(String(digits.reversed())), value > 0 {
      return (value, digits.count)
    }
    let numerals = String(text.reversed().prefix { "一二三四五六七八九十".contains($0) }.reversed())
    guard !numerals.isEmpty, let value = chineseNumber(numerals) else { return nil }
    return (value, numerals.count)
  }

  private static func chineseNumber(_ text: String) -> Int? {
    let digits: [Character: Int] = ["一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9]
    let parts = text.split(separator: "十", omittingEmptySubsequences: false)
    switch parts.count {
    case 1: return parts[0].count == 1 ? parts[0].first.flatMap { digits[$0] } : nil
    case 2:
      let tens = parts[0].isEmpty ? 1 : (parts[0].count == 1 ? parts[0].first.flatMap { digits[$0] } : nil)
      let ones = parts[1].isEmpty ? 0 : (parts[1].count == 1 ? parts[1].first.flatMap { digits[$0] } : nil)
      guard let tens, let ones else { return nil }
      return tens * 10 + ones
    default: return nil
    }
  }
}
