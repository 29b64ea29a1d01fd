import Diagnostics
import Records
import Values

/// Finds the one record that a typed text names: by handle, by label, or by label and a distinguishing value
/// (`张伟@3栋`). Nothing is guessed.
struct NameResolution {
  let session: OfficeSession
  /// The kinds that the record may be of.
  let kinds: [RecordKind]
  /// Whether an error offers what may have been meant, which takes time.
  var suggests = true

  /// The record; throws when there is none, or more than one.
  func resolve(_ text: String) throws -> Reference {
    var found = try candidates(text)
    if found.isEmpty { found = try kinds.flatMap { try $0.named(text, session.store) } }
    if found.count == 1 { return found[0].reference }
    if found.count > 1 { throw ambiguous(text, found) }
    throw unknown(text)
  }

  /// All records that a text names: one by its handle, or all of that label.
  func candidates(_ text: String) throws -> [Record] {
    for kind in kinds {
      if let record = try byHandle(text, kind) { return [record] }
    }
    return try kinds.flatMap { try byLabel(text, $0) }
  }

  /// The record of a handle, if there is one.
  func byHandle(_ text: String, _ kind: RecordKind) throws -> Record? {
    switch kind.handle {
    case .numbered: return try kind.number(ofHandle: text).flatMap { try session.store.record(kind, id: $0) }
    case .field(let name):
      for candidate in [text, text.folded, text.folded.uppercased()] {
        let query = Query(kind, [Condition(name, .equal, .text(candidate))])
        if let record = try session.store.first(query) { return record }
      }
      return nil
    }
  }

  /// The most candidates that an error lists.
  private static let candidateLimit = 8

  private func byLabel(_ text: String, _ kind: RecordKind) throws -> [Record] {
    guard let label = kind.label else { return [] }
    var found = try records(kind, label, text)
    if found.isEmpty, text.folded != text { found = try records(kind, label, text.folded) }
    if found.isEmpty, let separator = text.lastIndex(of: "@") ?? text.lastIndex(of: "＠") {
      let name = String(text[..<separator])
      let qualifier = String(text[text.index(after: separator)...])
      guard !qualifier.isEmpty else { return [] }
      // Of many of one name the qualifier may choose any.
      found = try records(kind, label, name, limit: nil).filter { record in
        kind.distinguishedBy.contains { session.text(of: record, $0).hasPrefix(qualifier) }
      }
    }
    return found
  }

  private func records(
    _ kind: RecordKind, _ label: String, _ text: String, limit: Int? = candidateLimit + 1
  ) throws -> [Record] {
    let normal = kind.normalizeLabel(text)
    let query = Query(kind, [Condition(label, .equal, .text(normal))], limit: limit)
    var found: [Record] = []
    for record in try session.store.records(query).collect() {
      // A name that was recorded twice still names one person.
      let meant = try kind.successor(of: record).map { try session.record($0) } ?? record
      if !found.contains(where: { $0.id == meant.id }) { found.append(meant) }
    }
    return found
  }

  /// The fault that a text names several records.
  ///
  /// - Parameter subject: the parameter that the text was given for, where that is not known otherwise.
  func ambiguous(_ text: String, _ records: [Record], subject: String? = nil) -> Diagnostic {
    let list = records.prefix(Self.candidateLimit).map { session.description(of: $0) }.joined(separator: ", ")
    let isAll = records.count <= Self.candidateLimit
    let count = min(records.count, Self.candidateLimit)
    return Diagnostic(
      .ambiguousRecord,
      Localized(
        "\"\(text)\" names \(isAll ? "" : "more than ")\(count) records", "“\(text)”对应\(isAll ? "" : "超过") \(count) 条记录"
      ),
      hint: Localized("choose by handle: \(list)", "请用代号指明：\(list)"), subject: subject)
  }

  private func unknown(_ text: String) -> Diagnostic {
    let english = kinds.map(\.name.english).joined(separator: " or ")
    let chinese = kinds.map(\.name.chinese).joined(separator: "或")
    return Diagnostic(
      .unknownRecord, Localized("no \(english) is named \"\(text)\"", "没有名为“\(text)”的\(chinese)"),
      hint: suggests ? NearbyRecords(session: session, kinds: kinds).hint(for: text) : nil)
  }
}

extension OfficeSession {
  /// A record as an error names it: `胡建国 (R1, 3栋2单元501)`.
  func description(of record: Record) -> String {
    let details = record.kind.distinguishedBy.map { text(of: record, $0) }.filter { !$0.isEmpty }
    var parts = [handle(of: record)] + details
    if let departure = record.kind.departure, !record.kind.isCurrent(record) {
      parts.append(text(of: record, departure.status.name.english))
    }
    return "\(label(of: record)) (\(parts.joined(separator: ", ")))"
  }

  /// A field of a record as people read it.
  func text(of record: Record, _ field: String) -> String {
    guard let row = try? row(of: record), let value = row[field] else { return "" }
    return text(of: value)
  }
}

extension String {
  /// The text with full-width letters, digits and punctuation folded to ASCII.
  fileprivate var folded: String { String(String.UnicodeScalarView(unicodeScalars.map(FullWidth.fold))) }
}
