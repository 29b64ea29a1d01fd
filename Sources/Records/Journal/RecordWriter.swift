import Diagnostics
import Values

/// The one place through which records change: it checks them, keeps them and writes the journal, all or nothing.
///
/// The rules of a kind (`Fund.give`, `Meeting.open`, …) are functions that take a writer; they read through ``store``
/// and change through ``add(_:)``, ``change(_:_:)`` and ``remove(_:)``.
public final class RecordWriter {
  /// Where the records are kept.
  public let store: any RecordStore
  /// The kinds of record there are.
  public let schema: Schema
  /// Who changes records, when and from where.
  public var authorship: Authorship
  /// The command at hand as text, until its first change has been written.
  private var command = ""

  /// Creates a writer.
  public init(store: any RecordStore, schema: Schema, authorship: Authorship) {
    self.store = store
    self.schema = schema
    self.authorship = authorship
  }

  /// Today, by the office's clock.
  public var today: CalendarDate { authorship.now.date }

  /// Adds a record; returns it with its number.
  @discardableResult
  public func add(_ new: Record) throws -> Record {
    let record = new.normalized
    try check(record, previous: nil)
    return try act {
      let added = Record(record.kind, id: try store.insert(record), values: record.values)
      try journal("add", added.reference, before: "", after: RecordText.json(of: added))
      try record.kind.didAdd?(added, self)
      return added
    }
  }

  /// Changes a record; returns it as it is now. Nothing is written when nothing differs.
  @discardableResult
  public func change(_ record: Record, _ edit: (inout Record) throws -> Void) throws -> Record {
    var edited = record
    try edit(&edited)
    let changed = edited.normalized
    let differences = RecordText.differences(from: record, to: changed)
    guard !differences.isEmpty else { return record }
    try check(changed, previous: record)
    try act {
      try store.update(changed)
      try journal(
        "change", record.reference, before: RecordText.json(of: record, only: differences),
        after: RecordText.json(of: changed, only: differences))
    }
    return changed
  }

  /// Removes a record; refused while other records name it.
  public func remove(_ record: Record) throws {
    try refuseIfNamed(record)
    try act {
      try store.delete(record.reference)
      try journal("remove", record.reference, before: RecordText.json(of: record), after: "")
    }
  }

  /// Puts a record back that was removed, under its number.
  func restore(_ record: Record) throws {
    try check(record, previous: nil)
    try act {
      _ = try store.insert(record)
      try journal("add", record.reference, before: "", after: RecordText.json(of: record))
    }
  }

  /// Puts in a record as it stood in another office, under its number; the rules that hold for what is new are not asked.
  public func put(_ record: Record) throws {
    try checkValues(record, previous: nil)
    try act {
      _ = try store.insert(record)
      try journal("add", record.reference, before: "", after: RecordText.json(of: record))
    }
  }

  /// Writes into the journal that something was done with a record without changing it, such as showing masked data.
  ///
  /// - Parameters:
  ///   - act: what was done, in English.
  ///   - subject: the record, or all records of a kind.
  ///   - reason: why.
  ///   - details: what else is to be known of it.
  public func note(_ act: String, _ subject: Reference, reason: String, details: [String: Value] = [:]) throws {
    try note(act, subject, details.merging(["reason": .text(reason)]) { $1 })
  }

  /// Writes into the journal that something was done without a change, and what is to be known of it.
  public func note(_ act: String, _ subject: Reference, _ details: [String: Value]) throws {
    _ = try self.act { try journal(act, subject, before: "", after: RecordText.json(details)) }
  }

  /// Runs `body` as one act. Inside a transaction there is nothing to do for that: who opened it takes all of it back
  /// when an error passes.
  public func together<Result>(_ body: () throws -> Result) throws -> Result {
    store.isInTransaction ? try body() : try store.atomically(body)
  }

  /// Makes one change. What the command names is written down before the change, for it may be gone after it.
  func act<Result>(_ body: () throws -> Result) throws -> Result {
    if let describe = authorship.command {
      authorship.command = nil
      command = describe()
    }
    return try together(body)
  }

  private func check(_ record: Record, previous: Record?) throws {
    try checkValues(record, previous: previous)
    try refuseReplaced(record, previous)
    try refuseErased(in: record, previous)
    try record.kind.check(record, previous, store)
  }

  /// What holds for the values of every record.
  private func checkValues(_ record: Record, previous: Record?) throws {
    for (field, value) in zip(record.kind.fields, record.values) where field.isRequired {
      switch value {
      case .none, .text(""):
        throw Diagnostic(
          .missingValue,
          Localized("\(field.name.english) has no value", "缺少\(field.name.chinese)"),
          hint: field.help, subject: field.name.english)
      default: continue
      }
    }
    try refuseIdentityNumbers(in: record, previous)
  }

  /// Nothing new may name a record whose place another took.
  private func refuseReplaced(_ record: Record, _ previous: Record?) throws {
    for slot in record.kind.namingSlots {
      guard case .reference(let named) = record.values[slot], previous?.values[slot] != record.values[slot],
        let kind = schema[named.kind], kind.departure?.successor != nil,
        let replaced = try store.record(kind, id: named.id), let successor = kind.successor(of: replaced),
        let present = try store.record(kind, id: successor.id)
      else { continue }
      throw Diagnostic(
        .merged,
        Localized("\(replaced.handle) was merged into \(present.handle)", "\(replaced.handle) 已并入 \(present.handle)"),
        hint: Localized("name \(present.handle)", "请写 \(present.handle)"),
        subject: record.kind.fields[slot].name.english)
    }
  }

  /// Who was erased takes part in nothing new.
  private func refuseErased(in record: Record, _ previous: Record?) throws {
    for slot in record.kind.personSlots where record.values[slot] != previous?.values[slot] {
      let named: [Value]
      if case .list(let elements) = record.values[slot] { named = elements } else { named = [record.values[slot]] }
      for case .reference(let person) in named where person.kind == Resident.kind.name.english {
        try Resident.requireNotErased(
          store.record(Resident.kind, id: person.id), subject: record.kind.fields[slot].name.english)
      }
    }
  }

  /// No field of any kind takes an identity number, under whatever name.
  private func refuseIdentityNumbers(in record: Record, _ previous: Record?) throws {
    for (slot, value) in record.values.enumerated() where value != previous?.values[slot] {
      do {
        switch value {
        case .text(let text): try PublicText.refuseIdentityNumber(in: text)
        case .list(let elements):
          for case .text(let text) in elements { try PublicText.refuseIdentityNumber(in: text) }
        default: continue
        }
      } catch let fault as Diagnostic {
        throw Diagnostic(
          fault.code, fault.message, hint: fault.hint, subject: record.kind.fields[slot].name.english)
      }
    }
  }

  /// Writes an entry and gives its number.
  @discardableResult
  func journal(_ act: String, _ subject: Reference, before: String, after: String) throws -> Int {
    let number = try store.append(
      JournalEntry(
        moment: authorship.now, by: authorship.by, origin: authorship.origin, command: command, act: act,
        subject: subject, before: before, after: after, undoes: authorship.undoes))
    command = ""
    return number
  }
}
