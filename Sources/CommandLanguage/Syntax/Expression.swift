import Diagnostics
import Values

/// A computation.
public struct Expression: Sendable {
  /// The forms of computation.
  public indirect enum Kind: Sendable {
    /// A number, date, money, yes or no, or no value.
    case literal(Value)
    /// A text in quotes.
    case text(Word)
    /// `$name`.
    case variable(Identifier)
    /// A bare name: a field of the row at hand.
    case field(Identifier)
    /// `value.name`.
    case member(Expression, Identifier)
    /// `name(…)`.
    case call(Identifier, [Expression])
    /// `[…, …]`.
    case list([Expression])
    /// `$(…)` with a command inside.
    case command(Pipeline)
    /// `not x`, `-x`.
    case prefix(PrefixOperator, Expression)
    /// `a + b`, `a and b`, `a..b`.
    case infix(Expression, InfixOperator, Expression)
  }

  /// What it is.
  public let kind: Kind
  /// Where it stands.
  public let span: Span
  /// How many computations stand above each other in it.
  let height: Int

  init(kind: Kind, span: Span, height: Int = 1) {
    self.kind = kind
    self.span = span
    self.height = height
  }

  /// The same computation with what stands around it.
  func spanning(_ span: Span) -> Expression { Expression(kind: kind, span: span, height: height) }
}

/// An operator before its operand.
public enum PrefixOperator: String, Sendable {
  case not
  case minus = "-"
}

/// An operator between its operands.
public enum InfixOperator: Sendable, Equatable {
  /// `or`.
  case or
  /// `and`.
  case and
  /// `==`, `>=`, `~` and their like.
  case comparison(ComparisonOperator)
  /// `in`: the left is an element of the right.
  case element
  /// `..`: the whole numbers from the left to the right, both included.
  case range
  /// `+ - * / %`.
  case arithmetic(ArithmeticOperator)

  /// How tightly it binds; a higher number binds tighter.
  var precedence: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .comparison, .element: 4
    case .range: 5
    case .arithmetic(.add), .arithmetic(.subtract): 6
    case .arithmetic: 7
    }
  }
}

/// A computation with numbers, money, dates, texts or lists.
public enum ArithmeticOperator: String, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
}
