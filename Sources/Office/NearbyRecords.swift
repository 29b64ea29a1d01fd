import Diagnostics
import Records
import Values

/// What may be meant by a text that names no record: the records whose labels are spelled or sound nearly so.
struct NearbyRecords {
  let session: OfficeSession
  /// The kinds that the record may be of.
  let kinds: [RecordKind]

  /// How many records are offered.
  private static let offered = 3
  /// How many names are looked at for each way in which they may be alike; the work is the same in a town of three
  /// hundred thousand.
  private static let limit = 1_000

  /// What to do instead: the records that may be meant, else how to find one.
  func hint(for text: String) -> Localized? {
    for kind in kinds {
      if let hint = try? newest(kind, forHandle: text) { return hint }
    }
    let named = session.line.takeSuggestion() ? (try? nearest(to: text)) ?? [] : []
    if !named.isEmpty {
      let list = named.map { session.description(of: $0) }.alternatives
      return Localized("did you mean \(list.english)?", "是否指 \(list.chinese)？")
    }
    return kinds.first.flatMap { try? way(to: text, $0) }
  }

  /// For a handle that is not there: which is the last one.
  private func newest(_ kind: RecordKind, forHandle text: String) throws -> Localized? {
    guard case .numbered(let prefix) = kind.handle, text.uppercased().hasPrefix(prefix),
      text.count > prefix.count, text.dropFirst(prefix.count).allSatisfy(\.isNumber),
      let record = try session.store.first(Query(kind, newestFirst: true))
    else { return nil }
    let newest = session.handle(of: record)
    return Localized("the newest is \(newest)", "最新的是 \(newest)")
  }

  private func nearest(to text: String) throws -> [Record] {
    // What stands behind @ tells people of one name apart.
    let name = text.split(separator: "@", maxSplits: 1).first.map(String.init) ?? text
    var bearers: [String: [RecordKind]] = [:]
    var names: [String] = []
    for kind in kinds {
      for label in try labels(like: kind.normalizeLabel(name), kind) where bearers[label]?.last != kind {
        if bearers[label] == nil { names.append(label) }
        bearers[label, default: []].append(kind)
      }
    }
    var found: [Record] = []
    for near in Suggestion.nearest(Self.offered, to: name, in: names) {
      for kind in bearers[near] ?? [] { found += try records(called: near, kind) }
    }
    return Array(found.prefix(Self.offered))
  }

  /// The labels of a kind that may be near a name, those that sound or begin alike first.
  private func labels(like name: String, _ kind: RecordKind) throws -> [String] {
    guard let label = kind.label else { return [] }
    var found: [String] = []
    var seen: Set<String> = []
    func look(_ labels: [String]) { found += labels.filter { seen.insert($0).inserted } }
    let beginnings = [2, 1].filter { name.count > $0 }.map { String(name.prefix($0)) }
    guard kind.search == nil else {
      // The store knows every label once, and how it sounds.
      for part in [Pinyin(name).joined] + beginnings + [String(name.dropFirst())] {
        guard let pattern = LabelPattern(part, of: kind) else { continue }
        look(try session.store.labels(of: kind, matching: pattern, limit: Self.limit))
      }
      return found
    }
    for conditions in beginnings.map({ [Condition].beginning(of: label, $0) }) + [[]] {
      look(try session.store.records(Query(kind, conditions, limit: Self.limit)).collect().map(session.label))
    }
    return found
  }

  /// The records of a label; one that another took the place of is none.
  private func records(called label: String, _ kind: RecordKind) throws -> [Record] {
    guard let field = kind.label else { return [] }
    let query = Query(kind, [Condition(field, .equal, .text(label))], limit: Self.offered + 1)
    return try session.store.records(query).collect().filter { kind.successor(of: $0) == nil }
  }

  /// How to find a record when nothing is near.
  private func way(to text: String, _ kind: RecordKind) throws -> Localized? {
    guard try session.store.first(Query(kind)) != nil else {
      return Localized("there is no \(kind.name.english) yet", "尚无任何\(kind.name.chinese)")
    }
    guard kind.verbs.contains(.list) else { return nil }
    let list = Localized("\(kind.name.english) list", "\(kind.name.chinese) 列出")
    guard let label = kind.fields.first(where: { $0.name.english == kind.label }), text.allSatisfy(\.isLetter) else {
      return Localized("\(list.english) shows them", "可用 \(list.chinese) 查看")
    }
    let part = String(text.prefix(text.utf8.first ?? 0 < 0x80 ? 2 : 1))
    return Localized(
      "look for a part of it: \(list.english) \(label.name.english)~\(part)",
      "可按部分查找：\(list.chinese) \(label.name.chinese)~\(part)")
  }
}

extension [Condition] {
  /// That a label begins with a text: all such labels lie between it and the text with the last scalar behind it.
  static func beginning(of label: String, _ text: String) -> [Condition] {
    [Condition(label, .greaterOrEqual, .text(text)), Condition(label, .less, .text(text + "\u{10FFFF}"))]
  }
}

extension [String] {
  /// The texts as a choice: `a, b or c`.
  fileprivate var alternatives: Localized {
    guard count > 1, let last else { return Localized(same: first ?? "") }
    return Localized(
      dropLast().joined(separator: ", ") + " or " + last, dropLast().joined(separator: "、") + " 或 " + last)
  }
}
