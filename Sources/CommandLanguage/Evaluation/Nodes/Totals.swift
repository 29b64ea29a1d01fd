import Diagnostics
import Values

/// `count`.
final class BoundCount: BoundFilter {
  private let place: Place
  init(at place: Place) { self.place = place }

  func apply(to result: CommandResult, _ frame: Frame) throws -> CommandResult {
    let (rows, _) = try result.rows(at: place)
    var count = 0
    while try rows.next() != nil { count += 1 }
    return .value(.integer(count))
  }

  func applyToNothing(_ result: CommandResult, _ frame: Frame) -> CommandResult { .value(.integer(0)) }
}

/// `sum`: missing values count nothing.
final class BoundSum: BoundFilter {
  private let field: String
  private let place: Place

  init(_ field: String, at place: Place) {
    self.field = field
    self.place = place
  }

  func apply(to result: CommandResult, _ frame: Frame) throws -> CommandResult {
    let (rows, _) = try result.rows(at: place)
    let slot = try rows.shape.slot(of: field, at: place)
    var total = Value.integer(0)
    if case .money = rows.shape.columns[slot].type { total = .money(Money(fen: 0)) }
    while let row = try rows.next() {
      if case .none = row.values[slot] { continue }
      total = try placed(place) { try BoundSum.adding(row.values[slot], to: total) }
    }
    return .value(total)
  }

  /// A sum and one value more.
  static func adding(_ value: Value, to sum: Value) throws -> Value {
    do {
      return try sum.adding(value)
    } catch let fault as Diagnostic where fault.code == .type {
      throw Diagnostic(
        fault.code,
        Localized(
          "sum adds up numbers and amounts, not \(value.typeName.english)", "求和只用于数字和金额，不能用于\(value.typeName.chinese)"))
    }
  }

  func applyToNothing(_ result: CommandResult, _ frame: Frame) -> CommandResult { .value(.integer(0)) }
}

/// `group`: one row for each value of a field, with how many rows have it, in the order of first appearance.
final class BoundGroup: BoundFilter {
  private let field: String
  private let place: Place

  init(_ field: String, at place: Place) {
    self.field = field
    self.place = place
  }

  func apply(to result: CommandResult, _ frame: Frame) throws -> CommandResult {
    let (rows, _) = try result.rows(at: place)
    let slot = try rows.shape.slot(of: field, at: place)
    var order: [String] = []
    var groups: [String: (value: Value, count: Int)] = [:]
    while let row = try rows.next() {
      let value = row.values[slot]
      let key = value.exchangeText
      if groups[key] == nil { order.append(key) }
      groups[key, default: (value, 0)].count += 1
    }
    let shape = BoundGroup.shape(of: rows.shape.columns[slot])
    let grouped = order.compactMap { groups[$0] }.map { Row(shape, [$0.value, .integer($0.count)]) }
    return .rows(RowStream(shape, rows: grouped), columns: shape.listed)
  }

  /// The columns of grouped rows.
  static func shape(of column: Column) -> RowShape {
    RowShape([column, Column(Name("count", "数量"), .integer(0...Int.max))])
  }
}
