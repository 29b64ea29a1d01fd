import Diagnostics
import Records
import Values

/// Finds the one record that a typed text names: by handle, by label, or by label and a distinguishing value
/// (`张伟@3栋`). Nothing is guessed.
struct NameResolution {
  let session: OfficeSession
  /// The kinds that the record may be of.
  let kinds: [RecordKind]

  /// The record; throws when there is none, or more than one.
  func resolve(_ text: String) throws -> Reference {
    for kind in kinds {
      if let reference = try byHandle(text, kind) { return reference }
    }
    var found = try kinds.flatMap { try byLabel(text, $0) }
    if found.isEmpty { found = try kinds.flatMap { try $0.named(text, session.store) } }
    if found.count == 1 { return found[0].reference }
    if found.count > 1 { throw ambiguous(text, found) }
    throw unknown(text)
  }

  private func byHandle(_ text: String, _ kind: RecordKind) throws -> Reference? {
    switch kind.handle {
    case .numbered: return try kind.number(ofHandle: text).flatMap { try session.store.record(kind, id: $0)?.reference }
    case .field(let name):
      for candidate in [text, text.folded, text.folded.uppercased()] {
        let query = Query(kind, [Condition(name, .equal, .text(candidate))], limit: 1)
        if let record = try session.store.records(query).next() { return record.reference }
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
      found = try records(kind, label, name).filter { record in
        kind.distinguishedBy.contains { session.text(of: record, $0).hasPrefix(qualifier) }
      }
    }
    return found
  }

  private func records(_ kind: RecordKind, _ label: String, _ text: String) throws -> [Record] {
    let normal = kind.normalizeLabel(text)
    let query = Query(kind, [Condition(label, .equal, .text(normal))], limit: Self.candidateLimit)
    var found: [Record] = []
    for record in try session.store.records(query).collect() {
      // A name that was recorded twice still names one person.
      let meant = try kind.successor(of: record).map { try session.record($0) } ?? record
      if !found.contains(where: { $0.id == meant.id }) { found.append(meant) }
    }
    return found
  }

  private func ambiguous(_ text: String, _ records: [Record]) -> Diagnostic {
    let list = records.map { session.description(of: $0) }.joined(separator: ", ")
    return Diagnostic(
      .ambiguousRecord,
      Localized("\"\(text)\" names \(records.count) records", "“\(text)”对应 \(records.count) 条记录"),
      hint: Localized("choose by handle: \(list)", "请用代号指明：\(list)"))
  }

  private func unknown(_ text: String) -> Diagnostic {
    let english = kinds.map(\.name.english).joined(separator: " or ")
    let chinese = kinds.map(\.name.chinese).joined(separator: "或")
    return Diagnostic(
      .unknownRecord, Localized("no \(english) is named \"\(text)\"", "没有名为“\(text)”的\(chinese)"),
      hint: nearest(to: text))
  }

  /// Offers the record with the nearest label among those that share a character with the text.
  private func nearest(to text: String) -> Localized? {
    var best: [String: Record] = [:]
    for kind in kinds {
      guard let label = kind.label else { continue }
      for character in Set(text.prefix(4)) {
        let query = Query(kind, [Condition(label, .contains, .text(String(character)))], limit: 500)
        for record in (try? session.store.records(query).collect()) ?? [] { best[session.label(of: record)] = record }
      }
    }
    guard let name = Suggestion.nearest(to: text, in: best.keys.sorted()), let record = best[name] else { return nil }
    let description = session.description(of: record)
    return Localized("did you mean \(description)?", "是否指 \(description)？")
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
