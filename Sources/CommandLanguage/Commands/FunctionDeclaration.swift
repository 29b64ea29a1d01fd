import Diagnostics
import Values

/// A pure function of expressions: `len($rows)`.
public struct FunctionDeclaration: Sendable {
  /// What it is called.
  public let name: Name
  /// How it is written.
  public let form: String
  /// What it gives, in one sentence.
  public let summary: Localized
  /// How many values it takes.
  public let arity: ClosedRange<Int>
  /// An expression and what it comes to, run by the tests.
  public let example: (expression: String, result: String)
  /// Computes the value from `arity` values.
  let compute: @Sendable ([Value], any Host) throws -> Value

  init(
    _ name: Name, _ form: String, _ summary: Localized, arity: ClosedRange<Int>,
    example: (expression: String, result: String), _ compute: @escaping @Sendable ([Value], any Host) throws -> Value
  ) {
    self.name = name
    self.form = form
    self.summary = summary
    self.arity = arity
    self.example = example
    self.compute = compute
  }

  /// Every function, in the order in which help lists them.
  public static let all: [FunctionDeclaration] = texts + numbers + dates

  /// The function of a name, in either language.
  public static func named(_ name: String) -> FunctionDeclaration? { all.first { $0.name.matches(name) } }

  /// The fault that a function cannot work with a value.
  static func unfit(_ value: Value, _ expected: Localized) -> Diagnostic {
    Diagnostic(
      .type,
      Localized(
        "expected \(expected.english), not \(value.typeName.english)",
        "此处应为\(expected.chinese)，而不是\(value.typeName.chinese)"))
  }
}
