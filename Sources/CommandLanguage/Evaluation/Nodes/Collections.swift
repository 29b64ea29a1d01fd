import Diagnostics
import Values

/// `[a, b]`.
final class BoundList: BoundExpression {
  private let elements: [any BoundExpression]
  private let place: Place

  init(_ elements: [any BoundExpression], at place: Place) {
    self.elements = elements
    self.place = place
  }

  func evaluate(_ frame: Frame) throws -> Value {
    let values = try elements.map { try $0.evaluate(frame) }
    try placed(place) { try ValueSize.checkNested(values) }
    return .list(values)
  }
}

/// `a..b`.
final class BoundRange: BoundExpression {
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
    (try end(lower.evaluate(frame)), try end(upper.evaluate(frame)))
  }

  private func end(_ value: Value) throws -> Int {
    guard case .integer(let number) = value else { throw BoundRange.noRange(value, at: place) }
    return number
  }

  /// The fault that a range cannot begin or end with a value.
  static func noRange(_ value: Value, at place: Place) -> Diagnostic {
    Diagnostic(
      .unfit(ValueKinds(of: value), for: .integer),
      Localized(
        "a range goes from one whole number to another, and this is \(value.typeName.english)",
        "范围的两端须为整数，而这里是\(value.typeName.chinese)"), hint: Localized(same: "1..10"), at: place)
  }

  func evaluate(_ frame: Frame) throws -> Value {
    let (first, last) = try bounds(frame)
    guard first <= last else { return .list([]) }
    let (distance, overflow) = last.subtractingReportingOverflow(first)
    try placed(place) { try ValueSize.check(overflow ? .max : distance + 1) }
    return .list((first...last).map { .integer($0) })
  }
}

/// Text with parts that are worked out.
final class BoundText: BoundExpression {
  private let parts: [any BoundExpression]
  private let place: Place

  init(_ parts: [any BoundExpression], at place: Place) {
    self.parts = parts
    self.place = place
  }

  func evaluate(_ frame: Frame) throws -> Value {
    var text = ""
    for part in parts {
      let value = try part.evaluate(frame)
      if case .text(let plain) = value { text += plain } else { text += frame.runtime.host.text(of: value) }
      try placed(place) { try ValueSize.check(text) }
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
    return try placed(place) {
      let value = try function.value(of: values, frame.runtime.host)
      try ValueSize.check(value)
      return value
    }
  }
}
