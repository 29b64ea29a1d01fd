import Diagnostics
import Values

extension HelpText {
  /// The code that a word is, however its letters are typed.
  func code(_ word: String) -> DiagnosticCode? {
    let id = FullWidth.fold(word).uppercased()
    return codes.first { $0.id == id }
  }

  /// What a code means, what leads to it, and what to do.
  func text(of code: DiagnosticCode) -> String {
    let lines = code.example.text[language].split(separator: "\n").map { "  \($0)\n" }.joined()
    return """
      \(code.id)  \(code.title[language])

      \(Localized("Example", "例")[language])
      \(lines)
      \(Localized("What to do", "怎么办")[language])
        \(code.mend[language])

      """
  }
}
