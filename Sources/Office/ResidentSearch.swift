import Diagnostics
import Records
import Values

/// Finds residents by anything that people know of them: name or part of it, pinyin, initials, handle, phone, address.
///
/// Of a phone number the whole finds somebody, and the four digits that the mask shows; never a part that it hides, for
/// that would tell the number digit by digit (see decision 10).
struct ResidentSearch {
  private typealias Matches = [Int: LabelPattern.Match]

  private let session: OfficeSession

  init(_ session: OfficeSession) { self.session = session }

  /// The numbers of the residents that all words find: exact matches first, then beginnings, then parts; among equals
  /// by number. Who lives here no more is among them, a record that was merged into another is not.
  func numbers(_ words: [String]) throws -> [Int] {
    var found: Matches?
    for word in words {
      let matches = try matches(word)
      // A resident that two words find is as good as the worse of them.
      found =
        found.map { $0.reduce(into: [:]) { both, one in both[one.key] = matches[one.key].map { max($0, one.value) } } }
        ?? matches
    }
    return (found ?? [:]).sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
  }

  private func matches(_ word: String) throws -> Matches {
    let kind = Resident.kind
    var found: Matches = [:]
    if let pattern = LabelPattern(word, of: kind) {
      for (id, match) in try session.store.numbers(of: kind, matching: pattern) { found[id] = match }
    }
    if let id = kind.number(ofHandle: word), let record = try session.store.record(kind, id: id) {
      // A merged record's handle finds the one that stands for it.
      found[kind.successor(of: record)?.id ?? id] = .exact
    }
    for record in try byPhone(word, isLastResort: found.isEmpty) + byAddress(word)
    where kind.successor(of: record) == nil { found[record.id] = .exact }
    return found
  }

  // MARK: Phones

  private func byPhone(_ word: String, isLastResort: Bool) throws -> [Record] {
    let length = RecordKind.Search.tailLength
    let digits = FullWidth.fold(word).filter { !$0.isWhitespace && $0 != "-" && $0 != "+" }
    guard digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return [] }
    if let phone = Phone(word) {
      return try byTail(phone.number).filter { $0[Resident.phone] == phone.number }
    }
    if digits.count == length {
      return try byTail(digits).filter { record in
        record[Resident.phone].flatMap { Phone($0) }.map { $0.visibleEnding.hasSuffix(digits) } ?? false
      }
    }
    guard digits.count > length, isLastResort, HouseAddress(word) == nil else { return [] }
    throw Diagnostic(
      .privacy,
      Localized("part of a phone number finds nobody, but its last four digits do", "电话号码只能用完整号码或后四位查找"),
      hint: Localized("write all of it, or the last four", "请写完整号码，或只写后四位"),
      subject: "words")
  }

  private func byTail(_ number: String) throws -> [Record] {
    let tail = String(number.suffix(RecordKind.Search.tailLength))
    return try session.store.all(
      Resident.kind, Condition(Resident.phone.declaration.name.english, .tail, .text(tail)))
  }

  // MARK: Addresses

  /// Those who live behind a door, in an entrance or in a building now.
  private func byAddress(_ word: String) throws -> [Record] {
    try doors(word).flatMap { door -> [Record] in
      var conditions: [Condition] = [.equal(Resident.building, door.building.reference)]
      if let unit = door.unit { conditions.append(.equal(Resident.unit, unit)) }
      if let room = door.room { conditions.append(.equal(Resident.room, room)) }
      return try session.store.records(Query(Resident.kind, conditions, onlyCurrent: true)).collect()
    }
  }

  private func doors(_ word: String) throws -> [Door] {
    // Looking through all buildings for one with a name of its own is left to texts that name a door.
    if word.contains(where: \.isNumber) || HouseAddress(word) != nil { return try Door.all(word, in: session.store) }
    return try session.store.first(Building.kind, .equal(Building.name, word)).map { _ in
      try Door.all(word, in: session.store)
    } ?? []
  }
}
