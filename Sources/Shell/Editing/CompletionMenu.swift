import Diagnostics

/// The candidates under the line, of which Tab and the arrow keys choose one.
struct CompletionMenu {
  /// What is offered.
  let completion: Completion
  /// Which one is chosen; nothing yet.
  private(set) var choice: Int?

  /// Offers the candidates of a completion.
  init(_ completion: Completion) { self.completion = completion }

  /// The chosen candidate.
  var chosen: Completion.Candidate? { choice.map { completion.candidates[$0] } }

  /// Goes on to another candidate; behind the last comes the first.
  mutating func move(by step: Int) {
    let count = completion.candidates.count
    guard count > 0 else { return }
    choice = choice.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
  }

  /// The rows for a window: those around the chosen one, and how many there are beyond.
  func rows(columns: Int, limit: Int) -> [String] {
    let limit = max(1, limit)
    let count = completion.candidates.count
    let room = count > limit ? max(1, limit - 1) : limit
    let first = min(max(0, (choice ?? 0) - room + 1), max(0, count - room))
    let shown = first..<min(count, first + room)
    let isDescribed = completion.candidates[shown].contains { !$0.description.isEmpty }
    let widest = completion.candidates[shown].map { DisplayWidth.of(TerminalText.safe($0.text)) }.max() ?? 0
    let column = min(widest, max(4, isDescribed ? columns / 2 : columns - 4))
    var rows = shown.map { index in
      let candidate = completion.candidates[index]
      let name = TerminalText.safe(candidate.text).truncated(to: column).padded(to: column)
      let row = "  \(name)  \(TerminalText.safe(candidate.description))".truncated(to: columns - 1)
      return index == choice ? "▸" + row.dropFirst() : row
    }
    if count > room { rows.append("  … \(choice.map { $0 + 1 } ?? 0)/\(count)") }
    return rows
  }
}
