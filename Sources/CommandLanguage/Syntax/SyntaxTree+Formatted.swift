extension SyntaxTree {
  /// The tree written as canonical text: one statement a line, blocks indented by four blanks, brackets only where
  /// they mean something, names and values in their plainest form. Reading that text gives the same tree.
  ///
  /// Quotes stay where they stood, because a word in quotes is never taken for a name. Comments and empty lines are no
  /// part of the tree and are left out.
  ///
  /// - Parameter isCommand: whether a word begins a command of the table, as for ``Parser/init(_:isCommand:load:)``; a
  ///   field of such a name is put in brackets inside `$( )`, where it would be read as the command.
  public func formatted(isCommand: @escaping (String) -> Bool) -> String {
    let names = definedNames
    let formatter = SyntaxFormatter(isCommand: { isCommand($0) || names.contains($0) })
    return statements.map { formatter.line($0) + "\n" }.joined()
  }

  /// The names of the commands that the script and the files that it includes define.
  private var definedNames: Set<String> {
    var names: Set<String> = []
    for statement in statements {
      switch statement.kind {
      case .definition(let name, _, _): names.insert(name.text)
      case .inclusion(_, let tree): names.formUnion(tree.definedNames)
      default: break
      }
    }
    return names
  }
}
