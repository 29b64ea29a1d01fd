import Diagnostics
import Values

/// `if`.
final class BoundConditional: BoundStatement {
  private let branches: [(condition: BoundCondition, body: BoundBlock)]
  private let otherwise: BoundBlock?

  init(_ branches: [(condition: BoundCondition, body: BoundBlock)], otherwise: BoundBlock?) {
    self.branches = branches
    self.otherwise = otherwise
  }

  func execute(_ frame: Frame) throws -> Completion {
    for branch in branches where try branch.condition.holds(frame) { return try branch.body.execute(frame) }
    return try otherwise?.execute(frame) ?? .next
  }

  var leaves: Bool { otherwise?.leaves == true && branches.allSatisfy(\.body.leaves) }
}

/// `while`.
final class BoundLoop: BoundStatement {
  let leaves: Bool
  private let condition: BoundCondition
  private let body: BoundBlock

  /// Creates a loop; an endless one is left by `return` and errors only.
  init(_ condition: BoundCondition, _ body: BoundBlock, isEndless: Bool) {
    self.condition = condition
    self.body = body
    leaves = isEndless
  }

  func execute(_ frame: Frame) throws -> Completion {
    while try condition.holds(frame) {
      try frame.runtime.poll()
      switch try body.execute(frame) {
      case .next, .nextRound: continue
      case .leaveLoop: return .next
      case .result: return .result
      }
    }
    return .next
  }
}

/// `for`.
final class BoundIteration: BoundStatement {
  /// What is gone through.
  enum Elements {
    /// The numbers of a range, without a list of them.
    case range(BoundRange)
    /// The rows of a command, one by one; all of them are read first when the body may change records.
    case command(BoundPipeline, collects: Bool)
    /// The elements of a list.
    case list(any BoundExpression)
  }

  private let slot: Int
  private let elements: Elements
  private let body: BoundBlock
  private let place: Place

  init(slot: Int, _ elements: Elements, _ body: BoundBlock, at place: Place) {
    self.slot = slot
    self.elements = elements
    self.body = body
    self.place = place
  }

  func execute(_ frame: Frame) throws -> Completion {
    switch elements {
    case .range(let range):
      let (first, last) = try range.bounds(frame)
      var next = first <= last ? first : nil
      return try rounds(frame) {
        guard let number = next else { return nil }
        // Behind the last number there may be none.
        next = number < last ? number + 1 : nil
        return .integer(number)
      }
    case .command(let pipeline, let collects):
      guard case .rows(let stream, _) = try pipeline.run(frame) else {
        return try rounds(of: try pipeline.value(frame), frame)
      }
      if collects {
        var rows = try stream.collect().makeIterator()
        return try rounds(frame) { rows.next().map(Value.row) }
      }
      return try rounds(frame) { try stream.next().map(Value.row) }
    case .list(let list):
      return try rounds(of: try list.evaluate(frame), frame)
    }
  }

  private func rounds(of value: Value, _ frame: Frame) throws -> Completion {
    switch value {
    case .list(let values):
      var iterator = values.makeIterator()
      return try rounds(frame) { iterator.next() }
    case .none: return .next
    default: throw BoundIteration.noList(value, at: place)
    }
  }

  /// The fault that there is nothing to go through.
  static func noList(_ value: Value, at place: Place) -> Diagnostic {
    Diagnostic(
      .type,
      Localized("for wants rows or a list, not \(value.typeName.english)", "for 需要若干行或列表，而不是\(value.typeName.chinese)"),
      at: place)
  }

  private func rounds(_ frame: Frame, _ next: () throws -> Value?) throws -> Completion {
    while let value = try next() {
      try frame.runtime.poll()
      frame[slot] = value
      switch try body.execute(frame) {
      case .next, .nextRound: continue
      case .leaveLoop: return .next
      case .result: return .result
      }
    }
    return .next
  }
}

/// `break` and `continue`.
final class BoundJump: BoundStatement {
  private let completion: Completion
  init(_ completion: Completion) { self.completion = completion }
  func execute(_ frame: Frame) -> Completion { completion }
  var leaves: Bool { true }
}

/// `return`.
final class BoundReturn: BoundStatement {
  private let value: (any BoundExpression)?
  init(_ value: (any BoundExpression)?) { self.value = value }

  func execute(_ frame: Frame) throws -> Completion {
    frame.result = try value?.evaluate(frame) ?? .none
    return .result
  }

  var leaves: Bool { true }
}

/// `try`: what the body changed is taken back when it fails.
final class BoundAttempt: BoundStatement {
  /// The columns of the error that `catch` names.
  static let shape = RowShape([
    Column(Name("message", "消息"), .text(maximum: 2_000)), Column(Name("code", "代码"), .text(maximum: 40)),
    Column(Name("hint", "提示"), .text(maximum: 2_000)), Column(Name("place", "位置"), .text(maximum: 500)),
  ])

  private let body: BoundBlock
  private let slot: Int?
  private let handler: BoundBlock

  init(_ body: BoundBlock, slot: Int?, _ handler: BoundBlock) {
    self.body = body
    self.slot = slot
    self.handler = handler
  }

  func execute(_ frame: Frame) throws -> Completion {
    let host = frame.runtime.host
    do {
      return try host.atomically(writing: true) { try body.execute(frame) }
    } catch let diagnostic as Diagnostic {
      if let slot { frame[slot] = .row(BoundAttempt.row(of: diagnostic, host.language)) }
    }
    return try handler.execute(frame)
  }

  var leaves: Bool { body.leaves && handler.leaves }

  private static func row(of diagnostic: Diagnostic, _ language: Language) -> Row {
    Row(
      shape,
      [
        .text(diagnostic.message[language]), .text(diagnostic.code.id),
        diagnostic.hint.map { .text($0[language]) } ?? .none,
        diagnostic.place.map { .text($0.nameAndLine) } ?? .none,
      ])
  }
}

/// `assert`.
final class BoundAssertion: BoundStatement {
  private let condition: BoundCondition
  private let message: (any BoundExpression)?
  private let place: Place

  init(_ condition: BoundCondition, _ message: (any BoundExpression)?, at place: Place) {
    self.condition = condition
    self.message = message
    self.place = place
  }

  func execute(_ frame: Frame) throws -> Completion {
    if try condition.holds(frame) { return .next }
    let text = try message.map { frame.runtime.host.text(of: try $0.evaluate(frame)) }
    throw Diagnostic(
      .assertion, text.map { Localized(same: $0) } ?? Localized("this does not hold", "此条件不成立"), at: place)
  }
}
