import Diagnostics
import Values

extension DiagnosticCode {
  /// Two records of one person disagree, and nobody has said which is right.
  public static let conflict = DiagnosticCode(
    "E-CONFLICT", "Two records of one person disagree; somebody has to decide.", "同一人的两条记录不一致，须由人决定。",
    mend: Localized(
      "Say for each difference which record is right: keep=FIELD for the one that stays, take=FIELD for the other.",
      "请对每处差异指明以哪条为准：保留=字段，采用=字段。"),
    example: .lines("resident merge R18 into=R17", "居民 合并 R18 并入=R17"))
}

/// The merging of two records of one person (重复登记). What names the double names the record that is kept afterwards;
/// the double stays, with its history, and is marked. Nothing is guessed: where the two disagree somebody decides.
public struct ResidentMerge {
  /// What was decided about the two records' differences.
  public struct Decisions: Sendable {
    /// The English names of the parts in which the kept record is right; see ``ResidentMerge/parts``.
    public var keep: Set<String> = []
    /// The English names of the parts in which the double is right.
    public var take: Set<String> = []
    /// Whether records that cannot name the kept one stay with the double.
    public var leavesDoubles = false

    /// Creates decisions: none yet.
    public init() {}
  }

  /// What a merge did.
  public struct Outcome: Sendable {
    /// The record that is kept.
    public let kept: Record
    /// How many records name it now instead of the double.
    public let renamed: Int
    /// The records that still name the double.
    public let left: [Record]
  }

  /// Fields that are right or wrong together.
  struct Part {
    /// What a difference in them is called.
    let declaration: FieldDeclaration
    let fields: [FieldDeclaration]
  }

  /// In what two records of one person may differ.
  static let parts: [Part] = [
    Part(Resident.name), door, Part(Resident.movedIn), Part(Resident.phone), Part(Resident.born),
    Part(Resident.tenancy), Part(Resident.party), Part(Resident.note), Part(Resident.tags), status,
  ]
  private static let door = Part(
    declaration: Resident.address.declaration,
    fields: [Resident.building.declaration, Resident.unit.declaration, Resident.room.declaration])
  private static let status = Part(
    declaration: Resident.status.declaration, fields: [Resident.movedOut.declaration, Resident.died.declaration])

  /// What the parts are called: the words that decisions name. How somebody stands is recorded by acts, and so cannot be
  /// taken from the double.
  public static func names(toTake: Bool) -> [Name] {
    parts.filter { !toTake || $0.name != status.name }.map(\.declaration.name)
  }

  let double: Record
  let kept: Record
  let decisions: Decisions
  let writer: RecordWriter

  /// Prepares a merge.
  ///
  /// - Throws: a ``Diagnostic`` when the two are one record already, or one of them was merged before.
  public init(of double: Record, into kept: Record, _ decisions: Decisions, in writer: RecordWriter) throws {
    guard double.id != kept.id else {
      throw Diagnostic(
        .state, Localized("R\(kept.id) cannot be merged into itself", "R\(kept.id) 不能并入自身"), subject: "into")
    }
    for record in [double, kept] { try Resident.require(record, [.active, .movedOut, .deceased], hint: nil) }
    self.double = double
    self.kept = kept
    self.decisions = decisions
    self.writer = writer
  }

  /// Merges the two; refused, with all that is still to be decided, while they disagree.
  public func run() throws -> Outcome {
    try writer.together {
      let naming = try NamingRecords(double.reference, schema: writer.schema, in: writer.store)
      let clashes = try clashes(among: naming)
      try refuseOpenQuestions(clashes)
      for seat in clashes where seat.kind == Membership.kind {
        if seat[Membership.until].map({ writer.today < $0 }) ?? true {
          try writer.change(seat) { $0[Membership.until] = writer.today }
        }
      }
      let left = Set(clashes.map(\.reference))
      let renamed = try naming.rename(to: kept.reference, except: left, in: writer)
      let merged = try writer.change(writer.store.get(Resident.kind, kept.reference)) { takeOver(&$0) }
      try writer.change(writer.store.get(Resident.kind, double.reference)) {
        $0[Resident.mergedInto] = kept.reference
      }
      return Outcome(kept: merged, renamed: renamed, left: clashes)
    }
  }

  // MARK: Fields

  /// Where only the double says something, and where it was decided to be right, its values are taken.
  private func takeOver(_ record: inout Record) {
    for part in ResidentMerge.parts where takes(part) {
      for slot in part.slots { record.values[slot] = double.values[slot] }
    }
  }

  private func takes(_ part: Part) -> Bool {
    if decisions.take.contains(part.name) { return true }
    if decisions.keep.contains(part.name) { return false }
    // Since when somebody lives behind a door says nothing of another door.
    if part.isMovedIn, !livesBehindOneDoor { return decisions.take.contains(ResidentMerge.door.name) }
    return part.name != ResidentMerge.status.name && part.isMissing(in: kept)
  }

  private var livesBehindOneDoor: Bool { ResidentMerge.door.isSame(in: double, as: kept) }

  /// The parts in which the two records say different things, and nobody has decided.
  private var openParts: [Part] {
    ResidentMerge.parts.filter { part in
      if decisions.keep.contains(part.name) || decisions.take.contains(part.name) { return false }
      if part.isSame(in: double, as: kept) || (part.isMovedIn && !livesBehindOneDoor) { return false }
      return part.name == ResidentMerge.status.name || !(part.isMissing(in: kept) || part.isMissing(in: double))
    }
  }

  // MARK: Records

  /// The records that name the double and cannot name the kept one: both stand on one roll, sit in one body.
  private func clashes(among naming: NamingRecords) throws -> [Record] {
    var clashes = try naming.clashing(with: kept.reference, in: writer.store)
    let seats = try writer.store.all(Membership.kind, .equal(Membership.resident, kept.reference))
    clashes += naming.of(Membership.kind).filter { seat in seats.contains { Membership.overlap($0, seat) } }
    // Who is not on the roll as himself was not there as himself either.
    let meetings = Set(clashes.filter { $0.kind == RollEntry.kind }.map { $0[RollEntry.meeting] })
    clashes += naming.of(Attendance.kind).filter { meetings.contains($0[Attendance.meeting]) }
    return clashes
  }

  /// A consent of one record that the other's withdrawal takes back; which of the two counts nobody can guess.
  private func contradictoryConsents() throws -> [Record] {
    let consents = try [kept, double].map {
      try writer.store.all(Consent.kind, .equal(Consent.resident, $0.reference))
    }
    return zip(consents, consents.reversed()).flatMap { mine, others in
      mine.filter { consent in
        consent[Consent.withdrawn] == nil && others.contains { Consent.takesBack($0, consent) }
      }
    }
  }

  private func refuseOpenQuestions(_ clashes: [Record]) throws {
    var questions: [Localized] = []
    for part in openParts {
      let (first, second) = try (text(of: part, in: kept), text(of: part, in: double))
      let name = part.declaration.name
      questions.append(
        Localized(
          "\(name.english): R\(kept.id) has \(first.english), R\(double.id) has \(second.english)",
          "\(name.chinese)：R\(kept.id) 为\(first.chinese)，R\(double.id) 为\(second.chinese)"))
    }
    let names = openParts.map(\.declaration.name)
    var hints: [Localized] = []
    if !names.isEmpty {
      hints.append(
        Localized(
          "say for each which is right: keep=\(names.map(\.english).joined(separator: ",")) for R\(kept.id)'s, take=… for R\(double.id)'s",
          "请逐项决定：保留=\(names.map(\.chinese).joined(separator: ",")) 取 R\(kept.id) 的，采用=… 取 R\(double.id) 的"))
    }
    if !clashes.isEmpty, !decisions.leavesDoubles {
      let list = clashes.map(\.handle).joined(separator: ", ")
      questions.append(
        Localized("both stand in one place: \(list)", "两人同在一处：\(list)"))
      hints.append(Localized("--leave leaves those with R\(double.id)", "--留存 则这些仍归 R\(double.id)"))
    }
    let contradictory = try contradictoryConsents()
    if !contradictory.isEmpty {
      let list = contradictory.map(\.handle).joined(separator: ", ")
      questions.append(Localized("a consent that the other withdrew: \(list)", "一方同意而另一方已撤回：\(list)"))
      hints.append(
        Localized("ask him, then consent withdraw or give", "请问明本人，再用 同意 撤回 或 登记"))
    }
    guard !questions.isEmpty else { return }
    throw Diagnostic(
      .conflict, Localized.joined(questions, "; ", "；"), hint: Localized.joined(hints, "; ", "；"), subject: "resident")
  }

  /// What a record says about a part, for people; a phone stays masked.
  private func text(of part: Part, in record: Record) throws -> Localized {
    if part.name == ResidentMerge.door.name {
      let address = try Resident.text(of: record, in: writer.store) ?? ""
      return Localized(same: address)
    }
    if part.name == ResidentMerge.status.name {
      let status = ResidentStatus(of: record)
      let day = (record[Resident.died] ?? record[Resident.movedOut]).map { " \($0.exchangeText)" } ?? ""
      return Localized(status.rawValue + day, status.chineseName + day)
    }
    let value = record.values[Resident.kind.slot(of: part.declaration)]
    if part.declaration.isMasked, case .text(let number) = value {
      return Localized(same: Phone(number)?.masked ?? "***")
    }
    return Localized(
      value.displayText(in: .english) { "\($0.kind)/\($0.id)" },
      value.displayText(in: .chinese) { "\($0.kind)/\($0.id)" })
  }
}

extension ResidentMerge.Part {
  /// A part of one field.
  init<Content>(_ field: Field<Content>) { self.init(declaration: field.declaration, fields: [field.declaration]) }

  var name: String { declaration.name.english }
  var slots: [Int] { fields.map { Resident.kind.slot(of: $0) } }
  fileprivate var isMovedIn: Bool { declaration === Resident.movedIn.declaration }

  /// Whether a record says nothing about it.
  fileprivate func isMissing(in record: Record) -> Bool { slots.allSatisfy { !record.values[$0].isPresent } }

  /// Whether two records say the same about it.
  fileprivate func isSame(in record: Record, as other: Record) -> Bool {
    slots.allSatisfy { record.values[$0] == other.values[$0] }
  }
}
