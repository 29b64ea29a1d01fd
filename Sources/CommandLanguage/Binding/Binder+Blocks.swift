import Diagnostics
import Values

/// Statements that follow each other, blocks and what runs many times.
extension Binder {
  /// How far statements that follow each other are reached.
  struct Reach {
    /// Whether one of them left, so that nothing goes on with the next.
    var hasLeft = false
    /// Whether that was said of the first that is not reached; it is said once.
    var isReported = false
  }

  /// Binds statements that follow each other.
  ///
  /// - Parameter reach: how far those before them are reached.
  mutating func bind(_ statements: [Statement], after reach: inout Reach) -> [any BoundStatement] {
    var bound: [any BoundStatement] = []
    for statement in statements {
      if reach.hasLeft, !reach.isReported, !statement.isDefinition {
        reach.isReported = true
        diagnostics.append(unreachable(statement))
      }
      guard let next = kept({ binder in try binder.deeper(2) { try $0.bind(statement) } }) else { continue }
      reach.hasLeft = reach.hasLeft || next.leaves
      bound.append(next)
    }
    return bound
  }

  private func unreachable(_ statement: Statement) -> Diagnostic {
    Diagnostic(
      .unreachable, Localized("this is never reached", "此语句永远不会执行"),
      hint: Localized(
        "remove it, or what leaves before it: break, continue, return or a loop without end",
        "请删去此语句，或删去前面的 break、continue、return 或无尽循环"), at: place(statement.span))
  }

  /// Binds a block; its variables are known inside it only.
  mutating func block(_ block: Block) -> BoundBlock {
    scope.open()
    blocks += 1
    defer {
      scope.close()
      blocks -= 1
    }
    var reach = Reach()
    return BoundBlock(bind(block.statements, after: &reach))
  }

  /// Binds the block of a loop; also says whether `break` leaves the loop.
  mutating func loopBody(_ block: Block) -> (body: BoundBlock, breaks: Bool) {
    let outer = breaksLoop
    breaksLoop = false
    loops += 1
    defer {
      breaksLoop = outer
      loops -= 1
    }
    return (self.block(block), breaksLoop)
  }

  /// Binds a computation that must come to yes or no.
  mutating func condition(_ expression: Expression) throws -> BoundCondition {
    let (value, type) = try bind(expression)
    let place = place(expression.span)
    guard type.mayBe([.yesNo, .nothing]) else { throw BoundCondition.noAnswer(type.kinds.sample, at: place) }
    return BoundCondition(value, at: place)
  }

  /// A condition; a fault in it is kept.
  mutating func heldCondition(_ expression: Expression) -> BoundCondition {
    kept { try $0.condition(expression) } ?? BoundCondition(BoundConstant(.none), at: place(expression.span))
  }

  /// Binds something that may run many times. What one round gives to a variable is what the next one finds: if less is
  /// known of a variable behind the round than before it, the round is bound again with no more than that.
  mutating func repeated<Result>(_ body: (inout Binder) throws -> Result) rethrows -> Result {
    var lost = retyped
    defer { retyped.formUnion(lost) }
    var start = self
    // Deep inside of each other such rounds would grow in number; then nothing is taken as known.
    for _ in 0..<(loops < Binder.carefulLoops ? 2 : 0) {
      retyped = []
      let result = try body(&self)
      if retyped.isEmpty { return result }
      lost.formUnion(retyped)
      for name in retyped { start.scope.retype(name, .unknown) }
      self = start
    }
    lost.formUnion(scope.names)
    scope.forgetTypes()
    return try body(&self)
  }

  /// How many loops inside each other keep what is known of variables.
  private static let carefulLoops = 3
}

extension Statement {
  /// Whether it does nothing but define commands, which are known wherever it stands.
  fileprivate var isDefinition: Bool {
    switch kind {
    case .definition: true
    case .inclusion(_, let tree): tree.statements.allSatisfy(\.isDefinition)
    default: false
    }
  }
}
