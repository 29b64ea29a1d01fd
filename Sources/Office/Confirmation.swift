import Diagnostics
import Foundation

/// What is asked at the prompt before something is done that cannot be taken back or that the public sees.
public struct Confirmation: Sendable {
  /// What will happen, and to whom.
  let consequence: Localized
  /// What has to be typed; nothing for a plain yes.
  let word: String?

  /// Asks for a word, for what cannot be taken back, or for a yes.
  init(_ consequence: Localized, typing word: String? = nil) {
    self.consequence = consequence
    self.word = word
  }

  /// The consequence, and in a line of its own the question; whatever does not say yes says no.
  var question: Localized {
    Localized(TerminalLines.safe(consequence.english), TerminalLines.safe(consequence.chinese))
      + (word.map { Localized("\nType \($0) to go on: ", "\n输入 \($0) 确认：") }
        ?? Localized("\nGo on? [y/N] ", "\n是否继续？[y/N] "))
  }

  /// Whether an answer says yes.
  func isGiven(by answer: String) -> Bool {
    let answer = answer.trimmingCharacters(in: .whitespaces)
    return word.map { $0 == answer } ?? ["y", "yes", "是"].contains(answer.lowercased())
  }
}
