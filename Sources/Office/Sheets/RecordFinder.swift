import Diagnostics
import Records
import Values

/// Finds the record that a row of a sheet is about: by its handle, else by its name and what tells it from others of
/// that name. Nothing is guessed: a row that may mean a record but does not say so is refused.
final class RecordFinder {
  /// How many records an error lists.
  private static let listed = 8

  private let session: OfficeSession
  private let kind: RecordKind
  /// The positions of the fields that the sheet has and that identify, the name first.
  private let keys: [Int]
  /// How many records there were, and the number of the newest.
  private let existing: Int
  private let newest: Int
  /// Which of those were rows of this sheet already, a bit for each.
  private var seen: [UInt64]
  private let expectedRows: Int
  private var table: IdentityTable?
  private var lookups = 0

  /// Prepares for rows of a sheet.
  ///
  /// - Parameters:
  ///   - kind: what they are about.
  ///   - slots: the positions of the fields that the sheet has.
  ///   - expectedRows: about how many rows there are.
  init(_ kind: RecordKind, _ session: OfficeSession, slots: [Int], expectedRows: Int) throws {
    self.session = session
    self.kind = kind
    self.expectedRows = expectedRows
    keys = kind.identifiedBy.compactMap { kind.slot(of: $0) }.filter(slots.contains)
    existing = try session.store.count(Query(kind))
    newest = try session.store.first(Query(kind, newestFirst: true))?.id ?? 0
    seen = Array(repeating: 0, count: newest / 64 + 1)
  }

  // MARK: Finding

  /// The record of a handle; nothing if no record has it.
  ///
  /// - Throws: a ``Diagnostic`` when a record of the kind cannot have it.
  func record(handle: String) throws -> Record? {
    let resolution = NameResolution(session: session, kinds: [kind], suggests: false)
    if let record = try resolution.byHandle(handle, kind) { return record }
    guard kind.number(ofHandle: handle) != nil else {
      throw Diagnostic(
        .unknownRecord,
        Localized("\(handle) is no handle of \(kind.name.englishWithArticle)", "\(handle) 不是\(kind.name.chinese)的代号"),
        hint: Localized("leave the cell empty for a new one", "新增的行请留空"), subject: "handle")
    }
    return nil
  }

  /// The record that a row's values name; nothing if it is a new one.
  ///
  /// - Parameters:
  ///   - values: the values, at the positions of their fields.
  ///   - isNumbered: whether the row has a number of its own, so that what other rows added is something else.
  /// - Throws: a ``Diagnostic`` when there are several, or one that may be meant but has other values where the row or
  ///   the record has none.
  func record(_ values: [Value], isNumbered: Bool = false) throws -> Record? {
    guard let name = keys.first, values[name].isPresent else { return nil }
    var (exact, near) = try candidates(values)
    if isNumbered {
      exact.removeAll { $0.id > newest }
      near.removeAll { $0.id > newest }
    }
    let current = exact.filter(kind.isCurrent)
    if current.count > 1 { throw ambiguous(current) }
    if let record = current.first { return record }
    // Who was recorded twice is the one whose record stands; who is gone may be meant or somebody new.
    if let successor = exact.lazy.compactMap(kind.successor).first { return try session.record(successor) }
    if let record = exact.first ?? near.first(where: kind.isCurrent) { throw maybe(record) }
    return nil
  }

  /// Notes that a row is about a record that was there before; refuses the second row about one record.
  func claim(_ record: Record) throws {
    let (word, bit) = (record.id / 64, UInt64(1) << UInt64(record.id % 64))
    guard record.id <= newest, seen[word] & bit == 0 else {
      throw Diagnostic(
        .duplicateRecord,
        Localized(
          "an earlier row is about the same \(kind.name.english)", "前面已有一行是同一条\(kind.name.chinese)"),
        hint: Localized("leave one of the rows out, or tell them apart", "请删去其中一行，或写明区别"))
    }
    seen[word] |= bit
  }

  /// Notes a record that was added, or that has other values now.
  func note(_ record: Record) {
    guard let table, let name = keys.first else { return }
    table.insert(digest(record.values, of: keys), id: record.id)
    if !isComplete(record.values) { table.insert(incompleteDigest(record.values[name]), id: record.id) }
  }

  // MARK: Candidates

  /// The records whose values are a row's, and those that differ only where one of both has none.
  private func candidates(_ values: [Value]) throws -> (exact: [Record], near: [Record]) {
    guard let table = try preparedTable() else { return sorted(try sharingName(values), values) }
    let exact = try table.candidates(digest(values, of: keys)).compactMap(record).filter { agrees($0, values) }
    guard exact.isEmpty, keys.count > 1 else { return (exact, []) }
    if !isComplete(values) { return sorted(try sharingName(values), values) }
    let near = try table.candidates(incompleteDigest(values[keys[0]])).compactMap(record)
    return sorted(near, values)
  }

  /// Asking the store for each row costs more than reading all records once as soon as there are many rows.
  private func preparedTable() throws -> IdentityTable? {
    if let table { return table.isFull ? nil : table }
    lookups += 1
    guard lookups > existing / 20 else { return nil }
    let table = IdentityTable(expecting: existing + expectedRows)
    self.table = table
    let records = try session.store.records(Query(kind))
    while let record = try records.next() {
      try session.poll()
      note(record)
    }
    return table.isFull ? nil : table
  }

  private func record(_ id: Int) throws -> Record? { try session.store.record(kind, id: id) }

  /// The records that have a row's name, or, where records have no names, all of its identifying values.
  private func sharingName(_ values: [Value]) throws -> [Record] {
    let compared = kind.label == nil ? keys : [keys[0]]
    let conditions = compared.map { Condition(kind.fields[$0].name.english, .equal, values[$0]) }
    let records = try session.store.records(Query(kind, conditions))
    var found: [Record] = []
    while let record = try records.next() {
      if mayBe(record, values) { found.append(record) }
    }
    return found
  }

  private func sorted(_ records: [Record], _ values: [Value]) -> (exact: [Record], near: [Record]) {
    let exact = records.filter { agrees($0, values) }
    return (exact, exact.isEmpty ? records.filter { mayBe($0, values) } : [])
  }

  private func agrees(_ record: Record, _ values: [Value]) -> Bool {
    keys.allSatisfy { record.values[$0] == values[$0] }
  }

  /// Whether nothing says that a row is not about a record.
  private func mayBe(_ record: Record, _ values: [Value]) -> Bool {
    keys.allSatisfy { key in
      !record.values[key].isPresent || !values[key].isPresent || record.values[key] == values[key]
    }
  }

  private func isComplete(_ values: [Value]) -> Bool { keys.allSatisfy { values[$0].isPresent } }

  // MARK: Digests

  private func digest(_ values: [Value], of slots: [Int]) -> Int {
    var hasher = Hasher()
    for slot in slots { RecordFinder.combine(values[slot], into: &hasher) }
    return hasher.finalize()
  }

  /// The digest under which records stand that lack an identifying value, by their name alone.
  private func incompleteDigest(_ name: Value) -> Int {
    var hasher = Hasher()
    hasher.combine(UInt8(0xFF))
    RecordFinder.combine(name, into: &hasher)
    return hasher.finalize()
  }

  private static func combine(_ value: Value, into hasher: inout Hasher) {
    switch value {
    case .integer(let number): hasher.combine(number)
    case .reference(let reference): hasher.combine(reference.id)
    case .text(var text): combine(&text, into: &hasher)
    default:
      var text = value.exchangeText
      combine(&text, into: &hasher)
    }
  }

  private static func combine(_ text: inout String, into hasher: inout Hasher) {
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(UInt8(0xFE))
  }

  // MARK: Faults

  private func ambiguous(_ records: [Record]) -> Diagnostic {
    let list = records.prefix(RecordFinder.listed).map { session.description(of: $0) }.joined(separator: ", ")
    return Diagnostic(
      .ambiguousRecord,
      Localized("the row may be about \(records.count) records", "此行可能对应 \(records.count) 条记录"),
      hint: Localized("give the handle: \(list)", "请填写代号：\(list)"), subject: subject)
  }

  private func maybe(_ record: Record) -> Diagnostic {
    let description = session.description(of: record)
    return Diagnostic(
      .ambiguousRecord,
      Localized("the row may be about \(description), but does not say so", "此行可能是 \(description)，但无法确定"),
      hint: record.id > newest
        ? Localized("an earlier row added it; tell the two apart", "该记录由前面的行新增；请写明区别")
        : Localized(
          "write \(session.handle(of: record)) into a column handle, or tell the two apart",
          "请在“代号”列填写 \(session.handle(of: record))，或写明区别"), subject: subject)
  }

  private var subject: String? { keys.first.map { kind.fields[$0].name.english } }
}
