import CommandLanguage
import Diagnostics
import Values

/// `help`: what there is, what it takes, lines to copy.
enum HelpCommands {
  static let all = [help, search]

  private static let topic = Field<[String]>(
    "topic", "主题", "A noun, a noun and a verb, functions, filters, statements, errors, or the code of an error.",
    "名词、名词加动作、functions、filters、statements、errors，或错误代码。",
    type: .list(.text(maximum: 60)))

  static let help = OfficeCommand(
    CommandDeclaration(
      Name("help", "帮助"), nil, Localized("Explains the commands.", "说明各命令的用法。"),
      parameters: [.rest(topic, required: false)], effect: .reads, result: .document,
      examples: [
        Example("help", "Lists the nouns.", "列出名词。"),
        Example("help fund", "Lists what can be done with a fund.", "列出筹款的各个动作。"),
        Example("help fund give", "Explains one command.", "说明一个命令。"),
        Example("help E-QUORUM", "Explains an error and says what to do.", "说明一种错误及处理办法。"),
      ])
  ) { session, arguments in
    .document(try session.help(about: arguments[topic]))
  }

  private static let words = Field<[String]>(
    "words", "词语", "What to look for, in either language.", "要查找的词语，中英文均可。", type: .list(.text(maximum: 60)))

  static let search = OfficeCommand(
    CommandDeclaration(
      Name("?", "?"), nil,
      Localized(
        "Searches all help: commands, their values, filters, functions, statements, errors.",
        "在全部帮助中查找：命令及其参数、筛选器、函数、语句、错误。"),
      parameters: [.rest(words)], effect: .reads, result: .document,
      examples: [
        Example("? receipt", "What has to do with receipts.", "与收据有关的一切。"),
        Example("? 票号", "By a Chinese word.", "按中文词语查找。"),
      ])
  ) { session, arguments in
    .document(try session.helpText.entries(holding: arguments[words]))
  }
}

extension OfficeSession {
  /// The help on a topic, a noun, a noun and a verb, a code; without words the list of everything.
  ///
  /// - Throws: `E-UNKNOWN-TOPIC` if there is none.
  public func help(about words: [String]) throws -> String {
    try helpText.text(about: words)
  }

  fileprivate var helpText: HelpText { HelpText(table: table, language: language, codes: codes) }
}
