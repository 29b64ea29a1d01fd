import Diagnostics
import Values

/// A computation with all names resolved, ready to be run any number of times.
protocol BoundExpression: AnyObject {
  /// Works out the value.
  func evaluate(_ frame: Frame) throws -> Value
}

/// A statement with all names resolved.
protocol BoundStatement: AnyObject {
  /// Runs it and says how to go on.
  func execute(_ frame: Frame) throws -> Completion
  /// Whether it never goes on with the statement behind it.
  var leaves: Bool { get }
}

extension BoundStatement {
  var leaves: Bool { false }
}

/// How to go on after a statement.
enum Completion {
  /// With the next statement.
  case next
  /// After the innermost loop.
  case leaveLoop
  /// With the innermost loop's next round.
  case nextRound
  /// Where the defined command was called; its value is the frame's ``Frame/result``.
  case result
}

/// Statements that follow each other.
final class BoundBlock {
  /// The statements, in order.
  let statements: [any BoundStatement]

  init(_ statements: [any BoundStatement]) { self.statements = statements }

  /// Whether it never goes on with what stands behind it.
  var leaves: Bool { statements.contains(where: \.leaves) }

  func execute(_ frame: Frame) throws -> Completion {
    for statement in statements {
      let completion = try statement.execute(frame)
      if completion != .next { return completion }
    }
    return .next
  }
}

/// Adds a place to a diagnostic that has none.
@inline(__always)
func placed<Result>(_ place: Place, _ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch let diagnostic as Diagnostic {
    throw diagnostic.at(place)
  }
}
