import Diagnostics
import Foundation
import Records
import Values

/// How a field's values stand in a column.
struct ValueCoding {
  /// How record numbers are kept.
  static let number = ValueCoding(type: .integer(0...Int.max))

  let type: ValueType

  /// A value as the column keeps it.
  func encode(_ value: Value) -> ColumnValue {
    switch value {
    case .none: return .null
    case .yesNo(let answer): return .integer(answer ? 1 : 0)
    case .integer(let number): return .integer(number)
    case .money(let money): return .integer(money.fen)
    case .text(let text): return .text(text)
    case .reference(let reference): return encode(reference)
    case .row(let row): return row.reference.map { encode($0) } ?? .null
    case .list:
      var json = JSONText()
      json.append(value)
      return .text(json.text)
    default: return .text(value.exchangeText)
    }
  }

  /// A column's content as a value.
  func decode(_ content: ColumnValue) throws -> Value {
    switch (content, type) {
    case (.null, _): return .none
    case (.integer(let number), .yesNo) where 0...1 ~= number: return .yesNo(number == 1)
    case (.integer, .yesNo): throw damaged
    case (.integer(let number), .money): return .money(Money(fen: number))
    case (.integer(let number), .reference(let kinds)) where kinds.count == 1:
      return .reference(Reference(kind: kinds[0], id: number))
    case (.integer(let number), _): return .integer(number)
    case (.text(let text), .text), (.text(let text), .phone): return .text(text)
    case (.text(let text), .list(let element)): return .list(try list(text, element))
    case (.text(let text), _): return try type.value(exchange: text)
    case (.blob, _): throw damaged
    }
  }

  private func encode(_ reference: Reference) -> ColumnValue {
    if case .reference(let kinds) = type, kinds.count == 1 { return .integer(reference.id) }
    return .text("\(reference.kind)/\(reference.id)")
  }

  private func list(_ text: String, _ element: ValueType) throws -> [Value] {
    guard let parts = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [Any] else { throw damaged }
    return try parts.map { part in
      switch part {
      case let text as String: try element.value(exchange: text)
      case let number as Int: .integer(number)
      default: throw damaged
      }
    }
  }

  private var damaged: Diagnostic {
    Diagnostic(.storeDamaged, Localized("a stored value is of the wrong kind", "存储的值类型有误"))
  }
}
