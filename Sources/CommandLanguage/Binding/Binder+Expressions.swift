import Diagnostics
import Values

extension Binder {
  /// Binds a computation; also says what is known of its value.
  mutating func bind(_ expression: Expression) throws -> (any BoundExpression, StaticType) {
    try deeper { try $0.bindHere(expression) }
  }

  private mutating func bindHere(_ expression: Expression) throws -> (any BoundExpression, StaticType) {
    let place = place(expression.span)
    switch expression.kind {
    case .literal(let value): return (BoundConstant(value), .constant(value))
    case .text(let word): return (try text(word), .some(.text))
    case .variable(let name): return try bind(name)
    case .field(let name): return try field(name)
    case .member(let value, let name): return try member(value, name)
    case .call(let name, let arguments): return try call(name, arguments, at: place)
    case .list(let elements):
      let bound = try bindAll(elements)
      return (BoundList(bound.map(\.0), at: place), .list(bound.map(\.1).union))
    case .command(let pipeline):
      let (moment, (bound, type, format)) = try inTime(of: pipeline) { try $0.bind(pipeline) }
      if format != nil || pipeline.redirection != nil {
        throw Diagnostic(
          .misplaced, Localized("inside $( ) rows stay rows", "$( ) 内的行保持为行"),
          hint: Localized("to and > stand at the end of a statement", "to 和 > 只能写在语句末尾"), at: place)
      }
      return (moment.map { BoundPast(bound, asOf: $0) } ?? bound, type)
    case .prefix(.not, let operand): return (BoundNegation(try condition(operand)), .some(.yesNo))
    case .prefix(.minus, let operand):
      let (value, type) = try bind(operand)
      let kinds = try placed(place) { try type.kinds.combined(with: .number) { value, _ in try value.negated() } }
      return (BoundMinus(value, at: place), .some(kinds))
    case .infix(let left, let symbol, let right): return try infix(left, symbol, right, at: place)
    }
  }

  /// Binds the parts of a computation; a fault in one is kept, so that the others are looked at as well.
  private mutating func bindAll(_ parts: [Expression]) throws -> [(any BoundExpression, StaticType)] {
    let bound = parts.map { part in kept { try $0.bind(part) } }
    guard !bound.contains(where: { $0 == nil }) else { throw FaultInPart() }
    return bound.compactMap { $0 }
  }

  private func bind(_ name: Identifier) throws -> (any BoundExpression, StaticType) {
    let variable = try variable(name)
    if isInDefinition, variable.isGlobal { return (BoundGlobal(slot: variable.slot), .unknown) }
    return (BoundLocal(slot: variable.slot), variable.type)
  }

  /// A bare name: a field of the row at hand.
  private func field(_ name: Identifier) throws -> (any BoundExpression, StaticType) {
    let place = place(name.span)
    guard let row else {
      throw Diagnostic(
        .unknownField, Localized("\(name.text) alone means nothing here", "此处单独的 \(name.text) 没有意义"),
        hint: scope[name.text] == nil
          ? Localized("write \"\(name.text)\" for the text", "若是文字请写作 \"\(name.text)\"")
          : Localized("write $\(name.text) for the variable", "若是变量请写作 $\(name.text)"),
        at: place)
    }
    let member = BoundMember(BoundLocal(slot: row.slot), name.text, at: place)
    do {
      return (member, try row.type.field(name.text, at: place, shape: host.shape(ofKind:)))
    } catch let fault as Diagnostic where scope[name.text] != nil {
      throw Diagnostic(
        fault.code, fault.message,
        hint: Localized("write $\(name.text) for the variable", "若是变量请写作 $\(name.text)"), at: place)
    }
  }

  private mutating func member(_ value: Expression, _ name: Identifier) throws -> (any BoundExpression, StaticType) {
    let (bound, type) = try bind(value)
    let place = place(name.span)
    return (
      BoundMember(bound, name.text, at: place), try type.field(name.text, at: place, shape: host.shape(ofKind:))
    )
  }

  private mutating func call(
    _ name: Identifier, _ arguments: [Expression], at place: Place
  ) throws -> (any BoundExpression, StaticType) {
    let typed = try bindAll(arguments)
    let bound = typed.map(\.0)
    if let command = globals.commands[name.text] {
      mayWrite = true
      guard bound.count <= command.parameters.count,
        command.parameters.dropFirst(bound.count).allSatisfy({ !$0.isRequired })
      else { throw arity(name, command.parameters.filter(\.isRequired).count...command.parameters.count) }
      let missing = Array(repeating: (any BoundExpression)?.none, count: command.parameters.count - bound.count)
      return (BoundInvocation(command, bound + missing, at: place), command.result)
    }
    guard let function = FunctionDeclaration.named(name.text) else {
      guard knowsAllNames else { throw UnseenName() }
      let names = FunctionDeclaration.all.flatMap { [$0.name.english, $0.name.chinese] }
      throw Diagnostic(
        .unknownFunction, Localized("no function is named \(name.text)", "没有名为 \(name.text) 的函数"),
        hint: Suggestion.hint(for: name.text, in: names)
          ?? Localized("help functions lists them", "输入 help functions 可列出函数"), at: self.place(name.span))
    }
    guard function.arity ~= bound.count else { throw arity(name, function.arity) }
    return try placed(place) {
      let type = try function.type(of: typed.map(\.1))
      try checkConstants(bound, of: function)
      return (BoundFunctionCall(function, bound, at: place), type)
    }
  }

  /// Makes sure that texts which are written out can be read as what a function takes them for.
  private func checkConstants(_ arguments: [any BoundExpression], of function: FunctionDeclaration) throws {
    let values = arguments.compactMap { ($0 as? BoundConstant)?.value }
    guard values.count == arguments.count else { return }
    do {
      _ = try function.value(of: values, host)
    } catch let fault as Diagnostic where fault.code == .value {
      throw fault
    } catch {}
  }

  private func arity(_ name: Identifier, _ range: ClosedRange<Int>) -> Diagnostic {
    let count = range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
    return Diagnostic(
      .arguments,
      Localized("\(name.text) takes \(count) \(count == "1" ? "value" : "values")", "\(name.text) 需要 \(count) 个值"),
      hint: FunctionDeclaration.named(name.text).map { Localized("write \($0.form)", "写法：\($0.form)") },
      at: place(name.span))
  }

  private mutating func infix(
    _ left: Expression, _ symbol: InfixOperator, _ right: Expression, at place: Place
  ) throws -> (any BoundExpression, StaticType) {
    switch symbol {
    case .and, .or:
      let conditions = [left, right].map { operand in kept { try $0.condition(operand) } }
      guard let first = conditions[0], let second = conditions[1] else { throw FaultInPart() }
      return (symbol == .and ? BoundJunction(first, and: second) : BoundJunction(first, or: second), .some(.yesNo))
    default: break
    }
    let bound = try bindAll([left, right])
    let ((first, firstType), (second, secondType)) = (bound[0], bound[1])
    switch symbol {
    case .comparison(let comparison):
      if comparison.wantsOrder { try placed(place) { try firstType.checkOrder(with: secondType) } }
      return (BoundComparison(first, comparison, second, at: place), .some(.yesNo))
    case .element:
      guard secondType.mayBe([.list, .nothing]) else {
        throw BoundElement.noList(secondType.kinds.sample, at: place)
      }
      return (BoundElement(first, second, at: place), .some(.yesNo))
    case .range:
      for type in [firstType, secondType] where !type.mayBe(.integer) {
        throw BoundRange.noRange(type.kinds.sample, at: place)
      }
      return (BoundRange(first, second, at: place), .list(.some(.integer)))
    case .arithmetic(let symbol):
      let kinds = try placed(place) { try firstType.kinds.combined(with: secondType.kinds, symbol.apply) }
      let type = kinds == .list ? .list(firstType.element.union(secondType.element)) : StaticType.some(kinds)
      return (BoundArithmetic(first, symbol, second, at: place), type)
    case .and, .or: preconditionFailure("bound above")
    }
  }

  /// A word as text.
  mutating func text(_ word: Word) throws -> any BoundExpression {
    var parts: [any BoundExpression] = []
    for fragment in word.fragments {
      switch fragment {
      case .text(let text): parts.append(BoundConstant(.text(text)))
      case .expression(let expression): parts.append(try bind(expression).0)
      case .list(let words): parts.append(BoundList(try words.map { try untyped($0).0 }, at: place(word.span)))
      }
    }
    if parts.count == 1, case .text = word.fragments[0] { return parts[0] }
    return BoundText(parts, at: place(word.span))
  }

  /// A word whose type nobody declares: a lone variable keeps its value, a bare word is what it looks like, anything
  /// else is text.
  mutating func untyped(_ word: Word) throws -> (any BoundExpression, StaticType) {
    if word.fragments.count == 1 {
      switch word.fragments[0] {
      case .expression(let expression) where !word.isQuoted: return try bind(expression)
      case .list(let words):
        let elements = try words.map { try untyped($0) }
        return (BoundList(elements.map(\.0), at: place(word.span)), .list(elements.map(\.1).union))
      case .text(let text) where !word.isQuoted:
        let value: Value =
          switch text {
          case "yes": .yesNo(true)
          case "no": .yesNo(false)
          default: Value.literal(text) ?? .text(text)
          }
        return (BoundConstant(value), .constant(value))
      default: break
      }
    }
    return (try text(word), .some(.text))
  }
}
