import Diagnostics
import Values

extension DiagnosticCode {
  /// Somebody who is still needed cannot be erased.
  public static let inOffice = DiagnosticCode(
    "E-IN-OFFICE", "Who holds an office or has something open cannot be erased yet.", "尚在任职或有未了事项的人暂不能抹去。",
    mend: Localized("Do first what the hint lists.", "请先办理提示所列各项。"),
    example: .lines("resident forget 胡建国 reason=书面申请", "居民 抹去 胡建国 理由=书面申请"))
  /// A record stands for nobody any more.
  public static let erased = DiagnosticCode(
    "E-ERASED", "This person was erased.", "此人的信息已被抹去。",
    mend: Localized(
      "What is left is a number, so that the books add up. Who comes back is added anew.", "只留编号以保账目完整。本人再来时请另行添加。"),
    example: .lines("resident set R19 tenancy=owner", "居民 修改 R19 居住性质=业主"))

  /// The codes of consent and privacy.
  static let ofPrivacy: [DiagnosticCode] = [.inOffice, .erased]
}

/// The erasing of a resident who asks for it (Personal Information Protection Law, art. 47): name, phone, address, birth
/// and notes go from the records and from the journal. His number stays as a tombstone, and so do amounts, slips, votes
/// and attendance, so that the books still add up.
public struct ResidentErasure {
  /// What an erasure did.
  public struct Outcome {
    /// How many records were changed or removed, his own among them.
    public let records: Int
    /// How many entries of the journal were emptied.
    public let entries: Int
    /// The consents that were withdrawn.
    public let consents: [Record]
    /// Records whose texts hold his name, where somebody else may be meant.
    public let doubtful: [Reference]
    /// The words that were erased; whoever keeps copies elsewhere looks for these.
    public let words: [String]
  }

  private let person: Record
  private let writer: RecordWriter
  private let retention: Retention
  private var store: any RecordStore { writer.store }
  private var today: CalendarDate { writer.today }

  /// Prepares an erasure.
  ///
  /// - Parameter retention: whether slips keep their donors' names.
  public init(of person: Record, in writer: RecordWriter, _ retention: Retention = Profile.cn.retention) {
    self.person = person
    self.writer = writer
    self.retention = retention
  }

  /// Refuses what must be done first: an office that he holds, a fund that he keeps, an opinion that waits for its answer.
  public func refuseObstacles() throws {
    if person[Resident.erased] != nil {
      throw Diagnostic(
        .erased, Localized("R\(person.id) was erased before", "R\(person.id) 此前已抹去"), subject: "resident")
    }
    var obstacles: [Localized] = []
    let records = try PersonalRecords(of: person.reference, schema: writer.schema, in: store).records
    for record in records {
      if let obstacle = try record.kind.tie?.obstacle(record, today, store) { obstacles.append(obstacle) }
    }
    obstacles += try Fund.keptObstacles(by: person[Resident.name], in: store)
    guard !obstacles.isEmpty else { return }
    let name = person[Resident.name]
    throw Diagnostic(
      .inOffice, Localized("\(name) cannot be erased yet", "\(name) 暂不能抹去"),
      hint: Localized(
        "first: \(obstacles.map(\.english).joined(separator: "; "))",
        "请先办理：\(obstacles.map(\.chinese).joined(separator: "；"))"), subject: "resident")
  }

  /// Erases him.
  ///
  /// - Parameters:
  ///   - reason: who asked for it and how; it stays in the journal and may not name him.
  ///   - also: records in whose texts his name is meant, although others have it too.
  public func run(reason: String, also: Set<Reference> = []) throws -> Outcome {
    try refuseObstacles()
    let known = try KnownWords(of: person, in: store)
    guard !known.text.isIn(reason) else {
      throw Diagnostic(
        .privacy, Localized("the reason names him, and it stays in the journal", "理由中写有本人信息，而理由会留在日志中"),
        hint: Localized("say who asked without a name: reason=\"written request 3\"", "请不写姓名，如 理由=“书面申请 3”"),
        subject: "reason")
    }
    return try writer.together {
      let own = try PersonalRecords(of: person.reference, schema: writer.schema, in: store).records
      let consents = try withdraw(own)
      var erasure = Erasure(in: writer)
      bury(&erasure)
      try clear(own, known, &erasure)
      let doubts = try clearElsewhere(own, also, known, &erasure)
      try emptyJournal(own, doubts, known, &erasure)
      let done = try erasure.run(about: person.reference, reason: reason)
      return Outcome(
        records: done.records, entries: done.entries, consents: consents, doubtful: doubts.records.sorted(),
        words: known.words)
    }
  }

  // MARK: Records

  /// His consents count no more from today.
  private func withdraw(_ own: [Record]) throws -> [Record] {
    let open = own.filter { $0.kind == Consent.kind && $0[Consent.withdrawn] == nil }
    return try open.map { consent in try writer.change(consent) { $0[Consent.withdrawn] = today } }
  }

  /// Leaves of his own record nothing but its number, which is its name from now on.
  private func bury(_ erasure: inout Erasure) {
    for (slot, field) in Resident.kind.fields.enumerated() { erasure.set(slot, of: person, to: field.defaultValue) }
    erasure.set(Resident.kind.slot(of: Resident.name.declaration), of: person, to: .text("R\(person.id)"))
    erasure.set(Resident.kind.slot(of: Resident.erased.declaration), of: person, to: .date(today))
  }

  private func clear(_ own: [Record], _ known: KnownWords, _ erasure: inout Erasure) throws {
    for found in own {
      // A consent has just been withdrawn.
      guard let record = try store.record(found.kind, id: found.id) else { continue }
      if record.kind.tie?.erasure == .removed {
        erasure.remove(record)
        continue
      }
      erasure.remove(known.textAndDoor, from: record)
      if record.kind == Gift.kind, retention.keepsDonorNames, isKeptByLaw(record) {
        erasure.set(Gift.kind.slot(of: Gift.name.declaration), of: record, to: .text(person[Resident.name]))
      }
    }
  }

  /// Whether a slip's own time is not over yet.
  private func isKeptByLaw(_ gift: Record) -> Bool {
    guard let limit = retention.limit(of: .donor, on: today) else { return true }
    return gift[Gift.date] > limit
  }

  /// Takes his phones out of every text, and his name where nobody else can be meant.
  private func clearElsewhere(
    _ own: [Record], _ also: Set<Reference>, _ known: KnownWords, _ erasure: inout Erasure
  ) throws -> Doubts {
    let owned = Set(own.map(\.reference))
    var named: [(record: Record, isWholeName: Bool)] = []
    var hasNamesake = false
    for kind in writer.schema.kinds {
      let texts = kind.fields.indices.filter { kind.fields[$0].type.isText }
      guard !texts.isEmpty else { continue }
      let records = try store.records(Query(kind))
      while let record = try records.next() {
        guard record.reference != person.reference, !owned.contains(record.reference) else { continue }
        erasure.remove(known.phones, from: record)
        let contents = texts.map { record.values[$0].plainText }
        guard contents.contains(where: known.names.isIn) else { continue }
        if kind == Resident.kind, known.names.isIn(record[Resident.name]) {
          hasNamesake = true
        } else {
          named.append((record, contents.contains(where: known.isName)))
        }
      }
    }
    var doubtful: Set<Reference> = []
    for (record, isWholeName) in named {
      // Whose whole name it is may be somebody else who is called so; nobody can guess.
      if hasNamesake || isWholeName, !also.contains(record.reference) {
        doubtful.insert(record.reference)
      } else {
        erasure.remove(known.names, from: record)
      }
    }
    return Doubts(records: doubtful, hasNamesake: hasNamesake)
  }

  // MARK: The journal

  /// Empties all entries about him, and those about other records as far as they tell of him.
  private func emptyJournal(
    _ own: [Record], _ doubts: Doubts, _ known: KnownWords, _ erasure: inout Erasure
  ) throws {
    let owned = Set(own.map(\.reference))
    let entries = try store.journal(JournalQuery())
    while let entry = try entries.next() {
      guard entry.subject != person.reference else {
        erasure.empty(entry)
        continue
      }
      erasure.emptyIfTold(by: entry)
      let texts = [entry.command] + entry.told(writer.schema)
      let words: PersonalText
      if owned.contains(entry.subject) {
        words = known.textAndDoor
      } else if erasure.concerns(entry.subject) || !(doubts.hasNamesake || doubts.records.contains(entry.subject)) {
        words = known.text
      } else {
        words = known.phones
      }
      if texts.contains(where: words.isIn) { erasure.empty(entry) }
    }
  }
}

/// What an erasure leaves because somebody else may be meant.
private struct Doubts {
  /// Records that hold the name.
  let records: Set<Reference>
  /// Whether another resident's name is the same or holds it.
  let hasNamesake: Bool
}

extension ValueType {
  /// Whether values of the type hold words that somebody wrote.
  fileprivate var isText: Bool {
    switch self {
    case .text, .code, .any, .phone: true
    case .list(let element): element.isText
    default: false
    }
  }
}

extension Value {
  /// The words of a value.
  fileprivate var plainText: String {
    switch self {
    case .text(let text): text
    case .list(let elements): elements.map(\.plainText).joined(separator: "\n")
    default: ""
    }
  }
}

extension JournalEntry {
  /// The texts that the entry tells, as they were written; what is no change of a record is told as it stands.
  fileprivate func told(_ schema: Schema) -> [String] {
    guard isChange, let kind = schema[subject.kind] else { return [before, after] }
    return [before, after].flatMap { content -> [String] in
      guard let values = try? RecordText.values(in: content, of: kind) else { return [content] }
      return values.values.map(\.plainText)
    }
  }
}
