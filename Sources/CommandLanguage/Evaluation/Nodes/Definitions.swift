import Diagnostics
import Values

/// A command that a script defines.
final class DefinedCommand {
  /// A parameter and where its value stands in the frame.
  struct Parameter {
    let name: String
    let isRequired: Bool
    var defaultValue: (any BoundExpression)?
  }

  /// Its name.
  let name: String
  /// What it takes; the first parameters' values stand in the first slots.
  var parameters: [Parameter]
  /// Where its name stands in its definition.
  let place: Place
  /// How many variables a call needs room for.
  var frameSize = 0
  /// How deep its statements and computations stand inside each other.
  var depth = 0
  /// What is known of its value; all of it once the body has been bound.
  var result = StaticType.unknown
  /// What it does; set when its body has been bound, so that it may call itself.
  var body = BoundBlock([])

  init(name: String, parameters: [Parameter], at place: Place) {
    self.name = name
    self.parameters = parameters
    self.place = place
  }
}

/// A call of a defined command.
final class BoundInvocation: BoundExpression {
  private let command: DefinedCommand
  private let arguments: [(any BoundExpression)?]
  private let place: Place

  init(_ command: DefinedCommand, _ arguments: [(any BoundExpression)?], at place: Place) {
    self.command = command
    self.arguments = arguments
    self.place = place
  }

  func evaluate(_ frame: Frame) throws -> Value {
    try frame.runtime.call(depth: command.depth, at: place) {
      try frame.runtime.poll()
      let inner = Frame(frame.runtime, count: command.frameSize)
      for (slot, argument) in arguments.enumerated() {
        if let argument {
          inner[slot] = try argument.evaluate(frame)
        } else if let defaultValue = command.parameters[slot].defaultValue {
          inner[slot] = try defaultValue.evaluate(inner)
        }
      }
      _ = try command.body.execute(inner)
      return inner.result
    }
  }
}
