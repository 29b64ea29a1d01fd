import Records
import Values

/// All of a query but the values that it compares with: queries of one shape run the same statement.
struct QueryShape: Hashable {
  /// What is asked of the records.
  enum Answer: Hashable {
    /// Number and fields of each.
    case records
    /// How many there are.
    case count
    /// The sum of a field.
    case sum(String)
    /// Number and sum of a field for each value of another.
    case totals(String, by: String)
  }

  /// A comparison without its value.
  private struct Part: Hashable {
    let field: String
    let comparison: Condition.Comparison
    let isNull: Bool
  }

  private let kind: RecordKind
  private let answer: Answer
  private let parts: [Part]
  private let order: [Order]
  private let newestFirst: Bool
  private let hasLimit: Bool

  /// The shape of a query.
  ///
  /// - Parameter values: the values that it compares with, as the columns keep them.
  init(_ query: Query, _ answer: Answer, values: [ColumnValue]) {
    kind = query.kind
    self.answer = answer
    parts = zip(query.conditions, values).map {
      Part(field: $0.field, comparison: $0.comparison, isNull: $1 == .null)
    }
    order = answer == .records ? query.order : []
    newestFirst = query.newestFirst
    hasLimit = answer == .records && query.limit != nil
  }

  /// Hashes what tells most shapes apart: a script asks in few ways, but at every line.
  func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(answer)
    hasher.combine(parts.count)
    hasher.combine(order.count)
  }

  /// The statement.
  var sql: String {
    let name = SQL.name(kind.name.english)
    let conditions = parts.isEmpty ? "" : " WHERE " + parts.map(QueryShape.text).joined(separator: " AND ")
    switch answer {
    case .count: return "SELECT count(*) FROM \(name)\(conditions)"
    case .sum(let field): return "SELECT coalesce(sum(\(SQL.name(field))), 0) FROM \(name)\(conditions)"
    case .totals(let field, let group):
      let key = SQL.name(group)
      let sums = "count(*), coalesce(sum(\(SQL.name(field))), 0)"
      return "SELECT \(key), \(sums) FROM \(name)\(conditions) GROUP BY \(key) ORDER BY \(key)"
    case .records:
      let columns = (["id"] + kind.fields.map { SQL.name($0.name.english) }).joined(separator: ", ")
      let keys = order.map { key in
        // A missing value comes last, whichever end comes first.
        "\(SQL.name(key.field)) IS NULL, \(SQL.name(key.field))\(key.descending ? " DESC" : "")"
      }
      let sorting = (keys + [newestFirst ? "id DESC" : "id"]).joined(separator: ", ")
      return "SELECT \(columns) FROM \(name)\(conditions) ORDER BY \(sorting)\(hasLimit ? " LIMIT ?" : "")"
    }
  }

  private static func text(of part: Part) -> String {
    let column = SQL.name(part.field)
    if part.isNull {
      switch part.comparison {
      case .equal: return "\(column) IS ?"
      case .notEqual: return "\(column) IS NOT ?"
      // Nothing is less than no value; the question mark takes its value all the same.
      default: return "? IS NOT NULL"
      }
    }
    switch part.comparison {
    case .equal: return "\(column) = ?"
    case .notEqual: return "\(column) IS NOT ?"
    case .less: return "\(column) < ?"
    case .lessOrEqual: return "\(column) <= ?"
    case .greater: return "\(column) > ?"
    case .greaterOrEqual: return "\(column) >= ?"
    case .contains: return "instr(lower(\(column)), lower(?)) > 0"
    }
  }
}
