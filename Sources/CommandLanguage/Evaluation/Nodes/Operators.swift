import Diagnostics
import Values

/// `+ - * / %`.
final class BoundArithmetic: BoundExpression {
  private let left: any BoundExpression
  private let right: any BoundExpression
  private let symbol: ArithmeticOperator
  private let place: Place

  init(_ left: any BoundExpression, _ symbol: ArithmeticOperator, _ right: any BoundExpression, at place: Place) {
    self.left = left
    self.right = right
    self.symbol = symbol
    self.place = place
  }

  func evaluate(_ frame: Frame) throws -> Value {
    let left = try left.evaluate(frame)
    let right = try right.evaluate(frame)
    if case .integer(let first) = left, case .integer(let second) = right {
      switch symbol {
      case .add:
        let (sum, overflow) = first.addingReportingOverflow(second)
        if !overflow { return .integer(sum) }
      case .subtract:
        let (difference, overflow) = first.subtractingReportingOverflow(second)
        if !overflow { return .integer(difference) }
      default: break
      }
    }
    return try placed(place) {
      let result = try symbol.apply(left, right)
      try ValueSize.check(result)
      return result
    }
  }
}

extension ArithmeticOperator {
  /// What comes out of two values.
  func apply(_ left: Value, _ right: Value) throws -> Value {
    switch self {
    case .add: try left.adding(right)
    case .subtract: try left.subtracting(right)
    case .multiply: try left.multiplied(by: right)
    case .divide: try left.divided(by: right)
    case .remainder: try left.remainder(dividingBy: right)
    }
  }
}

/// `== != < <= > >= ~`.
final class BoundComparison: BoundExpression {
  private let left: any BoundExpression
  private let right: any BoundExpression
  private let comparison: ComparisonOperator
  private let place: Place

  init(_ left: any BoundExpression, _ comparison: ComparisonOperator, _ right: any BoundExpression, at place: Place) {
    self.left = left
    self.right = right
    self.comparison = comparison
    self.place = place
  }

  func evaluate(_ frame: Frame) throws -> Value {
    let left = try left.evaluate(frame)
    let right = try right.evaluate(frame)
    if case .integer(let first) = left, case .integer(let second) = right {
      switch comparison {
      case .equal: return .yesNo(first == second)
      case .notEqual: return .yesNo(first != second)
      case .less: return .yesNo(first < second)
      case .lessOrEqual: return .yesNo(first <= second)
      case .greater: return .yesNo(first > second)
      case .greaterOrEqual: return .yesNo(first >= second)
      case .contains: break
      }
    }
    return .yesNo(try placed(place) { try comparison.holds(left, right, host: frame.runtime.host) })
  }
}

extension ComparisonOperator {
  /// Whether the comparison holds. Nothing is less, greater or contained where a value is missing.
  public func holds(_ left: Value, _ right: Value, host: any Host) throws -> Bool {
    switch self {
    case .equal: return try left.equals(right)
    case .notEqual: return try !left.equals(right)
    case .contains:
      if case .list(let elements) = left { return try elements.contains { try $0.equals(right) } }
      return host.text(of: left).localizedLowercaseContains(host.text(of: right))
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let order = try left.compare(right) else { return false }
      switch self {
      case .less: return order < 0
      case .lessOrEqual: return order <= 0
      case .greater: return order > 0
      default: return order >= 0
      }
    }
  }
}

extension String {
  /// Whether the text holds another, capitals of ASCII letters aside; every text holds the empty one.
  fileprivate func localizedLowercaseContains(_ part: String) -> Bool {
    part.isEmpty || lowercased().contains(part.lowercased())
  }
}

/// `in`; nothing is an element where a value is missing.
final class BoundElement: BoundExpression {
  private let element: any BoundExpression
  private let list: any BoundExpression
  private let place: Place

  init(_ element: any BoundExpression, _ list: any BoundExpression, at place: Place) {
    self.element = element
    self.list = list
    self.place = place
  }

  func evaluate(_ frame: Frame) throws -> Value {
    let element = try element.evaluate(frame)
    switch try list.evaluate(frame) {
    case .list(let elements): return .yesNo(try placed(place) { try elements.contains { try $0.equals(element) } })
    case .none: return .yesNo(false)
    case let other: throw BoundElement.noList(other, at: place)
    }
  }

  /// The fault that there is no list on the right.
  static func noList(_ value: Value, at place: Place) -> Diagnostic {
    Diagnostic(
      .type,
      Localized(
        "in wants a list on its right, not \(value.typeName.english)", "in 的右侧应为列表，而不是\(value.typeName.chinese)"),
      at: place)
  }
}

/// `and` and `or`: the right is worked out only when the left does not decide.
final class BoundJunction: BoundExpression {
  private let left: BoundCondition
  private let right: BoundCondition
  private let isAnd: Bool

  init(_ left: BoundCondition, and right: BoundCondition) {
    self.left = left
    self.right = right
    self.isAnd = true
  }

  init(_ left: BoundCondition, or right: BoundCondition) {
    self.left = left
    self.right = right
    self.isAnd = false
  }

  func evaluate(_ frame: Frame) throws -> Value {
    try left.holds(frame) == isAnd ? .yesNo(right.holds(frame)) : .yesNo(!isAnd)
  }
}

/// `not`.
final class BoundNegation: BoundExpression {
  private let operand: BoundCondition
  init(_ operand: BoundCondition) { self.operand = operand }
  func evaluate(_ frame: Frame) throws -> Value { .yesNo(try !operand.holds(frame)) }
}

/// `-x`.
final class BoundMinus: BoundExpression {
  private let operand: any BoundExpression
  private let place: Place

  init(_ operand: any BoundExpression, at place: Place) {
    self.operand = operand
    self.place = place
  }

  func evaluate(_ frame: Frame) throws -> Value {
    let value = try operand.evaluate(frame)
    return try placed(place) { try value.negated() }
  }
}

/// A computation that must come to yes or no.
final class BoundCondition {
  private let expression: any BoundExpression
  private let place: Place

  init(_ expression: any BoundExpression, at place: Place) {
    self.expression = expression
    self.place = place
  }

  func holds(_ frame: Frame) throws -> Bool {
    switch try expression.evaluate(frame) {
    case .yesNo(let answer): return answer
    case .none: return false
    case let other: throw BoundCondition.noAnswer(other, at: place)
    }
  }

  /// The fault that a value is neither yes nor no.
  static func noAnswer(_ value: Value, at place: Place) -> Diagnostic {
    Diagnostic(
      .type, Localized("expected yes or no, not \(value.typeName.english)", "此处应为是或否，而不是\(value.typeName.chinese)"),
      hint: Localized("compare it with something, as in $n > 0", "请与某个值比较，如 $n > 0"), at: place)
  }
}
