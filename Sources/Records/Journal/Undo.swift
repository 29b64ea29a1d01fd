import Diagnostics
import Values

extension DiagnosticCode {
  /// An act cannot be taken back any more.
  public static let undo = DiagnosticCode(
    "E-UNDO", "The act cannot be taken back: later changes stand on it.", "此操作不能撤销：其后的改动以它为基础。",
    mend: Localized(
      "Take the later changes back first, or enter what is right now. undo stands on a line of its own.",
      "请先撤销其后的改动，或直接录入正确的内容。撤销须单独一行。"),
    example: .lines("resident set 胡建国 tenancy=owner\nundo", "居民 修改 胡建国 居住性质=业主\n撤销"))
}

/// Takes acts back by new entries of the journal: what was done stays on record, and so does that it was undone. An act
/// is a transaction: a line of the prompt, or a whole script.
public struct Undo {
  private let writer: RecordWriter
  private var store: any RecordStore { writer.store }

  /// An undo of a writer's acts.
  public init(in writer: RecordWriter) { self.writer = writer }

  // MARK: Which act

  /// An operator's newest act that is not taken back; nothing if there is none.
  public func newestAct(of operatorName: String) throws -> Int? {
    try candidates(of: operatorName).first { !$0.isUndo }?.transaction
  }

  /// An operator's newest act if it took another back: what a redo takes back in turn.
  public func newestUndo(of operatorName: String) throws -> Int? {
    try candidates(of: operatorName).first.flatMap { $0.isUndo ? $0.transaction : nil }
  }

  /// An operator's acts that stand, newest first, as far as one that is no undo.
  private func candidates(of operatorName: String) throws -> [(transaction: Int, isUndo: Bool)] {
    var found: [(transaction: Int, isUndo: Bool)] = []
    var takenBack: Set<Int> = []
    let entries = try store.journal(JournalQuery(by: operatorName, order: .newestFirst))
    while let entry = try entries.next() {
      guard entry.isChange, !takenBack.contains(entry.transaction) else { continue }
      if let undone = entry.undoes { takenBack.insert(undone) }
      guard found.last?.transaction != entry.transaction else { continue }
      // What takes an undo back is a redo: it stands for the act that came first, which is met further down.
      if let undone = entry.undoes, try isUndo(undone) { continue }
      found.append((entry.transaction, entry.undoes != nil))
      if entry.undoes == nil { break }
    }
    return found
  }

  private func isUndo(_ transaction: Int) throws -> Bool {
    try store.journal(JournalQuery(transaction: transaction, limit: 1)).next()?.undoes != nil
  }

  // MARK: Taking back

  /// Takes back an act.
  ///
  /// - Returns: the entries that were taken back, the last one first.
  /// - Throws: ``DiagnosticCode/undo`` when later changes stand on it, or what the rules of a kind refuse.
  @discardableResult
  public func takeBack(_ transaction: Int) throws -> [JournalEntry] {
    let all = try store.journal(JournalQuery(transaction: transaction)).collect()
    guard !all.contains(where: { $0.act == "forget" }) else {
      throw refusal(Localized("what was erased does not come back", "抹去的内容不能恢复"))
    }
    let entries = all.filter(\.isChange).reversed()
    guard let last = entries.first else {
      throw refusal(Localized("there is nothing to take back", "没有可撤销的操作"))
    }
    try refuseIfLaterChangesStand(on: Array(entries), after: last.number)
    writer.authorship.undoes = transaction
    defer { writer.authorship.undoes = nil }
    return try writer.together {
      for entry in entries { try takeBack(entry) }
      return Array(entries)
    }
  }

  private func takeBack(_ entry: JournalEntry) throws {
    guard let kind = writer.schema[entry.subject.kind], entry.erased == nil else {
      throw refusal(Localized("its values were erased", "其内容已被抹去"))
    }
    let record = try store.record(kind, id: entry.subject.id)
    let (before, after) = (
      try RecordText.values(in: entry.before, of: kind), try RecordText.values(in: entry.after, of: kind)
    )
    switch entry.act {
    case "add":
      guard let record else { throw refusal(Localized("the record is gone", "记录已不存在")) }
      if let undoAdding = kind.undoAdding { try undoAdding(record, writer) } else { try writer.remove(record) }
    case "change":
      guard let record else { throw refusal(Localized("the record is gone", "记录已不存在")) }
      guard after.allSatisfy({ record.values[$0] == $1 }) else {
        throw refusal(Localized("the record is another one now", "记录已是另一番内容"))
      }
      try writer.change(record) { edited in
        for (slot, value) in before { edited.values[slot] = value }
      }
    default:
      guard record == nil else { throw refusal(Localized("the record is there", "记录已经存在")) }
      let values = kind.fields.indices.map { before[$0] ?? Value.none }
      try writer.restore(Record(kind, id: entry.subject.id, values: values))
    }
  }

  /// Refuses if an act that stands has since changed a record of these entries, or another part of the same whole.
  private func refuseIfLaterChangesStand(on entries: [JournalEntry], after number: Int) throws {
    var concerned: Set<Reference> = []
    for entry in entries { concerned.formUnion(try wholes(of: entry)) }
    let later = try store.journal(JournalQuery(numbers: number + 1...Int.max, order: .newestFirst))
    var takenBack: Set<Int> = []
    var obstacle: JournalEntry?
    while let entry = try later.next() {
      guard entry.isChange, !takenBack.contains(entry.transaction) else { continue }
      if let undone = entry.undoes {
        takenBack.insert(undone)
        continue
      }
      if try !concerned.isDisjoint(with: wholes(of: entry)) { obstacle = entry }
    }
    guard let obstacle else { return }
    throw refusal(
      Localized(
        "entry \(obstacle.number) (\(obstacle.by), \(obstacle.origin)) stands on it",
        "条目 \(obstacle.number)（\(obstacle.by)，\(obstacle.origin)）以它为基础"))
  }

  /// The record of an entry and what it is part of: a gift and its fund, a vote, its motion and its meeting.
  private func wholes(of entry: JournalEntry) throws -> Set<Reference> {
    var wholes: Set<Reference> = [entry.subject]
    guard let kind = writer.schema[entry.subject.kind] else { return wholes }
    if let record = try store.record(kind, id: entry.subject.id) {
      try add(record.values, kind, to: &wholes)
    } else {
      let told = try RecordText.values(in: entry.before.isEmpty ? entry.after : entry.before, of: kind)
      try add(kind.fields.indices.map { told[$0] ?? .none }, kind, to: &wholes)
    }
    return wholes
  }

  private func add(_ values: [Value], _ kind: RecordKind, to wholes: inout Set<Reference>) throws {
    for name in kind.partOf {
      guard let slot = kind.slot(of: name), case .reference(let whole) = values[slot], wholes.insert(whole).inserted,
        let kind = writer.schema[whole.kind], let record = try store.record(kind, id: whole.id)
      else { continue }
      try add(record.values, kind, to: &wholes)
    }
  }

  private func refusal(_ reason: Localized) -> Diagnostic {
    Diagnostic(
      .undo, Localized("this cannot be undone: \(reason.english)", "无法撤销：\(reason.chinese)"),
      hint: Localized("journal list shows what came after it", "可用 日志 列出 查看其后的改动"))
  }
}
