import CommandLanguage
import Diagnostics
import Foundation
import Values

/// Asks for what a command needs and was not given, value by value, and puts together the command that somebody who
/// knows it would have typed.
struct GuidedEntry {
  /// What an answer came to.
  private enum Step { case value(String), skipped, back, end }

  private let typed: String
  private let declaration: CommandDeclaration
  private let questions: [Parameter]

  /// Nothing for a text that is no single command, or that needs nothing more.
  ///
  /// Who typed the command's words alone is asked for everything, who gave values only for those that are needed.
  init?(_ text: String, in table: CommandTable) {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard let call = Call(text, in: table), let (declaration, left) = call.parametersLeft(in: table) else { return nil }
    let wantsAll = call.arguments.count == (declaration.verb == nil ? 0 : 1)
    guard left.contains(where: \.isRequired) || (wantsAll && declaration.takesAny) else { return nil }
    self.declaration = declaration
    typed = text
    questions = left.filter { $0.role != .filter && ($0.isRequired || (wantsAll && $0.standsFor.isEmpty)) }
  }

  /// What is said before the first question.
  static let introduction = Localized(
    "Enter takes [what is offered], ? explains, back goes back, . ends, Ctrl-C leaves.\n",
    "回车采用〔默认〕，? 说明，返回 退回上一项，. 结束，Ctrl-C 放弃。\n")

  /// Asks until every question has its answer.
  ///
  /// - Parameters:
  ///   - language: the language to ask in.
  ///   - ask: asks a question about a value of a type; nothing if somebody leaves.
  ///   - accepts: whether a text is a value of a type; says what is wrong if not.
  ///   - tell: shows an explanation.
  /// - Returns: the command; nothing if somebody left.
  func run(
    in language: Language, ask: (String, ValueType) -> String?, accepts: (String, ValueType) -> Bool,
    tell: (String) -> Void
  ) -> String? {
    var answers: [String?] = []
    while answers.count < questions.count {
      let parameter = questions[answers.count]
      guard let answer = ask(question(parameter, language), parameter.field.type) else { return nil }
      let rest = questions[answers.count...]
      switch step(answer.trimmingCharacters(in: .whitespaces), rest, language, accepts, tell) {
      case .value(let value): answers.append(value)
      case .skipped: answers.append(nil)
      case .back: _ = answers.popLast()
      case .end: answers += [String?](repeating: nil, count: questions.count - answers.count)
      case nil: continue
      }
    }
    return ([typed] + zip(questions, answers).compactMap { argument($0, $1, language) }).joined(separator: " ")
  }

  private func question(_ parameter: Parameter, _ language: Language) -> String {
    let offered: String
    if parameter.field.defaultValue.isPresent {
      offered = parameter.field.defaultValue.displayText(in: language) { _ in "" }
    } else {
      offered = parameter.isRequired ? "" : Localized("leave out", "不填")[language]
    }
    let hint = offered.isEmpty ? "" : Localized(" [\(offered)]", "〔\(offered)〕")[language]
    return "  " + parameter.field.name[language] + hint + Localized(": ", "：")[language]
  }

  /// What an answer to the first of some questions means; nothing if it is to be asked again.
  private func step(
    _ answer: String, _ rest: ArraySlice<Parameter>, _ language: Language, _ accepts: (String, ValueType) -> Bool,
    _ tell: (String) -> Void
  ) -> Step? {
    guard let parameter = rest.first else { return nil }
    switch answer {
    case "back", "返回": return .back
    case "?", "？":
      let expectation = parameter.field.type.expectation[language]
      tell("    \(parameter.field.help[language]) \(Localized("Expected: ", "应为：")[language])\(expectation)\n")
      return nil
    case "", ".", "。":
      guard parameter.isRequired || (!answer.isEmpty && rest.contains(where: \.isRequired)) else {
        return answer.isEmpty ? .skipped : .end
      }
      tell("    " + Localized("This one is needed.\n", "此项必填。\n")[language])
      return nil
    default:
      // A name that was completed may stand in quotes.
      let isQuoted = answer.count > 1 && answer.hasPrefix("\"") && answer.hasSuffix("\"")
      let value = isQuoted ? String(answer.dropFirst().dropLast()) : answer
      return accepts(value, parameter.field.type) ? .value(value) : nil
    }
  }

  private func argument(_ parameter: Parameter, _ answer: String?, _ language: Language) -> String? {
    guard let answer else { return nil }
    let isList = parameter.field.type.elementType != nil
    let parts = isList ? ValueType.elements(of: answer) : [answer]
    let words = parts.map(\.asWord)
    switch parameter.role {
    case .positional: return words.joined(separator: ",")
    case .rest: return words.joined(separator: " ")
    case .named, .filter: return "\(parameter.field.name[language])=\(words.joined(separator: ","))"
    }
  }
}
