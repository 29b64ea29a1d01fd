import Diagnostics
import Values

/// A field of a row or of a record that is named.
final class BoundMember: BoundExpression {
  private let value: any BoundExpression
  private let name: String
  private let place: Place
  // Rows of one listing share their shape, so the place of the field is looked up once.
  private var shape: RowShape?
  private var slot = 0

  init(_ value: any BoundExpression, _ name: String, at place: Place) {
    self.value = value
    self.name = name
    self.place = place
  }

  func evaluate(_ frame: Frame) throws -> Value {
    let row: Row
    switch try value.evaluate(frame) {
    case .row(let value): row = value
    case .reference(let reference): row = try placed(place) { try frame.runtime.host.row(for: reference) }
    case .none: return .none
    case .list: throw Diagnostic.fieldOfRows(at: place)
    case let other: throw Diagnostic.noField(name, of: other, at: place)
    }
    if row.shape !== shape {
      guard let found = row.shape.slot(named: name) else {
        throw Diagnostic.unknownField(name, of: [row.shape], at: place)
      }
      shape = row.shape
      slot = found
    }
    return row.values[slot]
  }
}

extension Diagnostic {
  /// The fault that a value of this kind has no fields.
  static func noField(_ name: String, of value: Value, at place: Place) -> Diagnostic {
    Diagnostic(
      .unknownField,
      Localized("\(value.typeName.english) has no field \(name)", "\(value.typeName.chinese)没有字段 \(name)"), at: place)
  }

  /// The fault that several rows have no fields together.
  static func fieldOfRows(at place: Place) -> Diagnostic {
    Diagnostic(
      .unknownField, Localized("these are rows, and only one row has fields", "这里是若干行，只有单行才有字段"),
      hint: Localized("take one: $(… | first)", "请取一行：$(… | first)"), at: place)
  }

  /// The fault that rows of these shapes have no field of a name; offers the nearest.
  static func unknownField(_ name: String, of shapes: [RowShape], at place: Place) -> Diagnostic {
    let columns = shapes.flatMap(\.columns)
    let names = columns.flatMap { [$0.name.english, $0.name.chinese] }
    let english = columns.map(\.name.english).joined(separator: ", ")
    let chinese = columns.map(\.name.chinese).joined(separator: "、")
    return Diagnostic(
      .unknownField, Localized("there is no field \(name)", "没有字段 \(name)"),
      hint: Suggestion.hint(for: name, in: names) ?? Localized("there are \(english)", "可用字段：\(chinese)"), at: place)
  }
}
