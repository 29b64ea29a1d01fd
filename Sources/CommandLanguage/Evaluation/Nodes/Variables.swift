import Diagnostics
import Values

/// A value that stands in the text.
final class BoundConstant: BoundExpression {
  /// The value.
  let value: Value
  init(_ value: Value) { self.value = value }
  func evaluate(_ frame: Frame) -> Value { value }
}

/// A variable of the running script or call.
final class BoundLocal: BoundExpression {
  private let slot: Int
  init(slot: Int) { self.slot = slot }
  func evaluate(_ frame: Frame) -> Value { frame[slot] }
}

/// A variable of the script, read from inside a defined command.
final class BoundGlobal: BoundExpression {
  private let slot: Int
  init(slot: Int) { self.slot = slot }
  func evaluate(_ frame: Frame) -> Value { frame.runtime.globals?[slot] ?? .none }
}

/// Gives a variable a value.
final class BoundAssignment: BoundStatement {
  private let slot: Int
  private let isGlobal: Bool
  private let value: any BoundExpression

  init(slot: Int, isGlobal: Bool, _ value: any BoundExpression) {
    self.slot = slot
    self.isGlobal = isGlobal
    self.value = value
  }

  func execute(_ frame: Frame) throws -> Completion {
    let value = try value.evaluate(frame)
    if isGlobal { frame.runtime.globals?[slot] = value } else { frame[slot] = value }
    return .next
  }
}
