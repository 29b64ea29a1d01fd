/// A command that can be called: its declaration and what it does.
public final class Command {
  /// What is known of it.
  public let declaration: CommandDeclaration
  /// What it does. Throws a ``Diagnostic`` when it refuses.
  public let run: (Arguments) throws -> CommandResult

  /// Joins a declaration to what it does.
  public init(_ declaration: CommandDeclaration, run: @escaping (Arguments) throws -> CommandResult) {
    self.declaration = declaration
    self.run = run
  }
}
