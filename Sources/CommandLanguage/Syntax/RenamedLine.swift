import Diagnostics
import Values

extension CommandTable {
  /// A text with its names in one language: nouns, verbs, parameters, choices, filters, functions and columns. Whatever
  /// is no name stays as it stands, also a text that cannot be read.
  public func renamed(_ text: String, in language: Language) -> String {
    let source = Source(name: "", text: text)
    var parser = Parser(source, isCommand: hasNoun, load: { _, source in source })
    let tree = parser.parse()
    guard parser.diagnostics.isEmpty else { return text }
    var line = RenamedLine(self, language, source)
    for statement in tree.statements { line.rename(statement) }
    return line.text
  }
}

/// Collects what is to stand in place of the names in a text.
private struct RenamedLine {
  private let table: CommandTable
  private let language: Language
  private let source: Source
  private var names: [(span: Span, name: String)] = []

  init(_ table: CommandTable, _ language: Language, _ source: Source) {
    (self.table, self.language, self.source) = (table, language, source)
  }

  /// The text with all that was collected.
  var text: String {
    var bytes: [UInt8] = []
    var position = 0
    for (span, name) in names.sorted(by: { $0.span.start < $1.span.start }) {
      bytes += source.bytes[position..<span.start]
      bytes += Array(name.utf8)
      position = span.end
    }
    return String(decoding: bytes + source.bytes[position...], as: UTF8.self)
  }

  // MARK: Statements

  mutating func rename(_ statement: Statement) {
    switch statement.kind {
    case .declaration(_, let value), .assignment(_, let value), .assertion(let value, _): rename(value)
    case .conditional(let branches, let otherwise):
      for branch in branches {
        rename(branch.condition)
        rename(branch.body)
      }
      if let otherwise { rename(otherwise) }
    case .iteration(_, let values, let body), .loop(let values, let body):
      rename(values)
      rename(body)
    case .definition(_, _, let body): rename(body)
    case .result(let value): if let value { rename(value) }
    case .attempt(let body, _, let handler):
      rename(body)
      rename(handler)
    case .pipeline(let pipeline): rename(pipeline)
    case .leaveLoop, .nextRound, .inclusion: break
    }
  }

  private mutating func rename(_ block: Block) {
    for statement in block.statements { rename(statement) }
  }

  // MARK: Pipelines

  private mutating func rename(_ pipeline: Pipeline) {
    if language == .chinese, let moment = pipeline.moment {
      names.append((Span(pipeline.span.start, moment.span.start), Keyword.asOfInChinese + " "))
    }
    var shape: RowShape?
    switch pipeline.origin {
    case .call(let call): shape = rename(call)
    case .expression(let expression): rename(expression)
    case .print(let words): for word in words { rename(word) }
    }
    for filter in pipeline.filters { rename(filter, of: shape) }
  }

  private mutating func rename(_ filter: Pipeline.Filter, of shape: RowShape?) {
    let declaration = FilterDeclaration.named(filter.name.text)
    if let declaration { names.append((filter.name.span, declaration.name[language])) }
    switch filter.content {
    case .words(let words): for word in words { rename(word, shape: declaration?.kind == .to ? nil : shape) }
    case .expression(let expression): rename(expression, shape: shape)
    case .block(let block): rename(block)
    }
  }

  /// Renames a command and what it is given; gives the columns of its rows.
  private mutating func rename(_ call: Call) -> RowShape? {
    let first = call.arguments.first.flatMap { $0.name == nil ? $0.value.bare : nil }
    guard let command = first.flatMap({ table.command(call.head.text, $0) }) ?? table.command(call.head.text, nil)
    else {
      for argument in call.arguments { rename(argument.value) }
      return nil
    }
    let declaration = command.declaration
    var given = call.arguments[...]
    names.append((call.head.span, declaration.noun[language]))
    if let verb = declaration.verb, let word = given.popFirst() { names.append((word.span, verb[language])) }
    var unnamed = declaration.parameters.filter { [.positional, .rest].contains($0.role) }[...]
    for argument in given {
      let parameter: Parameter?
      if let name = argument.name {
        parameter = declaration.slot(named: name.text).map { declaration.parameters[$0] }
        if let parameter { names.append((name.span, parameter.field.name[language])) }
      } else {
        parameter = unnamed.first
        if parameter?.role == .positional { unnamed.removeFirst() }
      }
      let shape = parameter?.columns == nil ? nil : declaration.result.columns
      rename(argument.value, type: parameter?.field.type ?? .any, shape: shape)
    }
    switch declaration.result {
    case .row(let shape): return shape
    case let result: return result.columns
    }
  }

  // MARK: Words

  /// - Parameters:
  ///   - type: what the word is read as.
  ///   - shape: the columns that the word names, if it names some.
  private mutating func rename(_ word: Word, type: ValueType = .any, shape: RowShape? = nil) {
    if let text = word.bare, source.text(word.span.start..<word.span.end) == text {
      var start = word.span.start
      // Parts of a list are written in one word.
      for part in text.split(separator: ",", omittingEmptySubsequences: false) {
        let sign = shape != nil && part.hasPrefix("-") ? 1 : 0
        let span = Span(start + sign, start + part.utf8.count)
        if let name = name(String(part.dropFirst(sign)), type, shape) { names.append((span, name)) }
        start += part.utf8.count + 1
      }
    }
    for fragment in word.fragments {
      switch fragment {
      case .text: break
      case .expression(let expression): rename(expression)
      case .list(let words): for word in words { rename(word, type: type.elementType ?? .any, shape: shape) }
      }
    }
  }

  /// What a word is called that names a choice or a column.
  private func name(_ word: String, _ type: ValueType, _ shape: RowShape?) -> String? {
    if let slot = shape?.slot(named: word) { return shape?.columns[slot].name[language] }
    switch type {
    case .choice(let choices): return choices.first { $0.name.matches(word) }?.name[language]
    case .yesNo: return answers.first { $0.matches(word) }?[language]
    case .list(let element): return name(word, element, nil)
    case .either(let types): return types.lazy.compactMap { name(word, $0, nil) }.first
    default: return nil
    }
  }

  private let answers = [Name("yes", "是"), Name("no", "否")]

  // MARK: Expressions

  private mutating func rename(_ expression: Expression, shape: RowShape? = nil) {
    switch expression.kind {
    case .literal, .variable: break
    case .text(let word): rename(word)
    case .field(let field):
      if let slot = shape?.slot(named: field.text), let column = shape?.columns[slot] {
        names.append((field.span, column.name[language]))
      }
    case .member(let value, _): rename(value, shape: shape)
    case .call(let function, let arguments):
      if let declaration = FunctionDeclaration.named(function.text) {
        names.append((function.span, declaration.name[language]))
      }
      for argument in arguments { rename(argument, shape: shape) }
    case .list(let elements): for element in elements { rename(element, shape: shape) }
    case .command(let pipeline): rename(pipeline)
    case .prefix(_, let operand): rename(operand, shape: shape)
    case .infix(let left, _, let right):
      rename(left, shape: shape)
      rename(right, shape: shape)
    }
  }
}
