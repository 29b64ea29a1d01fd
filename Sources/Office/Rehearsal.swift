import CommandLanguage
import Diagnostics
import Foundation
import Records
import Values

/// A run that is taken back: what it would change is listed, record by record.
struct Rehearsal {
  /// Thrown through the transaction to take it back.
  private struct TakenBack: Error {}

  let session: OfficeSession

  /// Runs `body`, lists its changes and takes them back.
  func run(_ body: () throws -> Void) throws {
    do {
      try session.atomically(writing: true) {
        let start = try session.store.journal(JournalQuery(order: .newestFirst, limit: 1)).next()?.number ?? 0
        try body()
        try list(after: start)
        throw TakenBack()
      }
    } catch is TakenBack {}
  }

  private func list(after start: Int) throws {
    let entries = try session.store.journal(JournalQuery(numbers: start + 1...Int.max))
    var count = 0
    while let entry = try entries.next() {
      try session.environment.output(line(for: entry))
      count += 1
    }
    let summary = Localized("changes: \(count); nothing was kept\n", "共 \(count) 项改动，均未保留\n")
    try session.environment.output(summary[session.language])
  }

  /// One change in one line: `would add resident R1: name=胡建国 building=3栋`.
  private func line(for entry: JournalEntry) -> String {
    guard let kind = session.schema[entry.subject.kind] else { return "" }
    let handle = session.handle(of: entry.subject)
    let (before, after) = (values(entry.before, kind), values(entry.after, kind))
    let fields = kind.fields.compactMap { field -> String? in
      let name = field.name[session.language]
      switch (before[field.name.english], after[field.name.english]) {
      case (nil, nil): return nil
      case (nil, let new?): return "\(name)=\(new)"
      case (let old?, let new): return entry.after.isEmpty ? nil : "\(name)=\(old)→\(new ?? "")"
      }
    }
    let act = Rehearsal.acts[entry.act]?[session.language] ?? entry.act
    let text = Localized("would \(act) \(kind.name.english) \(handle)", "将\(act)\(kind.name.chinese) \(handle)")
    let colon = fields.isEmpty ? "" : Localized(": ", "：")[session.language]
    return TerminalText.safe(text[session.language] + colon + fields.joined(separator: " ")) + "\n"
  }

  private static let acts: [String: Localized] = [
    "add": Localized("add", "添加"), "change": Localized("change", "修改"), "remove": Localized("remove", "删除"),
    "reveal": Localized("reveal", "查看"),
  ]

  /// The values of a journal text as people read them, by field; what rows mask is masked.
  private func values(_ text: String, _ kind: RecordKind) -> [String: String] {
    guard let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else { return [:] }
    var values: [String: String] = [:]
    for field in kind.fields {
      guard let content = object[field.name.english] else { continue }
      let value = (try? field.type.value(exchange: "\(content)")) ?? .text("\(content)")
      let shown = session.text(of: field.isMasked ? session.masked(value, field.type) : value)
      values[field.name.english] = shown.contains(" ") ? "\"\(shown)\"" : shown
    }
    return values
  }
}
