import CommandLanguage
import Diagnostics
import Values

/// The reference page of all commands, made from their declarations.
public enum ReferencePage {
  /// The page as Markdown.
  ///
  /// - Parameter table: what examples are written in Chinese by.
  public static func text(of table: CommandTable) -> String {
    var text = """
      # Commands

      Made from the declarations by `scripts/update`; do not edit. Every word has an English and a Chinese name, and
      both are always accepted. Brackets mark what may be left out. Every example is run by the tests.

      """
    var noun: Name?
    for declaration in table.commands.map(\.declaration) {
      if declaration.noun != noun {
        noun = declaration.noun
        text += "\n## \(declaration.noun.english) · \(declaration.noun.chinese)\n"
      }
      text += section(declaration, table)
    }
    text += "\n## Filters\n\n| filter | Chinese | does |\n| --- | --- | --- |\n"
    for filter in FilterDeclaration.all {
      text += "| `\(filter.form.replacing("|", with: "\\|"))` | \(filter.name.chinese) | \(filter.summary.english) |\n"
    }
    text += "\n## Functions\n\n| function | Chinese | gives | example |\n| --- | --- | --- | --- |\n"
    for function in FunctionDeclaration.all {
      text += "| `\(function.form)` | \(function.name.chinese) | \(function.summary.english) "
      text += "| `\(function.example.expression)` is `\(function.example.result)` |\n"
    }
    text += "\n## Statements\n\n| statement | does |\n| --- | --- |\n"
    for keyword in Keyword.allCases where keyword != .else && keyword != .catch {
      text += "| `\(keyword.form)` | \(keyword.summary.english) |\n"
    }
    return text
  }

  private static func section(_ declaration: CommandDeclaration, _ table: CommandTable) -> String {
    var text = "\n### \(declaration.words.english) · \(declaration.words.chinese)\n\n"
    text +=
      "\(declaration.summary.english)\n\n    \(declaration.form(in: .english))\n    \(declaration.form(in: .chinese))\n"
    let values = declaration.parameters.filter { $0.role != .filter }
    if !values.isEmpty {
      text += "\n| parameter | Chinese | takes | |\n| --- | --- | --- | --- |\n"
      for parameter in values {
        let field = parameter.field
        text += "| \(field.name.english)\(parameter.isRequired ? " (needed)" : "") | \(field.name.chinese) "
        text += "| \(field.type.expectation.english) | \(field.help.english) |\n"
      }
    }
    let filters = declaration.parameters.filter { $0.role == .filter }
    if !filters.isEmpty {
      let names = filters.map { "\($0.field.name.english) (\($0.field.name.chinese))" }
      text += "\nSelects with `= != < <= > >= ~` by: \(names.joined(separator: ", ")).\n"
    }
    for example in declaration.examples {
      text += "\n    \(example.line)  # \(example.explanation.english)\n"
      let chinese = table.renamed(example.line, in: .chinese)
      if chinese != example.line { text += "    \(chinese)  # \(example.explanation.chinese)\n" }
    }
    return text
  }
}
