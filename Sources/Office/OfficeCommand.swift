import CommandLanguage
import Records
import Values

/// A command of the neighbourhood: its declaration, and what it does to an office.
///
/// Each noun's special verbs stand in one file (`FundCommands.swift`) as static members, collected in its `all`.
public struct OfficeCommand: Sendable {
  /// What is known of it.
  public let declaration: CommandDeclaration
  /// What whoever gives it must be allowed to do.
  public let right: OperatorRight
  /// What is asked at the prompt before it does something that cannot be taken back; nothing if there is nothing to ask.
  let asks: (@Sendable (OfficeSession, Arguments) throws -> Confirmation?)?
  /// What it does.
  public let run: @Sendable (OfficeSession, Arguments) throws -> CommandResult

  /// Joins a declaration to what it does.
  ///
  /// - Parameters:
  ///   - right: what whoever gives it must be allowed to do, where that does not follow from its effect.
  ///   - asks: what is asked at the prompt before. It refuses what the command would refuse.
  init(
    _ declaration: CommandDeclaration, right: OperatorRight? = nil,
    asks: (@Sendable (OfficeSession, Arguments) throws -> Confirmation?)? = nil,
    run: @escaping @Sendable (OfficeSession, Arguments) throws -> CommandResult
  ) {
    self.declaration = declaration
    self.right = right ?? declaration.effect.right
    self.asks = asks
    self.run = run
  }
}

extension CommandDeclaration.Effect {
  /// What whoever has it must be allowed to do.
  fileprivate var right: OperatorRight {
    switch self {
    case .reads, .session: .read
    case .publishes: .publish
    case .writes: .change
    }
  }
}
