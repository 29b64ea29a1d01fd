import Diagnostics

/// One step of a script.
public struct Statement: Sendable {
  /// The forms of statement.
  public indirect enum Kind: Sendable {
    /// `let name = …`.
    case declaration(Identifier, Expression)
    /// `set name = …`.
    case assignment(Identifier, Expression)
    /// `if … { } else if … { } else { }`.
    case conditional([Branch], otherwise: Block?)
    /// `for name in … { }`.
    case iteration(Identifier, Expression, Block)
    /// `while … { }`.
    case loop(Expression, Block)
    /// `break`.
    case leaveLoop
    /// `continue`.
    case nextRound
    /// `def name(a, b = value) { }`.
    case definition(Identifier, [DefinedParameter], Block)
    /// `return …`.
    case result(Expression?)
    /// `try { } catch name { }`.
    case attempt(Block, Identifier?, Block)
    /// `assert … "message"`.
    case assertion(Expression, Word?)
    /// `include "file"`: the path as written, and the statements of the other file.
    case inclusion(Word, SyntaxTree)
    /// A command, a pipeline or a computation.
    case pipeline(Pipeline)
  }

  /// What it is.
  public let kind: Kind
  /// Where it stands.
  public let span: Span
}

/// Statements in braces.
public struct Block: Sendable {
  /// The statements.
  public let statements: [Statement]
  /// Where it stands, braces included.
  public let span: Span
}

/// A condition and what happens when it holds.
public struct Branch: Sendable {
  /// The condition.
  public let condition: Expression
  /// What happens.
  public let body: Block
}

/// A parameter of a command that a script defines.
public struct DefinedParameter: Sendable {
  /// Its name.
  public let name: Identifier
  /// Its value when none is given; without one it must be given.
  public let defaultValue: Word?
}

/// The statements of one source.
public struct SyntaxTree: Sendable {
  /// Where they stand.
  public let source: Source
  /// The statements, in order.
  public let statements: [Statement]
  /// Whether every file that is included could be read; if not, names may be defined that are not seen here.
  public let isComplete: Bool
  /// The names that `set` changes in commands that the source and those it includes define.
  let changedByCommands: Set<String>
}
