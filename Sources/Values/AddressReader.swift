/// Takes addresses apart. They are folded first: full-width signs, all sorts of dashes, no blanks.
struct AddressReader {
  /// What houses are called that are numbered one after the other, without a number of their own.
  static let rows = ["平房", "临街商铺", "沿街商铺", "临街门面", "商铺", "门面", "店面", "铺面"]
  /// What stands behind a building's number.
  private static let buildingMarks = ["号楼", "#楼", "栋", "幢", "座", "#"]
  private static let unitMarks = ["单元", "门", "梯"]
  private static let roomMarks = ["室", "号", "户", "房"]
  /// A shop front of a building is a door whose name begins so.
  private static let fronts = ["门面", "商铺", "店面", "铺面"]
  /// Longer texts are no addresses.
  private static let longest = 100

  private let text: Substring

  init(_ text: String) {
    let dashes: Set<Character> = ["—", "–", "‐", "‑", "−", "~"]
    let folded = FullWidth.fold(text).filter { !$0.isWhitespace }
    self.text = folded.count > AddressReader.longest ? "" : Substring(folded.map { dashes.contains($0) ? "-" : $0 })
  }

  /// The address, if a building can be made out.
  func address() -> HouseAddress? { marked() ?? short() ?? inRow() }

  /// The entrance and room that the whole text names.
  func door() -> (unit: Int?, room: String?)? { AddressReader.door(text) }

  // MARK: Forms

  /// `3-2-402`, `伏虎小区3-2-402`, `3-402`.
  private func short() -> HouseAddress? {
    var parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard 2...3 ~= parts.count else { return nil }
    let before = parts.removeFirst()
    let designator = AddressReader.trailingDesignator(before)
    guard let building = AddressReader.building(designator), let room = AddressReader.room(parts.removeLast()) else {
      return nil
    }
    let estate = String(before.dropLast(designator.count))
    guard let middle = parts.first else {
      // Of two numbers the second is a room if it cannot be an entrance.
      return room.count >= 3 ? HouseAddress(estate: estate, building: building, room: room) : nil
    }
    guard let unit = AddressReader.unit(middle) else { return nil }
    return HouseAddress(estate: estate, building: building, unit: unit, room: room)
  }

  /// `伏虎小区3栋2单元402室`. An estate's name may hold a mark too (`银座小区3栋`): the first that fits counts.
  private func marked() -> HouseAddress? {
    var start = text.startIndex
    while start < text.endIndex {
      defer { start = text.index(after: start) }
      guard let mark = AddressReader.buildingMarks.first(where: { text[start...].hasPrefix($0) }) else { continue }
      let before = text[..<start]
      let designator = AddressReader.trailingDesignator(before)
      guard let building = AddressReader.building(designator),
        let (unit, room) = AddressReader.door(text[start...].dropFirst(mark.count))
      else { continue }
      let estate = AddressReader.without("第", at: before.dropLast(designator.count))
      return HouseAddress(estate: String(estate), building: building, unit: unit, room: room)
    }
    return nil
  }

  /// `平房5号`, `临街商铺12号`, and `5号平房`.
  private func inRow() -> HouseAddress? {
    for row in AddressReader.rows {
      if text.hasSuffix(row) {
        let before = text.dropLast(row.count)
        guard before.hasSuffix("号") else { return HouseAddress(estate: String(before), building: row) }
        let number = AddressReader.trailingDesignator(before.dropLast())
        guard let room = AddressReader.room(number) else { return nil }
        return HouseAddress(estate: String(before.dropLast(number.count + 1)), building: row, room: room)
      }
      guard let place = text.firstRange(of: row) else { continue }
      guard let room = AddressReader.room(text[place.upperBound...]) else { return nil }
      return HouseAddress(estate: String(text[..<place.lowerBound]), building: row, room: room)
    }
    return nil
  }

  // MARK: Parts

  /// `2单元402室`, `-2-402`, `2-402`, `402`, `4楼402`, `门面2号`, or nothing at all.
  private static func door(_ text: Substring) -> (unit: Int?, room: String?)? {
    var rest = text.drop { $0 == "-" }
    if rest.isEmpty { return (nil, nil) }
    var unit: Int?
    if let (number, behind) = number(before: unitMarks + ["-"], in: rest) {
      unit = number
      rest = behind.drop { $0 == "-" }
      if rest.isEmpty { return text.hasSuffix("-") ? nil : (unit, nil) }
    }
    if let front = fronts.first(where: { rest.hasPrefix($0) }) {
      return room(rest.dropFirst(front.count)).map { (unit, front + $0) }
    }
    if let (floor, behind) = number(before: ["楼", "层"], in: rest) {
      // A floor may be said before a room whose number begins with it.
      guard let room = room(behind), room.hasPrefix(String(floor)), room.count >= 3 else { return nil }
      return (unit, room)
    }
    return room(rest).map { (unit, $0) }
  }

  /// The number at a text's beginning that one of the marks follows, and what is behind the mark.
  private static func number(before marks: [String], in text: Substring) -> (number: Int, rest: Substring)? {
    let rest = without("第", before: text)
    let designator = rest.prefix { $0.isASCIIDigit || HanNumber.isNumeral($0) }
    let behind = rest.dropFirst(designator.count)
    guard let mark = marks.first(where: { behind.hasPrefix($0) }), let number = unit(designator) else { return nil }
    return (number, behind.dropFirst(mark.count))
  }

  /// The name of the building of a number or letter: `3栋`, `A栋`, `B2栋`.
  private static func building(_ designator: Substring) -> String? {
    if let number = HanNumber.digits(of: designator).flatMap({ Int($0) }), number > 0 { return "\(number)栋" }
    let (digits, letters) = (designator.filter(\.isASCIIDigit), designator.filter(\.isASCIILetter))
    guard !designator.isEmpty, digits.count <= 4, letters.count <= 2, digits.count + letters.count == designator.count
    else { return nil }
    if letters.isEmpty { return Int(digits).flatMap { $0 > 0 ? "\($0)栋" : nil } }
    return designator.uppercased() + "栋"
  }

  /// The number of an entrance, from 1 to 50.
  private static func unit(_ designator: Substring) -> Int? {
    let digits = HanNumber.digits(of: designator) ?? String(designator)
    guard digits.count <= 2, digits.allSatisfy(\.isASCIIDigit), let number = Int(digits), 1...50 ~= number else {
      return nil
    }
    return number
  }

  /// A room without its mark: `402`, `402A`, `402-1`.
  private static func room(_ text: Substring) -> String? {
    var rest = without("第", before: text.drop { $0 == "-" })
    if let mark = roomMarks.first(where: { rest.hasSuffix($0) }) { rest = rest.dropLast(mark.count) }
    if rest.hasSuffix("号") { rest = rest.dropLast() }
    if let digits = HanNumber.digits(of: rest) { return digits }
    let parts = rest.split(separator: "-", omittingEmptySubsequences: false)
    guard 1...2 ~= parts.count, rest.count <= 10, 1...5 ~= parts[0].count, rest.contains(where: \.isASCIIDigit),
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCIIDigit || $0.isASCIILetter } }),
      parts.count == 1 || parts[1].count <= 2
    else { return nil }
    return rest.uppercased()
  }

  /// The number or letters at a text's end.
  private static func trailingDesignator(_ text: Substring) -> Substring {
    func trailing(_ belongs: (Character) -> Bool) -> Substring {
      text[(text.lastIndex { !belongs($0) }.map { text.index(after: $0) } ?? text.startIndex)...]
    }
    let plain = trailing { $0.isASCIIDigit || $0.isASCIILetter }
    return plain.isEmpty ? trailing(HanNumber.isNumeral) : plain
  }

  private static func without(_ word: String, before text: Substring) -> Substring {
    text.hasPrefix(word) ? text.dropFirst(word.count) : text
  }

  private static func without(_ word: String, at text: Substring) -> Substring {
    text.hasSuffix(word) ? text.dropLast(word.count) : text
  }
}

extension Character {
  /// Whether this is one of `a` to `z` or `A` to `Z`.
  var isASCIILetter: Bool { isASCII && isLetter }
}
