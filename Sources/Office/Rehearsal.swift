import CommandLanguage
import Diagnostics
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
    let fields = ChangeText(entry, session).changes.compactMap { change -> String? in
      let after = change.after.map(quoted)
      guard let before = change.before.map(quoted) else { return after.map { "\(change.name)=\($0)" } }
      return entry.after.isEmpty ? nil : "\(change.name)=\(before)→\(after ?? "")"
    }
    let act = JournalAct(rawValue: entry.act)?.infinitive ?? Localized(same: entry.act)
    let text = Localized(
      "would \(act.english) \(kind.name.english) \(handle)", "将\(act.chinese)\(kind.name.chinese) \(handle)")
    let colon = fields.isEmpty ? "" : Localized(": ", "：")[session.language]
    return TerminalText.safe(text[session.language] + colon + fields.joined(separator: " ")) + "\n"
  }

  private func quoted(_ text: String) -> String { text.contains(" ") ? "\"\(text)\"" : text }
}
