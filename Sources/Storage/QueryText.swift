import GRDB
import Records
import Values

/// A query as SQL with its arguments.
struct QueryText {
  let conditions: String
  let order: String
  let limit: String
  let arguments: [DatabaseValue]

  init(_ query: Query) {
    var parts: [String] = []
    var arguments: [DatabaseValue] = []
    for condition in query.conditions {
      let (text, values) = QueryText.condition(condition, of: query.kind)
      parts.append(text)
      arguments += values
    }
    conditions = parts.isEmpty ? "" : " WHERE " + parts.joined(separator: " AND ")
    let keys = query.order.map { key in
      // A missing value comes last, whichever end comes first.
      "\(SQL.name(key.field)) IS NULL, \(SQL.name(key.field))\(key.descending ? " DESC" : "")"
    }
    order = " ORDER BY " + (keys + [query.newestFirst ? "id DESC" : "id"]).joined(separator: ", ")
    limit = query.limit.map { " LIMIT \($0)" } ?? ""
    self.arguments = arguments
  }

  private static func condition(_ condition: Condition, of kind: RecordKind) -> (String, [DatabaseValue]) {
    guard let slot = kind.slot(of: condition.field) else {
      preconditionFailure("\(kind.name.english) has no stored field \(condition.field)")
    }
    let column = SQL.name(condition.field)
    let value = ValueCoding(type: kind.fields[slot].type).encode(condition.value)
    if value.isNull {
      switch condition.comparison {
      case .equal: return ("\(column) IS NULL", [])
      case .notEqual: return ("\(column) IS NOT NULL", [])
      default: return ("FALSE", [])
      }
    }
    switch condition.comparison {
    case .equal: return ("\(column) = ?", [value])
    case .notEqual: return ("\(column) IS NOT ?", [value])
    case .less: return ("\(column) < ?", [value])
    case .lessOrEqual: return ("\(column) <= ?", [value])
    case .greater: return ("\(column) > ?", [value])
    case .greaterOrEqual: return ("\(column) >= ?", [value])
    case .contains: return ("instr(lower(\(column)), lower(?)) > 0", [value])
    }
  }
}
