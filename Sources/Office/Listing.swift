import CommandLanguage
import Diagnostics
import Records
import Values

/// Which records of a kind a command asks for: filters over its fields, order, limit, columns.
///
/// Stored fields are compared by the store; computed ones afterwards, row by row.
struct Listing {
  /// By which fields to sort.
  static let sort = Field<[String]>(
    "sort", "排序", "Fields to sort by; -FIELD: the largest first.", "按哪些字段排序；-字段 为从大到小。",
    type: .list(.text(maximum: 60)), default: [])
  /// How many rows at most.
  static let limit = Field<Int?>("limit", "限", "How many at most.", "最多多少条。", type: .integer(0...1_000_000_000))
  /// Which columns to show.
  static let show = Field<[String]>(
    "show", "显示", "Fields to show, in order.", "显示哪些字段，按所列顺序。", type: .list(.text(maximum: 60)), default: [])
  /// The parameters that say how to list.
  static let options: [Parameter] = [.columns(sort, .sorted), .named(limit), .columns(show, .shown)]

  /// The parameters that select records of a kind; never who is masked, for a search would tell.
  static func parameters(of kind: RecordKind) -> [Parameter] {
    (kind.fields + kind.computed.map(\.declaration)).filter { $0.isSearchable }.map { Parameter($0, .filter) }
  }

  /// The parameter that lets a list hold also what it leaves out unasked.
  static func scope(of kind: RecordKind) -> [Parameter] { kind.departure == nil ? [] : [.named(all)] }

  private static let all = Field<Bool>(
    "all", "全部", "Also those who are gone.", "也列出已离开的。", default: false)

  private let kind: RecordKind
  private let query: Query
  private let computed: [(slot: Int, filter: Arguments.Filter)]
  private let arguments: Arguments
  private let session: OfficeSession

  /// Reads the filters of a call.
  init(_ kind: RecordKind, _ arguments: Arguments, in session: OfficeSession) throws {
    self.kind = kind
    self.arguments = arguments
    self.session = session
    var conditions: [Condition] = []
    var computed: [(slot: Int, filter: Arguments.Filter)] = []
    for filter in arguments.filters {
      if let stored = try Listing.conditions(of: filter, kind, in: session) {
        conditions += stored
      } else if let slot = kind.shape.slot(named: filter.field) {
        computed.append((slot, filter))
      }
    }
    self.computed = computed
    query = Query(kind, conditions, onlyCurrent: Listing.leavesOutDeparted(kind, arguments))
  }

  /// What a filter asks of stored fields; nothing if the value has to be worked out for each record.
  private static func conditions(
    of filter: Arguments.Filter, _ kind: RecordKind, in session: OfficeSession
  ) throws -> [Condition]? {
    guard let slot = kind.slot(of: filter.field) else {
      let computed = kind.computed.first { $0.declaration.name.english == filter.field }
      return filter.comparison == .equal ? try computed?.selecting(filter.value, session.store) : nil
    }
    let condition = Condition(filter.field, Condition.Comparison(filter.comparison), filter.value)
    let field = kind.fields[slot]
    guard field.isMasked else { return [condition] }
    guard filter.comparison == .equal else {
      // Comparing bit by bit would tell what is masked (see decision 10).
      throw Diagnostic(
        .privacy,
        Localized("\(field.name.englishWithArticle) is looked for whole, with =", "\(field.name.chinese)只能用 = 按完整号码查找"),
        subject: field.name.english)
    }
    guard case .text(let text) = filter.value, kind.search?.tails.contains(where: { $0 === field }) ?? false else {
      return [condition]
    }
    let tail = Value.text(String(text.suffix(RecordKind.Search.tailLength)))
    return [Condition(filter.field, .tail, tail), condition]
  }

  /// Who is gone is listed when asked for: by `all`, or by how or when he went.
  private static func leavesOutDeparted(_ kind: RecordKind, _ arguments: Arguments) -> Bool {
    guard let departure = kind.departure else { return false }
    if arguments[all.declaration.name.english] == .yesNo(true) { return false }
    let names = (departure.fields + [departure.status]).map(\.name.english)
    return !arguments.filters.contains { names.contains($0.field) }
  }

  /// A record that is asked for, and its row if that was needed to find it.
  typealias Match = (record: Record, row: Row?)

  /// How many records there are; the limit does not count.
  func count() throws -> Int {
    guard !computed.isEmpty else { return try session.store.count(query) }
    let next = try matches(query)
    var count = 0
    while try next() != nil { count += 1 }
    return count
  }

  /// How many records there are, but no more than asked for.
  func matchCount() throws -> Int { min(try count(), arguments[Listing.limit] ?? Int.max) }

  /// The rows, with the columns asked for.
  func result() throws -> CommandResult {
    let columns = try shown() ?? kind.shape.listed
    let next = try matches()
    return .rows(
      RowStream(kind.shape) { [session] in try next().map { try $0.row ?? session.row(of: $0.record) } },
      columns: columns)
  }

  /// A function that gives the records one by one, in the order asked for and no more of them than asked for.
  func matches() throws -> () throws -> Match? {
    let keys = arguments[Listing.sort]
    let limit = arguments[Listing.limit]
    var query = query
    let order = try keys.map { try self.order($0) }
    let sortsInStore = order.allSatisfy { kind.slot(of: $0.field) != nil }
    if sortsInStore {
      query.order = order
      if computed.isEmpty { query.limit = limit }
    }
    var next = try matches(query)
    if !sortsInStore { next = try sorted(next, order) }
    guard let limit, query.limit == nil else { return next }
    var left = limit
    return {
      guard left > 0 else { return nil }
      left -= 1
      return try next()
    }
  }

  private func matches(_ query: Query) throws -> () throws -> Match? {
    let cursor = try session.store.records(query)
    return { [session, computed] in
      while let record = try cursor.next() {
        if computed.isEmpty { return (record, nil) }
        let row = try session.row(of: record)
        let holds = try computed.allSatisfy { slot, filter in
          try filter.comparison.holds(row.values[slot], filter.value, host: session)
        }
        if holds { return (record, row) }
      }
      return nil
    }
  }

  /// Records in the order of values that are worked out.
  private func sorted(_ next: () throws -> Match?, _ order: [Order]) throws -> () throws -> Match? {
    let keys = order.compactMap { key in kind.shape.slot(named: key.field).map { ($0, key.descending) } }
    var rows: [Row] = []
    while let match = try next() { rows.append(try match.row ?? session.row(of: match.record)) }
    var sorted = try RowStream(kind.shape, rows: rows).sorted(by: keys).makeIterator()
    return { [session] in
      guard let row = sorted.next(), let reference = row.reference else { return nil }
      return (try session.record(reference), row)
    }
  }

  private func order(_ key: String) throws -> Order {
    let descending = key.hasPrefix("-")
    let name = descending ? String(key.dropFirst()) : key
    let slot = try slot(name, subject: Listing.sort.declaration.name.english)
    if let field = kind.fields.first(where: { $0.name == kind.shape.columns[slot].name }), field.isMasked {
      throw Diagnostic(
        .privacy, Localized("the order would tell what is masked", "按\(field.name.chinese)排序会泄露隐去的信息"),
        hint: Localized("sort by another field", "请按其他字段排序"), subject: Listing.sort.declaration.name.english)
    }
    try kind.shape.requireSortable(slot, subject: Listing.sort.declaration.name.english)
    return Order(kind.shape.columns[slot].name.english, descending: descending)
  }

  /// The positions of the columns asked for; nothing if none were.
  func shown() throws -> [Int]? {
    let names = arguments[Listing.show]
    guard !names.isEmpty else { return nil }
    return try names.map { try slot($0, subject: Listing.show.declaration.name.english) }
  }

  private func slot(_ name: String, subject: String) throws -> Int {
    if let slot = kind.shape.slot(named: name) { return slot }
    let names = kind.shape.columns.flatMap { [$0.name.english, $0.name.chinese] }
    throw Diagnostic(
      .unknownField, Localized("there is no field \(name)", "没有字段 \(name)"),
      hint: Suggestion.hint(for: name, in: names), subject: subject)
  }
}

extension Condition.Comparison {
  /// The store's comparison for the language's.
  fileprivate init(_ comparison: ComparisonOperator) {
    switch comparison {
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .contains: self = .contains
    }
  }
}

extension FieldDeclaration {
  /// Whether lists may select by the field. A phone number may be looked for by who has it before him; who is masked may
  /// not.
  fileprivate var isSearchable: Bool {
    if case .phone = type { return true }
    return !isMasked
  }
}
