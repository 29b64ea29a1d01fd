import Diagnostics
import Values

/// Looks whether the journal is whole and whether the records are what it says: the chain of its entries first, then
/// every record worked out anew from its entries and compared.
public struct JournalVerification {
  /// What was looked at, and what did not fit.
  public struct Report {
    /// How many entries were looked at.
    public fileprivate(set) var entries = 0
    /// How many records were compared.
    public fileprivate(set) var records = 0
    /// What did not fit, in order, each with the entry and the record concerned if there is one; no more than
    /// ``JournalVerification/findingLimit``.
    public fileprivate(set) var findings: [(entry: Int?, subject: Reference?, message: Localized)] = []
  }

  /// How many findings are told: one wrong entry may bring many others.
  public static let findingLimit = 20

  private let store: any RecordStore
  private let schema: Schema
  private var report = Report()

  /// A verification of a store.
  public init(store: any RecordStore, schema: Schema) {
    self.store = store
    self.schema = schema
  }

  /// Looks at everything.
  ///
  /// - Parameter poll: called for every entry; what it throws ends the verification.
  public mutating func run(poll: () throws -> Void = {}) throws -> Report {
    report = Report()
    do {
      try verifyChain(poll)
      try verifyRecords(poll)
    } catch let diagnostic as Diagnostic {
      // What cannot be read ends the verification, and is found by it.
      find(report.entries + 1, nil, diagnostic.message)
    }
    return report
  }

  private mutating func find(_ entry: Int?, _ subject: Reference?, _ message: Localized) {
    if report.findings.count < Self.findingLimit { report.findings.append((entry, subject, message)) }
  }

  // MARK: The chain

  private mutating func verifyChain(_ poll: () throws -> Void) throws {
    let entries = try store.journal(JournalQuery())
    var (number, link) = (0, JournalSeal.origin)
    while let (entry, seal) = try entries.nextSealed() {
      try poll()
      report.entries += 1
      if entry.number != number + 1 {
        find(number + 1, nil, Localized("the entry is missing", "缺少该条目"))
      } else if !seal.fits(entry, after: link) {
        find(
          entry.number, entry.subject,
          Localized("the entry was changed, or one before it", "该条目或其前一条目被改动"))
      } else if let reason = entry.erased, try !isErasure(reason, of: entry) {
        find(entry.number, entry.subject, Localized("its values were erased without a reason", "条目内容被无故抹去"))
      }
      (number, link) = (entry.number, seal.link)
    }
  }

  /// Whether an entry tells why the values of another were erased.
  private func isErasure(_ number: Int, of entry: JournalEntry) throws -> Bool {
    guard number > entry.number else { return false }
    return try store.journal(JournalQuery(numbers: number...number)).next()?.act == "forget"
  }

  // MARK: The records

  private mutating func verifyRecords(_ poll: () throws -> Void) throws {
    let entries = try store.journal(JournalQuery(order: .byRecord))
    var living: [String: Int] = [:]
    var history: RecordHistory?
    while let entry = try entries.next() {
      try poll()
      if entry.subject != history?.subject {
        if let history { try compare(history, &living) }
        history = schema[entry.subject.kind].map { RecordHistory($0, entry.subject) }
        if history == nil { find(entry.number, nil, Localized("there is no such kind of record", "没有这类记录")) }
      }
      if let misfit = history?.add(entry) { find(entry.number, entry.subject, misfit) }
    }
    if let history { try compare(history, &living) }
    for kind in schema.kinds where try store.count(Query(kind)) != living[kind.name.english, default: 0] {
      find(
        nil, nil,
        Localized(
          "there are records of the kind \(kind.name.english) that no entry tells of, or some are gone",
          "有\(kind.name.chinese)记录没有对应的日志，或有记录不见了"))
    }
  }

  private mutating func compare(_ history: RecordHistory, _ living: inout [String: Int]) throws {
    // What was done with all records of a kind at once belongs to none.
    guard history.subject.id > 0 else { return }
    report.records += 1
    let record: Record?
    do {
      record = try store.record(history.kind, id: history.subject.id)
    } catch let diagnostic as Diagnostic {
      if history.isThere { living[history.kind.name.english, default: 0] += 1 }
      return find(history.lastEntry, history.subject, diagnostic.message)
    }
    if history.isThere { living[history.kind.name.english, default: 0] += 1 }
    guard let record else {
      if history.isThere { find(history.lastEntry, history.subject, Localized("the record is gone", "记录不见了")) }
      return
    }
    guard history.isThere else {
      find(history.lastEntry, history.subject, Localized("the record was removed, and is there", "记录已删除却仍存在"))
      return
    }
    for (field, (told, value)) in zip(history.kind.fields, zip(history.values, record.values)) {
      guard let told, told != value else { continue }
      find(
        history.lastEntry, history.subject,
        Localized(
          "\(field.name.english) is not what the journal says", "\(field.name.chinese)与日志不符"))
    }
  }
}
