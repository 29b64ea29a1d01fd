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
  private let onlyCurrent: Bool
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
    onlyCurrent = query.onlyCurrent && query.kind.departure != nil
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
    if answer == .count, onlyCurrent, parts.isEmpty {
      // Counting all is a matter of pages, and the index of the departed is small; counting the others reads each.
      return
        "SELECT (SELECT count(*) FROM \(name)) - (SELECT count(*) FROM \(name) WHERE \(departed("IS NOT", " OR ")))"
    }
    let terms = parts.map(QueryShape.text) + (onlyCurrent ? [departed("IS", " AND ")] : [])
    let conditions = terms.isEmpty ? "" : " WHERE " + terms.joined(separator: " AND ")
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

  /// That the fields which make a record one of the past are or are not missing.
  private func departed(_ comparison: String, _ joint: String) -> String {
    (kind.departure?.fields ?? []).map { "\(SQL.name($0.name.english)) \(comparison) NULL" }.joined(separator: joint)
  }

  private static func text(of part: Part) -> String {
    let column = SQL.name(part.field)
    if part.isNull {
      switch part.comparison {
      // Written out, so that an index of the missing or the present ones may serve.
      case .equal: return "\(column) IS NULL"
      case .notEqual: return "\(column) IS NOT NULL"
      // Nothing is less than no value.
      default: return "0"
      }
    }
    switch part.comparison {
    case .equal: return "\(column) = ?"
    case .notEqual: return "\(column) IS NOT ?"
    case .less: return "\(column) < ?"
    case .lessOrEqual: return "\(column) <= ?"
    case .greater: return "\(column) > ?"
    case .greaterOrEqual: return "\(column) >= ?"
    case .tail: return "\(SQL.tail(of: column)) = ?"
    case .contains: return "instr(lower(\(column)), lower(?)) > 0"
    }
  }
}
