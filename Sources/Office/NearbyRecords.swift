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
  /// How many records that begin like the text are looked at, and how many others; the work is the same in a town of
  /// three hundred thousand.
  private static let (beginningLimit, limit) = (1_000, 2_000)

  /// What to do instead: the records that may be meant, else how to find one.
  func hint(for text: String) -> Localized? {
    for kind in kinds {
      if let hint = try? newest(kind, forHandle: text) { return hint }
    }
    let named = (try? nearest(to: text)) ?? []
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
      let record = try session.store.records(Query(kind, newestFirst: true, limit: 1)).next()
    else { return nil }
    let newest = session.handle(of: record)
    return Localized("the newest is \(newest)", "最新的是 \(newest)")
  }

  private func nearest(to text: String) throws -> [Record] {
    var records: [String: [Record]] = [:]
    var names: [String] = []
    for kind in kinds {
      for record in try candidates(text, kind) {
        let name = session.label(of: record)
        if records[name] == nil { names.append(name) }
        records[name, default: []].append(record)
      }
    }
    let name = text.split(separator: "@", maxSplits: 1).first.map(String.init) ?? text
    let nearest = Suggestion.nearest(Self.offered, to: name, in: names)
    return Array(nearest.flatMap { records[$0] ?? [] }.prefix(Self.offered))
  }

  /// Records of a kind whose labels may be near, those that begin alike first.
  private func candidates(_ text: String, _ kind: RecordKind) throws -> [Record] {
    guard let label = kind.label else { return [] }
    let name = kind.normalizeLabel(text)
    var found: [Record] = []
    var seen: Set<Int> = []
    func look(_ query: Query) throws {
      found += try session.store.records(query).collect().filter { seen.insert($0.id).inserted }
    }
    for length in [2, 1] where name.count > length {
      let beginning = String(name.prefix(length))
      try look(Query(kind, .beginning(of: label, beginning), limit: Self.beginningLimit))
    }
    try look(Query(kind, limit: Self.limit))
    return found
  }

  /// How to find a record when nothing is near.
  private func way(to text: String, _ kind: RecordKind) throws -> Localized? {
    guard try session.store.records(Query(kind, limit: 1)).next() != nil else {
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
