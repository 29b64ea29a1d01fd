import Diagnostics
import Foundation
import GRDB
import Records
import Values

/// How a field's values stand in a column.
struct ValueCoding {
  let type: ValueType

  /// A value as the column keeps it.
  func encode(_ value: Value) -> DatabaseValue {
    switch value {
    case .none: .null
    case .yesNo(let answer): (answer ? 1 : 0).databaseValue
    case .integer(let number): number.databaseValue
    case .money(let money): money.fen.databaseValue
    case .reference(let reference): encode(reference)
    case .row(let row): row.reference.map { encode($0) } ?? .null
    case .list:
      {
        var text = ""
        JSONText.append(value, to: &text)
        return text.databaseValue
      }()
    default: value.exchangeText.databaseValue
    }
  }

  /// A column's content as a value.
  func decode(_ content: DatabaseValue) throws -> Value {
    switch (content.storage, type) {
    case (.null, _): return .none
    case (.int64(let number), .yesNo): return .yesNo(number != 0)
    case (.int64(let number), .money): return .money(Money(fen: Int(number)))
    case (.int64(let number), .reference(let kinds)) where kinds.count == 1:
      return .reference(Reference(kind: kinds[0], id: Int(number)))
    case (.int64(let number), _): return .integer(Int(number))
    case (.string(let text), .text), (.string(let text), .phone): return .text(text)
    case (.string(let text), .list(let element)): return .list(try list(text, element))
    case (.string(let text), _): return try type.value(exchange: text)
    default: throw damaged
    }
  }

  private func encode(_ reference: Reference) -> DatabaseValue {
    if case .reference(let kinds) = type, kinds.count == 1 { return reference.id.databaseValue }
    return "\(reference.kind)/\(reference.id)".databaseValue
  }

  private func list(_ text: String, _ element: ValueType) throws -> [Value] {
    guard let parts = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [Any] else { throw damaged }
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
