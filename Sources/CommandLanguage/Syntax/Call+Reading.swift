import Diagnostics

extension Call {
  /// Reads a text that is one command and nothing else: no filter, no file, no second statement.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - table: the commands that it may name.
  public init?(_ text: String, in table: CommandTable) {
    var parser = Parser(Source(name: "", text: text), isCommand: table.hasNoun, load: { _, source in source })
    let statements = parser.parse().statements
    guard parser.diagnostics.isEmpty, statements.count == 1, case .pipeline(let pipeline) = statements[0].kind,
      pipeline.moment == nil, pipeline.filters.isEmpty, pipeline.redirection == nil,
      case .call(let call) = pipeline.origin
    else { return nil }
    self = call
  }

  /// The declaration of the command, and the parameters that the call gives nothing for; nothing if there is no such
  /// command.
  public func parametersLeft(in table: CommandTable) -> (declaration: CommandDeclaration, left: [Parameter])? {
    let verb = arguments.first.flatMap { $0.name == nil ? $0.value.bare : nil }
    guard let command = verb.flatMap({ table.command(head.text, $0) }) ?? table.command(head.text, nil) else {
      return nil
    }
    let declaration = command.declaration
    let given = arguments.dropFirst(declaration.verb == nil ? 0 : 1)
    let named = Set(given.compactMap { $0.name.flatMap { declaration.slot(named: $0.text) } })
    var unnamed = given.count { $0.name == nil }
    let left = declaration.parameters.indices.filter { index in
      if named.contains(index) { return false }
      guard [.positional, .rest].contains(declaration.parameters[index].role), unnamed > 0 else { return true }
      unnamed -= 1
      return false
    }
    return (declaration, left.map { declaration.parameters[$0] })
  }
}
