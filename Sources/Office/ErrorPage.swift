import Diagnostics

/// The page of all errors, made from the declarations of their codes and from what their examples print.
public enum ErrorPage {
  /// The page as Markdown.
  ///
  /// - Parameter errors: the codes in order, each with what its example prints in either language.
  public static func text(of errors: [(code: DiagnosticCode, output: Localized)]) -> String {
    var text = """
      # Errors

      Made from the declarations by `scripts/update`; do not edit. Every error ends with its code in brackets; `help`
      and the code explain it at the prompt. A code keeps its meaning from one version to the next. Every example was
      run on the demonstration office.

      When a script fails, what its other lines did is taken back. The program ends with the status

      | status | when |
      | --- | --- |
      | 0 | it is done |
      | 1 | a command failed |
      | 2 | the call, the script's text or the office that was named is wrong; nothing ran |
      | 129 | its terminal was closed; what ran was taken back |
      | 130 | Ctrl-C stopped it; what ran was taken back |
      | 143 | it was asked to end (SIGTERM); what ran was taken back |

      | code | meaning | 含义 |
      | --- | --- | --- |

      """
    for (code, _) in errors {
      text += "| [\(code.id)](#\(code.id.lowercased())) | \(code.title.english) | \(code.title.chinese) |\n"
    }
    return text + errors.map { section($0, $1) }.joined()
  }

  private static func section(_ code: DiagnosticCode, _ output: Localized) -> String {
    var text = "\n## \(code.id)\n"
    for language in Language.allCases {
      text += "\n\(code.title[language])\n\n"
      text += "```text\n\(example(code, language))\(output[language])```\n\n"
      text += "\(Localized("What to do: ", "怎么办：")[language])\(code.mend[language])\n"
    }
    return text
  }

  /// The example as it is typed, or what happens.
  private static func example(_ code: DiagnosticCode, _ language: Language) -> String {
    let lines = code.example.text[language].split(separator: "\n")
    guard case .lines = code.example else { return lines.map { "# \($0)\n" }.joined() }
    return lines.enumerated().map { ($0 == 0 ? "> " : "… ") + $1 + "\n" }.joined()
  }
}
