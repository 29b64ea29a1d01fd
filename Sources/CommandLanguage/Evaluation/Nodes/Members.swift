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
    case let other:
      throw Diagnostic(
        .unknownField,
        Localized("\(other.typeName.english) has no field \(name)", "\(other.typeName.chinese)没有字段 \(name)"), at: place)
    }
    if row.shape !== shape {
      guard let found = row.shape.slot(named: name) else {
        throw Diagnostic.unknownField(name, of: row.shape, at: place)
      }
      shape = row.shape
      slot = found
    }
    return row.values[slot]
  }
}

extension Diagnostic {
  /// The fault that rows have no field of a name; offers the nearest.
  static func unknownField(_ name: String, of shape: RowShape, at place: Place) -> Diagnostic {
    let names = shape.columns.flatMap { [$0.name.english, $0.name.chinese] }
    let english = shape.columns.map(\.name.english).joined(separator: ", ")
    let chinese = shape.columns.map(\.name.chinese).joined(separator: "、")
    return Diagnostic(
      .unknownField, Localized("there is no field \(name)", "没有字段 \(name)"),
      hint: Suggestion.hint(for: name, in: names) ?? Localized("there are \(english)", "可用字段：\(chinese)"), at: place)
  }
}
