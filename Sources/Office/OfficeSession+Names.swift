import Diagnostics
import Records
import Values

extension OfficeSession {
  /// How many names completion offers.
  private static let nameLimit = 50

  /// A name that completion offers.
  public typealias OfferedName = (text: String, description: String)

  /// What the prompt calls the office: its name, marked if it is a demonstration; before it has one, the product's.
  public var promptName: String {
    guard let office = try? Community.find(in: store) else { return Localized("linli", "邻里")[language] }
    let name = TerminalText.safe(office[Community.name])
    return office[Community.demo] ? name + Localized(" (demo)", "（演示）")[language] : name
  }

  /// What the prompt shows before each line: the office, and who works in it if that is not who logged in.
  public var promptText: String {
    operatorName == environment.loginName ? promptName : TerminalText.safe(operatorName) + "@" + promptName
  }

  /// Whether nothing was made here yet, not even the office.
  public var isNew: Bool { (try? Community.find(in: store)) == nil }

  /// Names of records that a text begins or finds: labels, by a part of them, pinyin or initials; handles once one is
  /// begun. Faults give no names: a key at the prompt is no place for an error.
  public func names(ofKinds kinds: [String], prefix: String) -> [OfferedName] {
    (try? kinds.compactMap { schema[$0] }.flatMap { try names(of: $0, prefix: prefix) }) ?? []
  }

  private func names(of kind: RecordKind, prefix: String) throws -> [OfferedName] {
    if let number = kind.number(ofHandle: prefix) { return try handles(of: kind, beginningWith: number) }
    guard let label = kind.label else {
      return try store.records(Query(kind, onlyCurrent: true, limit: Self.nameLimit)).collect().map(handleOffered)
    }
    if prefix.isEmpty {
      return offered(try store.records(Query(kind, onlyCurrent: true, limit: Self.nameLimit)).collect())
    }
    if let separator = prefix.lastIndex(where: { $0 == "@" || $0 == "＠" }) {
      return try bearers(of: String(prefix[..<separator]), kind, label)
    }
    guard kind.search != nil else {
      let conditions = [Condition].beginning(of: label, prefix)
      return offered(try store.records(Query(kind, conditions, onlyCurrent: true, limit: Self.nameLimit)).collect())
    }
    let several = try bearers(of: prefix, kind, label)
    if several.count > 1 { return several }
    return try found(prefix, kind, label)
  }

  /// The names that a text finds, each once; of a name that several bear it is said how many do.
  private func found(_ text: String, _ kind: RecordKind, _ label: String) throws -> [OfferedName] {
    var names: [OfferedName] = []
    if let pattern = LabelPattern(text, of: kind) {
      for name in try store.labels(of: kind, matching: pattern, limit: Self.nameLimit) {
        let query = Query(kind, [Condition(label, .equal, .text(name))], onlyCurrent: true)
        guard let first = try store.first(Query(kind, query.conditions, onlyCurrent: true)) else {
          continue
        }
        let count = try store.count(query)
        let several = Localized("\(count) of this name", "\(count) 人同名")[language]
        names.append((name, count > 1 ? several : description(of: first)))
      }
    }
    guard names.isEmpty, kind == Resident.kind else { return names }
    // A phone or an address names somebody too.
    let numbers = try ResidentSearch(self).numbers([text]).prefix(Self.nameLimit)
    return offered(try numbers.compactMap { try store.record(kind, id: $0) }.filter(kind.isCurrent))
  }

  /// What tells apart those who bear one name: `胡建国@3栋2单元201`; nothing if they are fewer than two.
  private func bearers(of name: String, _ kind: RecordKind, _ label: String) throws -> [OfferedName] {
    let condition = Condition(label, .equal, .text(kind.normalizeLabel(name)))
    let records = try store.records(Query(kind, [condition], onlyCurrent: true, limit: Self.nameLimit)).collect()
    guard records.count > 1 else { return offered(records) }
    return records.map { record in
      let place = kind.distinguishedBy.lazy.map { self.text(of: record, $0) }.first { !$0.isEmpty }
      return (place.map { "\(self.label(of: record))@\($0)" } ?? handle(of: record), description(of: record))
    }
  }

  /// The handles that begin with a number: of 12 there are 12, 120 to 129, 1200 to 1299 ….
  private func handles(of kind: RecordKind, beginningWith number: Int) throws -> [OfferedName] {
    var records: [Record] = []
    var scale = 1
    while records.count < Self.nameLimit, let first = number.product(scale), let end = (number + 1).product(scale) {
      let conditions = [
        Condition("id", .greaterOrEqual, .integer(first)), Condition("id", .less, .integer(end)),
      ]
      records += try store.records(Query(kind, conditions, limit: Self.nameLimit - records.count)).collect()
      scale *= 10
    }
    return records.map(handleOffered)
  }

  private func handleOffered(_ record: Record) -> OfferedName { (handle(of: record), description(of: record)) }

  private func offered(_ records: [Record]) -> [OfferedName] {
    records.map { (label(of: $0), description(of: $0)) }
  }
}

extension Int {
  /// The product, if it is a number that a record may have.
  fileprivate func product(_ factor: Int) -> Int? {
    let (product, overflows) = multipliedReportingOverflow(by: factor)
    return overflows || product > 1_000_000_000 ? nil : product
  }
}
