import Values

/// The words by which a text tells of somebody: names, phone numbers, doors, however they are written.
public struct PersonalText {
  /// One word as the scalars that count, and what is written in its place.
  private struct Word {
    let scalars: [Unicode.Scalar]
    let isNumber: Bool
    let substitute: String
  }

  private var words: [Word] = []

  /// Nothing to look for yet.
  public init() {}

  /// Whether there is nothing to look for.
  var isEmpty: Bool { words.isEmpty }

  /// Adds a name; blanks in it or between its characters do not matter. Of names that begin alike, the one that was added
  /// first is found.
  public mutating func add(name: String, as substitute: String) {
    let scalars = PersonName.normalized(name).unicodeScalars.filter { !PersonalText.isBlank($0) }.map(
      PersonalText.plain)
    // One character alone is in too many words.
    if scalars.count > 1 { words.append(Word(scalars: scalars, isNumber: false, substitute: substitute)) }
  }

  /// Adds a phone number.
  mutating func add(phone: String) {
    let digits = phone.filter { $0.isASCII && $0.isNumber }
    guard digits.count >= 6 else { return }
    for prefix in phone.hasPrefix("+") ? [""] : ["", "86", "0086"] { add(digits: prefix + digits) }
  }

  private mutating func add(digits: String) {
    words.append(Word(scalars: Array(digits.unicodeScalars), isNumber: true, substitute: "***"))
  }

  /// Adds the ways in which people write a door.
  mutating func add(building: String, unit: Int?, room: String) {
    let number = building.filter(\.isNumber)
    var doors = ["\(building)\(room)", "\(room)室"]
    if let unit { doors += ["\(unit)单元\(room)"] + (number.isEmpty ? [] : ["\(number)-\(unit)-\(room)"]) }
    for door in doors {
      let scalars = door.unicodeScalars.map(PersonalText.plain)
      words.append(Word(scalars: scalars, isNumber: false, substitute: "***"))
    }
  }

  /// Whether a text tells of him.
  func isIn(_ text: String) -> Bool { firstMatch(in: Array(text.unicodeScalars), from: 0) != nil }

  /// The text without what tells of him; nothing if it does not.
  public func removed(from text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    var kept = String.UnicodeScalarView()
    var start = 0
    while let match = firstMatch(in: scalars, from: start) {
      kept.append(contentsOf: scalars[start..<match.range.lowerBound])
      kept.append(contentsOf: match.substitute.unicodeScalars)
      start = match.range.upperBound
    }
    guard start > 0 else { return nil }
    kept.append(contentsOf: scalars[start...])
    return String(kept)
  }

  private func firstMatch(in scalars: [Unicode.Scalar], from start: Int) -> (range: Range<Int>, substitute: String)? {
    for index in start..<max(start, scalars.count) {
      let scalar = PersonalText.plain(scalars[index])
      for word in words where word.scalars[0] == scalar {
        if let end = end(of: word, in: scalars, from: index) { return (index..<end, word.substitute) }
      }
    }
    return nil
  }

  /// Where a word ends that begins at a place; nothing if it does not stand there. A number ends where its digits do.
  private func end(of word: Word, in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    if word.isNumber, start > 0, NumberScan.digit(scalars[start - 1]) != nil { return nil }
    var index = start
    for (position, wanted) in word.scalars.enumerated() {
      if position > 0 {
        while index < scalars.count, skips(scalars[index], in: word) { index += 1 }
      }
      guard index < scalars.count else { return nil }
      let scalar = PersonalText.plain(scalars[index])
      guard scalar == wanted else { return nil }
      index += 1
    }
    let endsInDigit = word.scalars.last.map { NumberScan.digit($0) != nil } ?? false
    if endsInDigit, index < scalars.count, NumberScan.digit(scalars[index]) != nil { return nil }
    return index
  }

  private func skips(_ scalar: Unicode.Scalar, in word: Word) -> Bool {
    word.isNumber ? NumberScan.isSeparator(FullWidth.fold(scalar)) : PersonalText.isBlank(scalar)
  }

  /// A scalar as words are compared: digits of every sort as ASCII, dots as one, full-width signs folded.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if let digit = NumberScan.digit(scalar) { return Unicode.Scalar(UInt8(0x30 + digit)) }
    switch scalar.value {
    case 0x2022, 0x30FB, 0x2027, 0xFF65, 0x2219: return "\u{B7}"
    default: return FullWidth.fold(scalar)
    }
  }

  /// A name as it is kept, whatever blanks and signs that nobody sees are written in it: `胡 建国` is 胡建国. Names with
  /// ASCII letters keep their blanks.
  public static func name(in text: String) -> String {
    let isHan = !text.utf8.contains { UInt8(ascii: "A")...UInt8(ascii: "z") ~= $0 }
    return PersonName.normalized(
      isHan ? String(String.UnicodeScalarView(text.unicodeScalars.filter { !isBlank($0) })) : text)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .format, .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
