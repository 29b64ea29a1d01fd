import Diagnostics
import Values

extension Binder {
  /// Binds a computation; also says what is known of its value.
  mutating func bind(_ expression: Expression) throws -> (any BoundExpression, StaticType) {
    let place = place(expression.span)
    switch expression.kind {
    case .literal(let value): return (BoundConstant(value), .unknown)
    case .text(let word): return (try text(word), .scalar(.text(maximum: .max)))
    case .variable(let name): return try bind(name)
    case .field(let name): return try field(name)
    case .member(let value, let name): return try member(value, name)
    case .call(let name, let arguments): return (try call(name, arguments, at: place), .unknown)
    case .list(let elements): return (BoundList(try elements.map { try bind($0).0 }), .unknown)
    case .command(let pipeline):
      let (bound, type, format) = try bind(pipeline)
      if format != nil || pipeline.redirection != nil {
        throw Diagnostic(
          .misplaced, Localized("inside $( ) rows stay rows", "$( ) 内的行保持为行"),
          hint: Localized("to and > stand at the end of a statement", "to 和 > 只能写在语句末尾"), at: place)
      }
      return (bound, type)
    case .prefix(.not, let operand): return (BoundNegation(try condition(operand)), .scalar(.yesNo))
    case .prefix(.minus, let operand): return (BoundMinus(try bind(operand).0, at: place), .unknown)
    case .infix(let left, let symbol, let right): return try infix(left, symbol, right, at: place)
    }
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
    if let shape = row.shape, shape.slot(named: name.text) == nil {
      let fault = Diagnostic.unknownField(name.text, of: shape, at: place)
      guard scope[name.text] != nil else { throw fault }
      throw Diagnostic(
        fault.code, fault.message,
        hint: Localized("write $\(name.text) for the variable", "若是变量请写作 $\(name.text)"), at: place)
    }
    return (BoundMember(BoundLocal(slot: row.slot), name.text, at: place), type(of: name.text, in: row.shape))
  }

  private mutating func member(_ value: Expression, _ name: Identifier) throws -> (any BoundExpression, StaticType) {
    let (bound, type) = try bind(value)
    let place = place(name.span)
    switch type {
    case .row(let shape):
      guard shape.slot(named: name.text) != nil else { throw Diagnostic.unknownField(name.text, of: shape, at: place) }
      return (BoundMember(bound, name.text, at: place), self.type(of: name.text, in: shape))
    case .rows:
      throw Diagnostic(
        .unknownField, Localized("these are rows, and only one row has fields", "这里是若干行，只有单行才有字段"),
        hint: Localized("take one: $(… | first)", "请取一行：$(… | first)"), at: place)
    case .unknown, .scalar: return (BoundMember(bound, name.text, at: place), .unknown)
    }
  }

  /// What is known of a field: a record that it names has columns of its own.
  private func type(of field: String, in shape: RowShape?) -> StaticType {
    guard let shape, let slot = shape.slot(named: field) else { return .unknown }
    let type = shape.columns[slot].type
    if case .reference(let kinds) = type {
      return kinds.count == 1 ? host.shape(ofKind: kinds[0]).map { .row($0) } ?? .unknown : .unknown
    }
    return .scalar(type)
  }

  private mutating func call(
    _ name: Identifier, _ arguments: [Expression], at place: Place
  ) throws -> any BoundExpression {
    let bound = try arguments.map { try bind($0).0 }
    if let command = globals.commands[name.text] {
      mayWrite = true
      guard bound.count <= command.parameters.count,
        command.parameters.dropFirst(bound.count).allSatisfy({ !$0.isRequired })
      else { throw arity(name, command.parameters.filter(\.isRequired).count...command.parameters.count) }
      let missing = Array(repeating: (any BoundExpression)?.none, count: command.parameters.count - bound.count)
      return BoundInvocation(command, bound + missing, at: place)
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
    return BoundFunctionCall(function, bound, at: place)
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
    case .and: return (BoundJunction(try condition(left), and: try condition(right)), .scalar(.yesNo))
    case .or: return (BoundJunction(try condition(left), or: try condition(right)), .scalar(.yesNo))
    default: break
    }
    let (first, _) = try bind(left)
    let (second, _) = try bind(right)
    switch symbol {
    case .comparison(let comparison): return (BoundComparison(first, comparison, second, at: place), .scalar(.yesNo))
    case .element: return (BoundElement(first, second, at: place), .scalar(.yesNo))
    case .range: return (BoundRange(first, second, at: place), .unknown)
    case .arithmetic(let symbol): return (BoundArithmetic(first, symbol, second, at: place), .unknown)
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
      case .list(let words): parts.append(BoundList(try words.map { try untyped($0) }))
      }
    }
    if parts.count == 1, case .text = word.fragments[0] { return parts[0] }
    return BoundText(parts)
  }

  /// A word whose type nobody declares: a lone variable keeps its value, a bare word is what it looks like, anything
  /// else is text.
  mutating func untyped(_ word: Word) throws -> any BoundExpression {
    if word.fragments.count == 1 {
      switch word.fragments[0] {
      case .expression(let expression) where !word.isQuoted: return try bind(expression).0
      case .list(let words): return BoundList(try words.map { try untyped($0) })
      case .text(let text) where !word.isQuoted:
        switch text {
        case "yes": return BoundConstant(.yesNo(true))
        case "no": return BoundConstant(.yesNo(false))
        default: return BoundConstant(Value.literal(text) ?? .text(text))
        }
      default: break
      }
    }
    return try text(word)
  }
}
