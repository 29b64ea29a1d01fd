import Values

/// The names of people that the records know, looked for in texts.
final class KnownNames {
  /// The longest name without a dot, and with one, that is looked for among letters in a row.
  private static let (longest, longestWithDot) = (6, 30)

  private let reader: any RecordReader
  private var known: [String: Bool] = [:]
  /// Names that stand in other records than residents'; few, and read once.
  private var others: Set<String>?

  init(in reader: any RecordReader) { self.reader = reader }

  /// The first name in a text, whole or masked; nothing if it holds none.
  func first(in text: String) throws -> String? {
    if let masked = KnownNames.masked(in: text) { return masked }
    for word in KnownNames.words(of: text) {
      if let name = try first(among: word) { return name }
    }
    return try KnownNames.latinNames(in: text).first { try isName($0) }
  }

  private func first(among letters: [Character]) throws -> String? {
    let longest = letters.contains("\u{B7}") ? KnownNames.longestWithDot : KnownNames.longest
    for start in letters.indices {
      for end in letters.indices where end > start && end - start < longest {
        let name = String(letters[start...end])
        if try isName(name) { return name }
      }
    }
    return nil
  }

  private func isName(_ text: String) throws -> Bool {
    if let answer = known[text] { return answer }
    let answer = try otherNames().contains(text) || reader.first(Resident.kind, .equal(Resident.name, text)) != nil
    known[text] = answer
    return answer
  }

  private func otherNames() throws -> Set<String> {
    if let others { return others }
    var names: Set<String> = []
    func add(_ kind: RecordKind, _ field: Field<String?>) throws {
      for record in try reader.all(kind, Condition(field.declaration.name.english, .notEqual, .none)) {
        if let name = record[field] { names.insert(PersonName.normalized(name)) }
      }
    }
    try add(Appointment.kind, Appointment.name)
    try add(Shop.kind, Shop.contact)
    try add(Opinion.kind, Opinion.name)
    try add(Gift.kind, Gift.name)
    others = names
    return names
  }

  // MARK: Parts of a text

  /// A surname and stars.
  private static func masked(in text: String) -> String? {
    var last: Character?
    for character in text {
      if character == "*", let surname = last, surname.isLetter { return "\(surname)*" }
      last = character
    }
    return nil
  }

  /// Letters in a row, blanks and what nobody sees left out: `胡 建国` is one word.
  private static func words(of text: String) -> [[Character]] {
    var words: [[Character]] = []
    var word = String.UnicodeScalarView()
    func end() {
      if !word.isEmpty { words.append(Array(PersonName.normalized(String(word)))) }
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .spaceSeparator, .format, .control, .lineSeparator, .paragraphSeparator: continue
      default:
        let isPart = scalar.properties.isAlphabetic || scalar.properties.generalCategory == .privateUse
        if isPart || scalar.properties.generalCategory == .nonspacingMark || isDot(scalar) {
          word.append(scalar)
        } else {
          end()
        }
      }
    }
    end()
    return words
  }

  private static func isDot(_ scalar: Unicode.Scalar) -> Bool { "·•・‧･∙".unicodeScalars.contains(scalar) }

  /// Words with blanks between them, up to four in a row: `Hu Jianguo`.
  private static func latinNames(in text: String) -> [String] {
    let words = text.split { !$0.isLetter && $0 != "-" && $0 != "'" }.filter { $0.first?.isASCII ?? false }
    return words.indices.flatMap { start in
      (2...4).filter { start + $0 <= words.count }.map { words[start..<start + $0].joined(separator: " ") }
    }
  }
}
