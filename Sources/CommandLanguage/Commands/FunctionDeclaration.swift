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
  /// The kinds of value that it takes, in order; the last stands for all that follow.
  private let takes: [ValueKinds]
  private let gives: @Sendable ([StaticType]) throws -> StaticType
  private let compute: @Sendable ([Value], any Host) throws -> Value

  /// Declares a function.
  ///
  /// - Parameters:
  ///   - takes: the kinds of value that it takes, in order.
  ///   - arity: how many values it takes; as many as `takes` says, unless some may be left out or repeated.
  ///   - gives: what is known of its value when this is known of the values given.
  ///   - compute: works out the value from values that `takes` allows.
  init(
    _ name: Name, _ form: String, _ summary: Localized, takes: [ValueKinds], arity: ClosedRange<Int>? = nil,
    gives: @escaping @Sendable ([StaticType]) throws -> StaticType,
    example: (expression: String, result: String), _ compute: @escaping @Sendable ([Value], any Host) throws -> Value
  ) {
    self.name = name
    self.form = form
    self.summary = summary
    self.takes = takes
    self.arity = arity ?? takes.count...takes.count
    self.gives = gives
    self.example = example
    self.compute = compute
  }

  /// Declares a function whose value is always of some kinds.
  init(
    _ name: Name, _ form: String, _ summary: Localized, takes: [ValueKinds], arity: ClosedRange<Int>? = nil,
    gives: ValueKinds, example: (expression: String, result: String),
    _ compute: @escaping @Sendable ([Value], any Host) throws -> Value
  ) {
    self.init(
      name, form, summary, takes: takes, arity: arity, gives: { _ in .some(gives) }, example: example, compute)
  }

  /// Every function, in the order in which help lists them.
  public static let all: [FunctionDeclaration] = texts + numbers + dates

  /// The function of a name, in either language.
  public static func named(_ name: String) -> FunctionDeclaration? { all.first { $0.name.matches(name) } }

  /// The value for some values, as many as ``arity`` allows.
  func value(of values: [Value], _ host: any Host) throws -> Value {
    for (index, value) in values.enumerated() { try checkKinds(ValueKinds(of: value), at: index) }
    return try compute(values, host)
  }

  /// What is known of the value before the script runs.
  ///
  /// - Throws: a ``Diagnostic`` without a place if it can only fail.
  func type(of arguments: [StaticType]) throws -> StaticType {
    for (index, argument) in arguments.enumerated() { try checkKinds(argument.kinds, at: index) }
    return try gives(arguments)
  }

  /// Throws the fault that values of these kinds are not taken, whichever it is.
  private func checkKinds(_ kinds: ValueKinds, at index: Int) throws {
    guard let expected = index < takes.count ? takes[index] : takes.last, kinds.isDisjoint(with: expected) else {
      return
    }
    let (wanted, found) = (expected.expectation, kinds.sample.typeName)
    let message =
      kinds == .nothing
      ? Localized(
        "\(name.english) takes \(wanted.english), and there is no value", "\(name.chinese)需要\(wanted.chinese)，而这里没有值")
      : Localized(
        "\(name.english) takes \(wanted.english), not \(found.english)",
        "\(name.chinese)需要\(wanted.chinese)，而不是\(found.chinese)")
    throw Diagnostic(.unfit(kinds, for: expected), message, hint: Localized("write \(form)", "写法：\(form)"))
  }

  /// The fault that a value is of the right kind but not within bounds.
  static func outOfRange(_ english: String, _ chinese: String) -> Diagnostic {
    Diagnostic(.range, Localized(english, chinese))
  }
}
