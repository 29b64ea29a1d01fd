import Records
import Values

/// Names that a script has used and the records that they name, as long as those cannot have changed: a script that
/// adds a thousand residents of one building looks the building up once.
final class ResolvedNames {
  /// How many names are remembered.
  private static let capacity = 10_000

  /// A name, and what kinds of record it was looked for among.
  private struct Question: Hashable {
    let text: String
    let kinds: [String]
  }

  /// The record, and what the kinds' revisions were when it was found.
  private struct Answer {
    let reference: Reference
    let kinds: [RecordKind]
    let revision: Int
  }

  private let store: any RecordStore
  private var answers: [Question: Answer] = [:]

  init(store: any RecordStore) { self.store = store }

  /// The record that a text is known to name.
  subscript(text: String, kinds: [String]) -> Reference? {
    guard store.isInTransaction, let answer = answers[Question(text: text, kinds: kinds)],
      answer.revision == revision(of: answer.kinds)
    else { return nil }
    return answer.reference
  }

  /// Remembers which record a text names.
  func remember(_ text: String, _ kinds: [RecordKind], _ reference: Reference) {
    guard store.isInTransaction else { return }
    if answers.count >= ResolvedNames.capacity { answers.removeAll() }
    answers[Question(text: text, kinds: kinds.map(\.name.english))] = Answer(
      reference: reference, kinds: kinds, revision: revision(of: kinds))
  }

  /// Revisions only grow, so that their sum stays the same only if each of them does.
  private func revision(of kinds: [RecordKind]) -> Int { kinds.reduce(0) { $0 + store.revision(of: $1) } }
}
