import CommandLanguage
import Values

/// A command of the neighbourhood: its declaration, and what it does to an office.
///
/// Each noun's special verbs stand in one file (`FundCommands.swift`) as static members, collected in its `all`.
public struct OfficeCommand: Sendable {
  /// What is known of it.
  public let declaration: CommandDeclaration
  /// What it does.
  public let run: @Sendable (OfficeSession, Arguments) throws -> CommandResult

  /// Joins a declaration to what it does.
  public init(
    _ declaration: CommandDeclaration, run: @escaping @Sendable (OfficeSession, Arguments) throws -> CommandResult
  ) {
    self.declaration = declaration
    self.run = run
  }
}
