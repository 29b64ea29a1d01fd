import CommandLanguage
import Diagnostics
import Values

extension HelpText {
  /// Something that help explains.
  private struct Entry {
    /// How it is written.
    let form: String
    let summary: Localized
    /// What else is said of it, in both languages.
    var details: [String] = []

    /// Whether every word is found, and whether in the form alone.
    func holds(_ words: [String]) -> (any: Bool, form: Bool) {
      let form = form.lowercased()
      let text = ([form, summary.english, summary.chinese] + details).joined(separator: "\n").lowercased()
      return (words.allSatisfy { text.contains($0) }, words.allSatisfy { form.contains($0) })
    }
  }

  /// Everything that help explains with all of some words in it; what is called so comes first.
  ///
  /// - Throws: `E-UNKNOWN-TOPIC` if there is nothing.
  func entries(holding words: [String]) throws -> String {
    let words = words.map { $0.lowercased() }
    let found = entries.map { (entry: $0, holds: $0.holds(words)) }.filter(\.holds.any)
    guard !found.isEmpty else {
      let text = words.joined(separator: " ")
      throw Diagnostic(
        .unknownTopic, Localized("no help speaks of \(text)", "帮助中没有提到 \(text)"),
        hint: Localized("help lists the topics; try one word alone", "输入 help 可列出主题；可只用一个词再试"), subject: "words")
    }
    let sorted = found.filter(\.holds.form) + found.filter { !$0.holds.form }
    return columns(sorted.map { ($0.entry.form, $0.entry.summary[language]) })
  }

  private var entries: [Entry] {
    let commands = table.commands.map(\.declaration).map { declaration in
      Entry(
        form: declaration.words[language], summary: declaration.summary,
        details: [declaration.words.english, declaration.words.chinese]
          + declaration.parameters.filter { $0.role != .filter }.flatMap { parameter in
            let field = parameter.field
            return [field.name.english, field.name.chinese, field.help.english, field.help.chinese]
          })
    }
    let filters = FilterDeclaration.all.map {
      Entry(form: $0.form, summary: $0.summary, details: [$0.name.english, $0.name.chinese])
    }
    let functions = FunctionDeclaration.all.map {
      Entry(form: $0.form, summary: $0.summary, details: [$0.name.english, $0.name.chinese])
    }
    let statements = Keyword.allCases.map { Entry(form: $0.form, summary: $0.summary) }
    return commands + filters + functions + statements + codes.map { Entry(form: $0.id, summary: $0.title) }
  }
}
