import Values

/// Writes syntax trees as text. The parts for words and expressions stand in `SyntaxFormatter+Words` and
/// `+Expressions`.
struct SyntaxFormatter {
  /// Whether a word behind `$(` would be read as a command.
  let isCommand: (String) -> Bool
  /// What stands before each line.
  var indentation = ""

  /// A statement without its line's end.
  func line(_ statement: Statement) -> String {
    let text = indentation + self.text(statement)
    // A backslash at the end of a line would carry it on.
    return text.hasSuffix("\\") ? text + " ;" : text
  }

  private func text(_ statement: Statement) -> String {
    switch statement.kind {
    case .declaration(let name, let value): return "let \(name.text) = \(text(value))"
    case .assignment(let name, let value): return "set \(name.text) = \(text(value))"
    case .conditional(let branches, let otherwise):
      let parts = branches.map { "if \(text($0.condition)) \(text($0.body))" }
      return (parts + (otherwise.map { [text($0)] } ?? [])).joined(separator: " else ")
    case .iteration(let name, let values, let body): return "for \(name.text) in \(text(values)) \(text(body))"
    case .loop(let condition, let body): return "while \(text(condition)) \(text(body))"
    case .leaveLoop: return "break"
    case .nextRound: return "continue"
    case .definition(let name, let parameters, let body):
      return "def \(name.text)(\(parameters.map(text).joined(separator: ", "))) \(text(body))"
    case .result(let value): return value.map { "return \(text($0))" } ?? "return"
    case .attempt(let body, let name, let handler):
      return "try \(text(body)) catch \(name.map { $0.text + " " } ?? "")\(text(handler))"
    case .assertion(let condition, let message):
      return "assert \(text(condition))" + (message.map { " " + text($0) } ?? "")
    case .inclusion(let path, _): return "include \(text(path))"
    case .pipeline(let pipeline): return text(pipeline, inBrackets: false)
    }
  }

  private func text(_ parameter: DefinedParameter) -> String {
    parameter.name.text + (parameter.defaultValue.map { " = " + text($0) } ?? "")
  }

  /// A block, its statements one step further in.
  func text(_ block: Block) -> String {
    guard !block.statements.isEmpty else { return "{ }" }
    var inner = self
    inner.indentation += "    "
    return "{\n" + block.statements.map { inner.line($0) + "\n" }.joined() + indentation + "}"
  }

  /// A pipeline; `inBrackets` says whether it stands in `$( )`, where a computation may begin with anything.
  func text(_ pipeline: Pipeline, inBrackets: Bool) -> String {
    var steps: [String]
    switch pipeline.origin {
    case .call(let call): steps = [([call.head.text] + call.arguments.map(text)).joined(separator: " ")]
    case .print(let words): steps = [(["print"] + words.map(text)).joined(separator: " ")]
    case .expression(let expression):
      steps = [inBrackets && pipeline.moment == nil ? inner(expression) : standing(expression)]
    }
    steps += pipeline.filters.map(text)
    let file = pipeline.redirection.map { ($0.appends ? " >> " : " > ") + text($0.path) } ?? ""
    let past = pipeline.moment.map { "as of \(text($0)) " } ?? ""
    return past + steps.joined(separator: " | ") + file
  }

  private func text(_ filter: Pipeline.Filter) -> String {
    switch filter.content {
    case .words(let words): ([filter.name.text] + words.map(text)).joined(separator: " ")
    case .expression(let expression): "\(filter.name.text) \(text(expression))"
    case .block(let block): "\(filter.name.text) \(text(block))"
    }
  }

  private func text(_ argument: Argument) -> String {
    let value = text(argument.value)
    guard let name = argument.name?.text else { return value }
    let sign = argument.comparison == .equal ? "=" : argument.comparison.rawValue
    // `a==x`, `a>=x` and `a>>x` would be read otherwise.
    let first = value.unicodeScalars.first.map { FullWidth.fold($0) }
    let needsBlank =
      switch argument.comparison {
      case .equal, .less: first == "="
      case .greater: first == "=" || first == ">"
      default: false
      }
    return name + sign + (needsBlank ? " " : "") + value
  }
}
