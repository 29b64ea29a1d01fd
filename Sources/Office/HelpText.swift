import CommandLanguage
import Diagnostics
import Values

extension DiagnosticCode {
  /// Help knows nothing of a topic.
  public static let unknownTopic = DiagnosticCode(
    "E-UNKNOWN-TOPIC", "There is no help on this topic.", "没有这个主题的帮助。",
    mend: Localized("help lists the topics.", "help 列出各主题。"),
    example: .lines("help fnud", "帮助 筹宽"))
}

/// The help texts, all made from the declarations.
struct HelpText {
  let table: CommandTable
  let language: Language
  /// The codes that an error may have.
  let codes: [DiagnosticCode]

  /// The help on a topic; without words, the list of everything.
  func text(about words: [String]) throws -> String {
    guard let first = words.first else { return overview }
    if words.count > 1, let command = table.command(first, words[1]) { return text(of: command.declaration) }
    if let topic = HelpTopic.named(first) { return text(of: topic) }
    if words.count == 1, let code = code(first) { return text(of: code) }
    if let command = table.command(first, nil) { return text(of: command.declaration) }
    let commands = table.commands(of: first)
    if !commands.isEmpty, words.count == 1 { return list(of: commands.map(\.declaration)) }
    if let filter = FilterDeclaration.named(first) { return text(of: filter) }
    if let keyword = Keyword(rawValue: first) { return "\(keyword.form)\n  \(keyword.summary[language])\n" }
    if let function = FunctionDeclaration.named(first) { return text(of: function) }
    throw unknown(words)
  }

  private func unknown(_ words: [String]) -> Diagnostic {
    let nouns = table.commands.map(\.declaration.noun) + HelpTopic.allCases.map(\.name)
    let others = FilterDeclaration.all.map(\.name) + FunctionDeclaration.all.map(\.name)
    var known =
      (nouns + others).flatMap { [$0.english, $0.chinese] } + codes.map(\.id) + Keyword.allCases.map(\.rawValue)
    if table.hasNoun(words[0]) {
      let verbs = table.commands(of: words[0]).compactMap(\.declaration.verb)
      known = verbs.flatMap { [$0.english, $0.chinese] }
    }
    return Diagnostic(
      .unknownTopic,
      Localized("there is no help on \(words.joined(separator: " "))", "没有关于 \(words.joined(separator: " ")) 的帮助"),
      hint: Suggestion.hint(for: words.count > 1 ? words[1] : words[0], in: known)
        ?? Localized("help lists the topics", "输入 help 可列出主题"), subject: "topic")
  }

  // MARK: Overview

  private var overview: String {
    var nouns: [(name: Name, verbs: [String], summary: String)] = []
    for declaration in table.commands.map(\.declaration) {
      let verb = declaration.verb.map { $0[language] }
      if let index = nouns.firstIndex(where: { $0.name == declaration.noun }) {
        if let verb { nouns[index].verbs.append(verb) }
      } else {
        nouns.append((declaration.noun, verb.map { [$0] } ?? [], declaration.summary[language]))
      }
    }
    let lines = nouns.map { ($0.name[language], $0.verbs.isEmpty ? $0.summary : $0.verbs.joined(separator: " ")) }
    let intro = Localized(
      "A line is a noun, a verb, and values:  resident add 胡建国 building=3栋", "一行命令由名词、动作和值组成：居民 添加 胡建国 楼栋=3栋")
    let outro = Localized(
      """
      help NOUN and help NOUN VERB say more; help statements, help filters, help functions explain the language;
      help errors lists the codes that errors end with, help E-SYNTAX explains one; ? and a word searches all of it.
      """,
      """
      help 名词、help 名词 动作 有详细说明；help statements、help filters、help functions 说明语言；
      help errors 列出错误末尾的代码，help E-SYNTAX 说明其中一个；? 加词语在全部帮助中查找。
      """)
    return intro[language] + "\n\n" + columns(lines) + "\n" + outro[language] + "\n"
  }

  private func list(of declarations: [CommandDeclaration]) -> String {
    columns(declarations.map { ($0.words[language], $0.summary[language]) })
  }

  // MARK: One command

  private func text(of declaration: CommandDeclaration) -> String {
    var text = declaration.form(in: language) + "\n  " + declaration.summary[language] + "\n"
    let filters = declaration.parameters.filter { $0.role == .filter }
    let values = declaration.parameters.filter { $0.role != .filter }
    if !values.isEmpty {
      text += "\n" + columns(values.map { (name(of: $0), description(of: $0)) })
    }
    if !filters.isEmpty {
      let names = filters.map { $0.field.name[language] }.joined(separator: " ")
      text += "\n  " + Localized("selects by (= != < <= > >= ~): ", "可作条件（= != < <= > >= ~）：")[language] + names + "\n"
    }
    if !declaration.examples.isEmpty {
      text += "\n" + Localized("Examples", "例")[language] + "\n"
      text += columns(
        declaration.examples.map { (table.renamed($0.line, in: language), "# " + $0.explanation[language]) })
    }
    return text
  }

  private func name(of parameter: Parameter) -> String {
    let name = parameter.field.name[language]
    switch parameter.role {
    case .positional: return name.uppercased()
    case .rest: return name.uppercased() + "…"
    case .named, .filter: return name + "="
    }
  }

  private func description(of parameter: Parameter) -> String {
    var text = parameter.field.help[language]
    if case .choice = parameter.field.type {
      text += " " + parameter.field.type.expectation[language]
    }
    if parameter.isRequired { text += Localized(" (needed)", "（必填）")[language] }
    return text
  }

  // MARK: The language

  private func text(of topic: HelpTopic) -> String {
    switch topic {
    case .errors:
      columns(codes.map { ($0.id, $0.title[language]) })
        + Localized("\nhelp and a code say what to do.\n", "\nhelp 加代码说明如何处理。\n")[language]
    case .functions: columns(FunctionDeclaration.all.map { ($0.form, $0.summary[language]) })
    case .filters: columns(FilterDeclaration.all.map { ($0.form, $0.summary[language]) })
    case .statements:
      columns(
        Keyword.allCases.filter { $0 != .else && $0 != .catch }.map { ($0.form, $0.summary[language]) })
    }
  }

  private func text(of filter: FilterDeclaration) -> String {
    "\(filter.form)\n  \(filter.summary[language])\n\n\(Localized("Example", "例")[language])\n"
      + "  \(table.renamed(filter.example, in: language))\n"
  }

  private func text(of function: FunctionDeclaration) -> String {
    "\(function.form)\n  \(function.summary[language])\n\n\(Localized("Example", "例")[language])\n"
      + "  \(table.renamed("print $(\(function.example.expression))", in: language))\n  \(function.example.result)\n"
  }

  /// Two columns; what does not fit beside the first stands under it.
  func columns(_ lines: [(String, String)]) -> String {
    let width = min(lines.map { DisplayWidth.of($0.0) }.max() ?? 0, 34)
    return lines.map { left, right in
      let gap = width - DisplayWidth.of(left)
      let separator = gap < 0 ? "\n" + String(run: " ", width + 4) : String(run: " ", gap + 2)
      return "  " + left + separator + right + "\n"
    }.joined()
  }
}
