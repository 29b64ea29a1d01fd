import Diagnostics
import Values

/// A step of a pipeline.
protocol BoundFilter: AnyObject {
  /// Lets a result flow through.
  func apply(to result: CommandResult, _ frame: Frame) throws -> CommandResult
  /// What comes out where nothing flows: no value, or a list without elements, whose columns nobody knows.
  func applyToNothing(_ result: CommandResult, _ frame: Frame) throws -> CommandResult
}

extension BoundFilter {
  func applyToNothing(_ result: CommandResult, _ frame: Frame) throws -> CommandResult { result }
}

extension CommandResult {
  /// Whether there are neither rows nor columns that they would have.
  var isNothing: Bool {
    switch self {
    case .nothing, .value(.none): true
    case .value(.list(let values)): values.isEmpty
    default: false
    }
  }

  /// The shape of rows made of single values.
  static let valueShape = RowShape([Column(Name("value", "值"), .any)])

  /// The result as rows and the columns to show: a list's elements are rows, a single value is one.
  func rows(at place: Place) throws -> (RowStream, [Int]) {
    switch self {
    case .rows(let stream, let columns): return (stream, columns)
    case .value(.list(let values)):
      let rows = values.map { value in
        if case .row(let row) = value { return row }
        return Row(CommandResult.valueShape, [value])
      }
      let shape = rows.first?.shape ?? CommandResult.valueShape
      guard rows.allSatisfy({ $0.shape.hasColumns(of: shape) }) else {
        throw Diagnostic(.type, Localized("the rows have different columns", "各行的列不一致"), at: place)
      }
      return (RowStream(shape, rows: rows), shape.listed)
    case .value(.row(let row)):
      return (RowStream(row.shape, rows: [row]), row.shape.listed)
    case .nothing, .value(.none): return (RowStream(CommandResult.valueShape, rows: []), [0])
    case .value(let value):
      return (RowStream(CommandResult.valueShape, rows: [Row(CommandResult.valueShape, [value])]), [0])
    case .acknowledgement(_, let value): return try CommandResult.value(value()).rows(at: place)
    case .document(_, let value):
      let known = try value()
      guard known.isPresent else { throw CommandResult.noRows(at: place) }
      return try CommandResult.value(known).rows(at: place)
    case .encoded, .printout: throw CommandResult.noRows(at: place)
    }
  }

  /// The fault that a text laid out for people has no rows.
  static func noRows(at place: Place) -> Diagnostic {
    Diagnostic(.type, Localized("only rows can be filtered, and this is a text", "只有行可以筛选，而这里是一段文字"), at: place)
  }
}

/// `where`.
final class BoundWhere: BoundFilter {
  private let slot: Int
  private let condition: BoundCondition
  private let place: Place

  init(slot: Int, _ condition: BoundCondition, at place: Place) {
    self.slot = slot
    self.condition = condition
    self.place = place
  }

  func apply(to result: CommandResult, _ frame: Frame) throws -> CommandResult {
    let (rows, columns) = try result.rows(at: place)
    let stream = RowStream(rows.shape) { [slot, condition] in
      while let row = try rows.next() {
        try frame.runtime.poll()
        frame[slot] = .row(row)
        if try condition.holds(frame) { return row }
      }
      return nil
    }
    return .rows(stream, columns: columns)
  }
}

/// A field by which rows are sorted.
struct SortKey {
  let name: String
  let descending: Bool
  let place: Place
}

/// `sort`: rows that are equal keep their order; a missing value comes last.
final class BoundSort: BoundFilter {
  private let keys: [SortKey]
  private let place: Place

  init(_ keys: [SortKey], at place: Place) {
    self.keys = keys
    self.place = place
  }

  func apply(to result: CommandResult, _ frame: Frame) throws -> CommandResult {
    let (rows, columns) = try result.rows(at: place)
    let slots = try keys.map { key in
      let slot = try rows.shape.slot(of: key.name, at: key.place)
      try placed(key.place) { try rows.shape.requireSortable(slot) }
      return (slot: slot, descending: key.descending)
    }
    let sorted = try placed(place) { try rows.sorted(by: slots) }
    return .rows(RowStream(rows.shape, rows: sorted), columns: columns)
  }
}

extension RowShape {
  /// The position of a column that a filter names.
  func slot(of name: String, at place: Place) throws -> Int {
    guard let slot = slot(named: name) else { throw Diagnostic.unknownField(name, of: [self], at: place) }
    return slot
  }
}

/// `first` and `last`. Without a number they give the row itself, so that `$(… | first).name` works.
final class BoundExcerpt: BoundFilter {
  private let count: (any BoundExpression)?
  private let fromEnd: Bool
  private let place: Place

  init(_ count: (any BoundExpression)?, fromEnd: Bool, at place: Place) {
    self.count = count
    self.fromEnd = fromEnd
    self.place = place
  }

  func apply(to result: CommandResult, _ frame: Frame) throws -> CommandResult {
    guard let count else {
      let (rows, _) = try result.rows(at: place)
      let row = fromEnd ? try BoundExcerpt.last(1, of: rows).first : try rows.next()
      return row.map { .value(.row($0)) } ?? .nothing
    }
    let limit = try BoundExcerpt.limit(count.evaluate(frame), at: place)
    let (rows, columns) = try result.rows(at: place)
    if fromEnd {
      return .rows(RowStream(rows.shape, rows: try BoundExcerpt.last(limit, of: rows)), columns: columns)
    }
    return .rows(rows.prefix(limit), columns: columns)
  }

  func applyToNothing(_ result: CommandResult, _ frame: Frame) throws -> CommandResult {
    guard let count else { return .nothing }
    _ = try BoundExcerpt.limit(count.evaluate(frame), at: place)
    return result
  }

  /// How many rows a value asks for.
  static func limit(_ value: Value, at place: Place) throws -> Int {
    let hint = Localized(same: "first 10")
    guard case .integer(let limit) = value else {
      throw Diagnostic(
        .unfit(ValueKinds(of: value), for: .integer),
        Localized(
          "how many rows? A whole number is expected, not \(value.typeName.english)",
          "保留几行？此处应为整数，而不是\(value.typeName.chinese)"), hint: hint, at: place)
    }
    guard limit >= 0 else {
      throw Diagnostic(
        .range, Localized("there are no \(limit) rows", "行数不能为 \(limit)"), hint: hint, at: place)
    }
    return limit
  }

  /// The last rows, with no more than twice as many kept on the way.
  private static func last(_ limit: Int, of rows: RowStream) throws -> [Row] {
    var kept: [Row] = []
    while let row = try rows.next() {
      kept.append(row)
      if kept.count / 2 - 32 > limit { kept.removeFirst(kept.count - limit) }
    }
    return Array(kept.suffix(limit))
  }
}

/// `select`.
final class BoundSelect: BoundFilter {
  private let fields: [(name: String, place: Place)]
  private let place: Place

  init(_ fields: [(name: String, place: Place)], at place: Place) {
    self.fields = fields
    self.place = place
  }

  func apply(to result: CommandResult, _ frame: Frame) throws -> CommandResult {
    let (rows, _) = try result.rows(at: place)
    return .rows(rows, columns: try fields.map { try rows.shape.slot(of: $0.name, at: $0.place) })
  }
}

/// `each`.
final class BoundEach: BoundFilter {
  private let slot: Int
  private let body: BoundBlock
  /// Whether all rows are read before the block first runs, because it may change records.
  private let collects: Bool
  private let place: Place

  init(slot: Int, _ body: BoundBlock, collects: Bool, at place: Place) {
    self.slot = slot
    self.body = body
    self.collects = collects
    self.place = place
  }

  func apply(to result: CommandResult, _ frame: Frame) throws -> CommandResult {
    var (rows, _) = try result.rows(at: place)
    if collects { rows = RowStream(rows.shape, rows: try rows.collect()) }
    while let row = try rows.next() {
      try frame.runtime.poll()
      frame[slot] = .row(row)
      switch try body.execute(frame) {
      case .next, .nextRound: continue
      case .leaveLoop, .result: return .nothing
      }
    }
    return .nothing
  }

  func applyToNothing(_ result: CommandResult, _ frame: Frame) -> CommandResult { .nothing }
}
