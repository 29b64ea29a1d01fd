import Diagnostics
import Values

/// `[a, b]`.
final class BoundList: BoundExpression {
  private let elements: [any BoundExpression]
  init(_ elements: [any BoundExpression]) { self.elements = elements }
  func evaluate(_ frame: Frame) throws -> Value { .list(try elements.map { try $0.evaluate(frame) }) }
}

/// `a..b`.
final class BoundRange: BoundExpression {
  /// How many numbers a range may hold when it is made into a list.
  static let maximumCount = 1_000_000

  private let lower: any BoundExpression
  private let upper: any BoundExpression
  private let place: Place

  init(_ lower: any BoundExpression, _ upper: any BoundExpression, at place: Place) {
    self.lower = lower
    self.upper = upper
    self.place = place
  }

  /// The two ends, for a loop that needs no list.
  func bounds(_ frame: Frame) throws -> (Int, Int) {
    guard case .integer(let first) = try lower.evaluate(frame), case .integer(let last) = try upper.evaluate(frame)
    else {
      throw Diagnostic(
        .type, Localized("a range goes from one whole number to another", "范围的两端须为整数"),
        hint: Localized(same: "1..10"), at: place)
    }
    return (first, last)
  }

  func evaluate(_ frame: Frame) throws -> Value {
    let (first, last) = try bounds(frame)
    guard first <= last else { return .list([]) }
    let (distance, overflow) = last.subtractingReportingOverflow(first)
    guard !overflow, distance < BoundRange.maximumCount else {
      throw Diagnostic(
        .type, Localized("this range holds more than a million numbers", "范围超过一百万个数"),
        hint: Localized("for … in a range needs no list and has no limit", "for 循环直接使用范围则没有限制"), at: place)
    }
    return .list((first...last).map { .integer($0) })
  }
}

/// Text with parts that are worked out.
final class BoundText: BoundExpression {
  private let parts: [any BoundExpression]
  init(_ parts: [any BoundExpression]) { self.parts = parts }

  func evaluate(_ frame: Frame) throws -> Value {
    var text = ""
    for part in parts {
      let value = try part.evaluate(frame)
      if case .text(let plain) = value { text += plain } else { text += frame.runtime.host.text(of: value) }
    }
    return .text(text)
  }
}

/// `name(…)`.
final class BoundFunctionCall: BoundExpression {
  private let function: FunctionDeclaration
  private let arguments: [any BoundExpression]
  private let place: Place

  init(_ function: FunctionDeclaration, _ arguments: [any BoundExpression], at place: Place) {
    self.function = function
    self.arguments = arguments
    self.place = place
  }

  func evaluate(_ frame: Frame) throws -> Value {
    let values = try arguments.map { try $0.evaluate(frame) }
    return try placed(place) { try function.compute(values, frame.runtime.host) }
  }
}
