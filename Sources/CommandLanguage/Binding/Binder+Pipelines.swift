import Diagnostics
import Values

extension Binder {
  /// Binds a pipeline; also says what is known of what comes out, and the format that `to` asked for.
  mutating func bind(_ pipeline: Pipeline) throws -> (BoundPipeline, StaticType, OutputFormat?) {
    let origin: BoundPipeline.Origin
    var type = StaticType.unknown
    switch pipeline.origin {
    case .call(let call):
      (origin, type) = try bind(call, redirection: pipeline.filters.isEmpty ? pipeline.redirection : nil)
    case .expression(let expression):
      let (bound, known) = try bind(expression)
      origin = .expression(bound)
      type = known
    case .print(let words):
      origin = .print(words.map { word in kept { try $0.untyped(word).0 } ?? BoundConstant(.none) })
      type = .some(.text)
    }
    var filters: [any BoundFilter] = []
    var format: OutputFormat?
    for filter in pipeline.filters {
      guard format == nil else {
        throw Diagnostic(
          .misplaced, Localized("to ends a pipeline", "to 须是最后一步"),
          hint: Localized("put it behind the other filters", "请放在其他筛选器之后"), at: place(filter.span))
      }
      if let declaration = FilterDeclaration.named(filter.name.text), declaration.kind == .to {
        format = try outputFormat(filter)
        continue
      }
      if filters.isEmpty, origin.isDocument { throw CommandResult.noRows(at: place(filter.span)) }
      // Rows are asked for one by one, each filter asking the one before it.
      if let (bound, next) = kept({ binder in try binder.deeper(3) { try $0.bind(filter, type) } }) {
        filters.append(bound)
        type = next
      } else if filter.changesColumns {
        type = .unknown
      }
    }
    depth.most = max(depth.most, depth.here + 3 * filters.count)
    return (BoundPipeline(origin, filters), type, format)
  }

  /// The moment as of which a pipeline is told; whatever is bound by `body` may only look.
  mutating func inTime<Result>(
    of pipeline: Pipeline, _ body: (inout Binder) throws -> Result
  ) throws -> (BoundMoment?, Result) {
    guard let word = pipeline.moment else { return (nil, try body(&self)) }
    let moment = kept { try $0.bind(word, as: .moment) } ?? .constant(.none)
    let outer = isInPast
    isInPast = true
    defer { isInPast = outer }
    // Rows that are read while the office goes back would be those of another day.
    mayWrite = true
    return (BoundMoment(moment, at: place(word.span)), try body(&self))
  }

  /// A pipeline that stands by itself.
  mutating func output(_ pipeline: Pipeline) throws -> any BoundStatement {
    let (moment, (bound, _, format)) = try inTime(of: pipeline) { try $0.bind(pipeline) }
    return BoundOutput(
      bound, asOf: moment, as: format, to: try pipeline.redirection.map { try text($0.path) },
      appends: pipeline.redirection?.appends ?? false, acknowledges: blocks == 0,
      at: place(pipeline.redirection?.path.span ?? pipeline.span))
  }

  /// `age > 60` reads like a comparison and would write a file named 60: refused, with both spellings shown.
  func checkComparison(
    _ call: Call, _ redirection: Pipeline.Redirection, _ declaration: CommandDeclaration
  ) throws {
    guard let last = call.arguments.last, last.name == nil, let word = last.value.bare,
      declaration.parameters.contains(where: { $0.role == .filter && $0.field.name.matches(word) })
    else { return }
    let path = redirection.path.literal ?? "FILE"
    throw Diagnostic(
      .syntax, Localized("is this a comparison or a file?", "这是比较还是写入文件？"),
      hint: Localized(
        "write \(word)>\(path) to compare, or \"\(word)\" > \(path) to write a file",
        "比较请写 \(word)>\(path)，写入文件请写 \"\(word)\" > \(path)"), at: place(last.span.union(redirection.span)))
  }

  /// `where party > people.csv` reads like a file and is a comparison with a field that is not there.
  private func checkFile(_ expression: Expression, _ type: StaticType) throws {
    guard case .infix(_, .comparison(.greater), let right) = expression.kind, let shapes = type.rows.shapes,
      case .member(let owner, _) = right.kind, case .field(let name) = owner.kind,
      shapes.allSatisfy({ $0.slot(named: name.text) == nil })
    else { return }
    throw Diagnostic(
      .syntax, Localized("is this a comparison or a file?", "这是比较还是写入文件？"),
      hint: Localized(
        "behind where, write | to csv > FILE to write a file", "where 之后写入文件请写 | to csv > 文件"),
      at: place(right.span))
  }

  // MARK: Filters

  private mutating func bind(_ filter: Pipeline.Filter, _ type: StaticType) throws -> (any BoundFilter, StaticType) {
    let place = place(filter.span)
    guard let declaration = FilterDeclaration.named(filter.name.text) else {
      let names = FilterDeclaration.all.flatMap { [$0.name.english, $0.name.chinese] }
      throw Diagnostic(
        .unknownFilter, Localized("no filter is named \(filter.name.text)", "没有名为 \(filter.name.text) 的筛选器"),
        hint: Suggestion.hint(for: filter.name.text, in: names)
          ?? Localized(
            "there are \(FilterDeclaration.all.map(\.name.english).joined(separator: ", "))",
            "可用：\(FilterDeclaration.all.map(\.name.chinese).joined(separator: "、"))"), at: self.place(filter.name.span))
    }
    switch (declaration.kind, filter.content) {
    case (.where, .expression(let expression)):
      try checkFile(expression, type)
      let (slot, condition) = try withRow(type) { try $0.condition(expression) }
      return (BoundWhere(slot: slot, condition, at: place), .list(type.rows))
    case (.each, .block(let block)):
      let outer = (mayWrite: mayWrite, isInEach: isInEach)
      mayWrite = false
      isInEach = true
      let (slot, body) = repeated { binder in binder.withRow(type) { $0.loopBody(block).body } }
      let collects = mayWrite
      mayWrite = mayWrite || outer.mayWrite
      isInEach = outer.isInEach
      return (BoundEach(slot: slot, body, collects: collects, at: place), .nothing)
    case (let kind, .words(let words)):
      return try bind(kind, words, type, filter, declaration)
    default: preconditionFailure("the parser reads what the declaration says")
    }
  }

  private mutating func bind(
    _ kind: FilterDeclaration.Kind, _ words: [Word], _ type: StaticType, _ filter: Pipeline.Filter,
    _ declaration: FilterDeclaration
  ) throws -> (any BoundFilter, StaticType) {
    let place = place(filter.span)
    let misused = Diagnostic(
      .arguments,
      Localized("\(declaration.name.english) is not used like this", "\(declaration.name.chinese) 的用法不对"),
      hint: Localized("write \(declaration.form)", "写法：\(declaration.form)"), at: place)
    let rows = type.rows
    switch kind {
    case .count:
      guard words.isEmpty else { throw misused }
      return (BoundCount(at: place), .some(.integer))
    case .first, .last:
      guard words.count < 2 else { throw misused }
      let count = try words.first.map { try limit($0, at: place) }
      return (BoundExcerpt(count, fromEnd: kind == .last, at: place), count == nil ? rows : .list(rows))
    case .sort:
      let keys = try names(words).map { name, place in
        let descending = name.hasPrefix("-")
        return SortKey(name: descending ? String(name.dropFirst()) : name, descending: descending, place: place)
      }
      guard !keys.isEmpty else { throw misused }
      for key in keys {
        let field = try rows.field(key.name, at: key.place, shape: host.shape(ofKind:))
        try placed(key.place) {
          try field.checkOrder(with: field)
          if let shapes = rows.shapes, shapes.count == 1, let slot = shapes[0].slot(named: key.name) {
            try shapes[0].requireSortable(slot)
          }
        }
      }
      return (BoundSort(keys, at: place), .list(rows))
    case .select:
      let fields = try names(words)
      guard !fields.isEmpty else { throw misused }
      for (name, place) in fields { _ = try rows.field(name, at: place, shape: host.shape(ofKind:)) }
      return (BoundSelect(fields.map { (name: $0, place: $1) }, at: place), .list(rows))
    case .sum, .group:
      let fields = try names(words)
      guard fields.count == 1 else { throw misused }
      let (name, fieldPlace) = fields[0]
      let field = try rows.field(name, at: fieldPlace, shape: host.shape(ofKind:))
      if kind == .sum {
        // What is missing counts nothing.
        let kinds = try placed(fieldPlace) {
          try ValueKinds.integer.combined(with: field.kinds.subtracting(.nothing)) { try BoundSum.adding($1, to: $0) }
        }
        return (BoundSum(name, at: fieldPlace), .some(kinds.union(.integer)))
      }
      return (BoundGroup(name, at: fieldPlace), grouped(rows, by: name))
    case .where, .each, .to: preconditionFailure("bound elsewhere")
    }
  }

  /// What is known of rows that are grouped by a field.
  private func grouped(_ rows: StaticType, by name: String) -> StaticType {
    guard let shapes = rows.shapes, shapes.count == 1, let slot = shapes[0].slot(named: name) else {
      return .list(.some(.row))
    }
    return .rows(BoundGroup.shape(of: shapes[0].columns[slot]))
  }

  /// How many rows a word asks for.
  private mutating func limit(_ word: Word, at place: Place) throws -> any BoundExpression {
    let (count, type) = try untyped(word)
    if let constant = count as? BoundConstant {
      _ = try BoundExcerpt.limit(constant.value, at: place)
    } else if !type.mayBe(.integer) {
      _ = try BoundExcerpt.limit(type.kinds.sample, at: place)
    }
    return count
  }

  /// Field names, blank- or comma-separated.
  private func names(_ words: [Word]) throws -> [(String, Place)] {
    try words.flatMap { word in
      guard let text = word.literal else {
        throw Diagnostic(.syntax, Localized("a field's name is expected", "此处应为字段名"), at: place(word.span))
      }
      return text.split { $0 == "," || $0 == "，" || $0 == "、" }.map { (String($0), place(word.span)) }
    }
  }

  private func outputFormat(_ filter: Pipeline.Filter) throws -> OutputFormat {
    if case .words(let words) = filter.content, words.count == 1, let text = words[0].literal,
      let format = OutputFormat(rawValue: text.lowercased())
    {
      return format
    }
    let names = OutputFormat.allCases.map(\.rawValue)
    throw Diagnostic(
      .arguments, Localized("to wants a format", "to 之后应为一种格式"),
      hint: Localized("one of \(names.joined(separator: ", "))", "可用：\(names.joined(separator: "、"))"),
      at: place(filter.span))
  }

  /// Binds something about a row at hand, which `$it` names as well.
  private mutating func withRow<Result>(
    _ type: StaticType, _ body: (inout Binder) throws -> Result
  ) rethrows -> (Int, Result) {
    scope.open()
    blocks += 1
    let outer = row
    defer {
      scope.close()
      blocks -= 1
      row = outer
    }
    let slot = declare("it", type.rows).slot
    row = (slot, type.rows)
    return (slot, try body(&self))
  }
}

extension Pipeline.Filter {
  /// Whether the rows behind it have other columns than those before it.
  fileprivate var changesColumns: Bool {
    switch FilterDeclaration.named(name.text)?.kind {
    case .where, .sort, .select: false
    default: true
    }
  }
}
