import Diagnostics
import Values

/// What help explains besides commands.
public enum HelpTopic: CaseIterable {
  case statements, filters, functions, errors

  /// What it is called.
  public var name: Name {
    switch self {
    case .statements: Name("statements", "语句")
    case .filters: Name("filters", "筛选器")
    case .functions: Name("functions", "函数")
    case .errors: Name("errors", "错误")
    }
  }

  /// What help says about it, in a few words.
  public var summary: Localized {
    switch self {
    case .statements: Localized("The statements of the language.", "语言中的语句。")
    case .filters: Localized("What may stand behind a bar.", "竖线之后可用的筛选器。")
    case .functions: Localized("The functions of the language.", "语言中的函数。")
    case .errors: Localized("The codes of errors, and what to do.", "错误代码及处理办法。")
    }
  }

  /// The topic of a name, in either language.
  static func named(_ word: String) -> HelpTopic? { allCases.first { $0.name.matches(word) } }
}
