import Diagnostics
import Records
import Values

extension OfficeSession {
  /// How many names completion offers.
  private static let nameLimit = 50

  /// What the prompt calls the office: its name, marked if it is a demonstration; before it has one, the product's.
  public var promptName: String {
    guard let office = try? Community.find(in: store) else { return Localized("linli", "邻里")[language] }
    let name = TerminalText.safe(office[Community.name])
    return office[Community.demo] ? name + Localized(" (demo)", "（演示）")[language] : name
  }

  /// Names of records that begin with a text: labels, and handles once one is begun. Faults give no names: a key at the
  /// prompt is no place for an error.
  public func names(ofKinds kinds: [String], prefix: String) -> [(text: String, description: String)] {
    (try? kinds.compactMap { schema[$0] }.flatMap { try names(of: $0, prefix: prefix) }) ?? []
  }

  private func names(of kind: RecordKind, prefix: String) throws -> [(text: String, description: String)] {
    var conditions: [Condition] = []
    if let label = kind.label, !prefix.isEmpty, !isHandle(prefix, of: kind) {
      conditions = .beginning(of: label, prefix)
    }
    let records = try store.records(Query(kind, conditions, limit: Self.nameLimit)).collect()
    return records.flatMap { record -> [(text: String, description: String)] in
      let handle = handle(of: record)
      let label = label(of: record)
      if kind.label == nil || isHandle(prefix, of: kind) { return [(handle, description(of: record))] }
      return [(label, description(of: record))]
    }
  }

  private func isHandle(_ text: String, of kind: RecordKind) -> Bool {
    guard case .numbered(let prefix) = kind.handle else { return false }
    let rest = text.uppercased()
    return rest.hasPrefix(prefix) && rest.count > prefix.count && rest.dropFirst(prefix.count).allSatisfy(\.isNumber)
  }
}
