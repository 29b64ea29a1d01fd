import Diagnostics
import Values

extension Binder {
  /// Binds a command: one of the table, or one that a script defines.
  mutating func bind(
    _ call: Call, redirection: Pipeline.Redirection?
  ) throws -> (BoundPipeline.Origin, StaticType) {
    if let command = globals.commands[call.head.text] {
      return (.expression(try invocation(of: command, call)), command.result)
    }
    let (command, arguments, span) = try command(of: call)
    if command.declaration.effect != .reads { mayWrite = true }
    try checkPast(command.declaration, at: span)
    if let redirection { try checkComparison(call, redirection, command.declaration) }
    let bound = try bind(arguments, of: command, named: span)
    return (.call(bound), staticType(of: command.declaration.result))
  }

  /// Nothing can be changed as of a moment that is past; what is for the board can be looked at.
  private func checkPast(_ declaration: CommandDeclaration, at span: Span) throws {
    guard isInPast, ![.reads, .publishes].contains(declaration.effect) else { return }
    throw Diagnostic(
      .misplaced,
      Localized(
        "\(declaration.words.english) changes something; as of only shows what was",
        "\(declaration.words.chinese) 会作出改动；截至 只能查看当时的情形"),
      hint: Localized("leave as of away, or list, show or count", "请去掉 截至，或改用列出、查看、计数"), at: place(span))
  }

  private func staticType(of result: CommandDeclaration.Result) -> StaticType {
    switch result {
    case .nothing: .nothing
    case .document, .sheet: .some(.text)
    case .value(let type): StaticType(type, shape: host.shape(ofKind:))
    case .row(let shape): .row(shape)
    case .rows(let shape): .rows(shape)
    }
  }

  /// The command that a call's first words name, the arguments that are left, and where the name stands.
  private func command(of call: Call) throws -> (Command, ArraySlice<Argument>, Span) {
    let noun = call.head.text
    if let first = call.arguments.first, first.name == nil, let verb = first.value.bare,
      let command = table.command(noun, verb) ?? table.command(noun, verb.lowercased())
    {
      return (command, call.arguments.dropFirst(), call.head.span.union(first.span))
    }
    if let command = table.command(noun, nil) { return (command, call.arguments[...], call.head.span) }
    guard table.hasNoun(noun) else {
      guard knowsAllNames else { throw UnseenName() }
      throw unknownCommand(call.head, assigns: call.arguments.first?.value.bare == "=")
    }
    throw unknownVerb(call)
  }

  private func unknownCommand(_ head: Identifier, assigns: Bool) -> Diagnostic {
    if PromptEnd.words.contains(head.text) {
      return Diagnostic(
        .unknownCommand,
        Localized("\(head.text) is no command", "\(head.text) 不是命令"),
        hint: Localized(
          "alone on its line it leaves the prompt; a script ends at its last line, or with return",
          "单独成行时用于离开提示符；脚本执行完最后一行或遇到 return 即结束"), at: place(head.span))
    }
    let known =
      table.commands.flatMap { [$0.declaration.noun.english, $0.declaration.noun.chinese] }
      + globals.commands.keys.sorted() + Keyword.allCases.map(\.rawValue)
    return Diagnostic(
      .unknownCommand, Localized("no command begins with \(head.text)", "没有以 \(head.text) 开头的命令"),
      hint: assigns
        ? Localized("write let \(head.text) = … to name a value", "给值命名请写 let \(head.text) = …")
        : Suggestion.hint(for: head.text, in: known)
          ?? Localized("help lists the commands", "输入 help 可列出全部命令"), at: place(head.span))
  }

  private func unknownVerb(_ call: Call) -> Diagnostic {
    let verbs = table.commands(of: call.head.text).compactMap(\.declaration.verb)
    let listed = Localized(
      "\(call.head.text) can: \(verbs.map(\.english).joined(separator: ", "))",
      "\(call.head.text) 可用：\(verbs.map(\.chinese).joined(separator: "、"))")
    guard let first = call.arguments.first, first.name == nil, let word = first.value.bare else {
      return Diagnostic(
        .unknownCommand, Localized("what is to be done with \(call.head.text)?", "\(call.head.text) 之后缺少动作"),
        hint: call.arguments.first?.value.isQuoted == true
          ? Localized("a verb stands without quotes", "动作不加引号") : listed, at: place(call.head.span))
    }
    return Diagnostic(
      .unknownCommand, Localized("\(call.head.text) has no verb \(word)", "\(call.head.text) 没有动作 \(word)"),
      hint: Suggestion.hint(for: word, in: verbs.flatMap { [$0.english, $0.chinese] }) ?? listed,
      at: place(first.span))
  }

  // MARK: Arguments

  private mutating func bind(
    _ arguments: ArraySlice<Argument>, of command: Command, named nameSpan: Span
  ) throws -> BoundCall {
    let declaration = command.declaration
    let parameters = declaration.parameters
    // A command takes many values and is given few: a list of those costs less than a place for each.
    var given: [BoundCall.Given] = []
    given.reserveCapacity(arguments.count)
    var rest: [BoundArgument] = []
    var restSpan: Span?
    var filters: [BoundCall.Filter] = []
    var isWhole = true
    for argument in arguments {
      guard let index = kept({ try $0.parameterIndex(for: argument, of: declaration, given: given) }) else {
        isWhole = false
        continue
      }
      let parameter = parameters[index]
      let value =
        kept { binder -> BoundArgument in
          if argument.asksForNone(of: parameter) { return .constant(.none) }
          let value = try binder.bind(argument.value, as: parameter.field.type)
          try binder.checkColumns(value, parameter, declaration, at: argument.value.span)
          return value
        } ?? .constant(.none)
      let span = argument.value.span
      switch parameter.role {
      case .filter: filters.append(BoundCall.Filter(index, argument.comparison, value, at: span))
      case .rest where argument.name == nil:
        rest.append(value)
        restSpan = restSpan?.union(span) ?? span
      default:
        guard argument.comparison == .equal else { throw notAFilter(argument, parameter) }
        guard !given.contains(index) else {
          throw Diagnostic(
            .arguments,
            Localized("\(parameter.field.name.english) is given twice", "\(parameter.field.name.chinese) 重复给出"),
            hint: Localized("leave one of them out", "请只保留一个"), at: place(argument.span))
        }
        // They are worked out in the order in which the command takes them, and mostly stand in it.
        let one = BoundCall.Given(index, value, at: span)
        if let later = given.firstIndex(where: { $0.slot > index }) {
          given.insert(one, at: later)
        } else {
          given.append(one)
        }
      }
    }
    if let restSpan, let index = parameters.firstIndex(where: { $0.role == .rest }) {
      given.append(BoundCall.Given(index, .joined(rest), at: restSpan))
    }
    // A value that could not be taken may be the one that is missing.
    if isWhole {
      try checkRequired(declaration, given, nameSpan)
      try checkAny(declaration, given, nameSpan)
    }
    try checkAlternatives(parameters, given)
    return BoundCall(command, given, filters: filters, at: place(nameSpan))
  }

  /// Which parameter an argument is for.
  private func parameterIndex(
    for argument: Argument, of declaration: CommandDeclaration, given: [BoundCall.Given]
  ) throws -> Int {
    let parameters = declaration.parameters
    if let name = argument.name {
      if let index = declaration.slot(named: name.text) { return index }
      let names = parameters.flatMap { [$0.field.name.english, $0.field.name.chinese] }
      throw Diagnostic(
        .unknownParameter,
        Localized(
          "\(declaration.words.english) takes no \(name.text)", "\(declaration.words.chinese) 没有参数 \(name.text)"),
        hint: Suggestion.hint(for: name.text, in: names)
          ?? declaration.takes,
        at: place(name.span))
    }
    if let index = parameters.indices.first(where: { parameters[$0].role == .positional && !given.contains($0) }) {
      return index
    }
    if let index = parameters.firstIndex(where: { $0.role == .rest }) { return index }
    throw Diagnostic(
      .arguments, Localized("this value is one too many", "多出一个值"),
      hint: declaration.usage + Localized("; a value with blanks wants quotes", "；含空格的值要加引号"),
      at: place(argument.span))
  }

  /// Makes sure that names which are written out name columns of the rows that the command gives.
  private func checkColumns(
    _ value: BoundArgument, _ parameter: Parameter, _ declaration: CommandDeclaration, at span: Span
  ) throws {
    guard let columns = parameter.columns, let shape = declaration.result.columns else { return }
    let names: [Value]
    switch value {
    case .constant(.list(let values)): names = values
    case .list(let elements):
      names = elements.compactMap { element in
        if case .constant(let value) = element { return value }
        return nil
      }
    default: return
    }
    for case .text(let name) in names {
      let isSigned = columns == .sorted && name.hasPrefix("-")
      _ = try shape.slot(of: isSigned ? String(name.dropFirst()) : name, at: place(span))
    }
  }

  private func notAFilter(_ argument: Argument, _ parameter: Parameter) -> Diagnostic {
    let sign = argument.comparison.rawValue
    return Diagnostic(
      .arguments,
      Localized(
        "\(parameter.field.name.english) is given with =, not with \(sign)",
        "\(parameter.field.name.chinese) 须用 = 给出，不能用 \(sign)"),
      hint: Localized("write \(parameter.field.name.english)=…", "请写 \(parameter.field.name.chinese)=…"),
      at: place(argument.span))
  }

  private func checkRequired(_ declaration: CommandDeclaration, _ given: [BoundCall.Given], _ span: Span) throws {
    let missing = declaration.parameters.indices.filter {
      declaration.parameters[$0].isRequired && !given.contains($0)
    }
    guard !missing.isEmpty else { return }
    let names = missing.map { declaration.parameters[$0].field.name }
    throw Diagnostic(
      .arguments,
      Localized(
        "\(declaration.words.english) needs \(names.map(\.english).joined(separator: ", "))",
        "\(declaration.words.chinese) 还缺少\(names.map(\.chinese).joined(separator: "、"))"),
      hint: declaration.usage,
      at: place(span))
  }

  /// Makes sure that a command which takes values over is given some.
  private func checkAny(_ declaration: CommandDeclaration, _ given: [BoundCall.Given], _ span: Span) throws {
    guard declaration.takesAny, !given.contains(where: { !declaration.parameters[$0.slot].isRequired }) else { return }
    throw Diagnostic(
      .arguments,
      Localized("\(declaration.words.english) is given nothing to change", "\(declaration.words.chinese) 未给出要修改的内容"),
      hint: declaration.takes, at: place(span))
  }

  /// Makes sure that nothing is given beside what stands for it.
  private func checkAlternatives(_ parameters: [Parameter], _ given: [BoundCall.Given]) throws {
    for one in given where !parameters[one.slot].standsFor.isEmpty {
      let name = parameters[one.slot].field.name
      for other in given where parameters[one.slot].standsFor.contains(parameters[other.slot].field.name) {
        let otherName = parameters[other.slot].field.name
        throw Diagnostic(
          .arguments,
          Localized(
            "\(name.english) and \(otherName.english) are both given",
            "\(name.chinese)与\(otherName.chinese)不能同时给出"),
          hint: Localized("write one of them", "请只写其中一个"), at: place(one.span))
      }
    }
  }

  /// A word as a value of a type.
  mutating func bind(_ word: Word, as type: ValueType) throws -> BoundArgument {
    let place = place(word.span)
    if word.isQuoted, let element = type.elementType {
      // Commas in quotes separate nothing.
      return .list([try bind(word, as: element)])
    }
    if let text = word.literal {
      let value = try placed(place) { try type.read(text, now: nil) }
      return value.map { .constant($0) } ?? .text(text, place)
    }
    if word.fragments.count == 1 {
      switch word.fragments[0] {
      case .expression(let expression) where !word.isQuoted:
        let (value, known) = try bind(expression)
        try checkFit(value, known, type, at: place)
        return .computed(value, place)
      case .list(let words):
        guard let element = type.elementType else {
          throw Diagnostic(
            .type, Localized("a list cannot stand here", "此处不能是列表"),
            hint: Localized("expected \(type.expectation.english)", "此处应为\(type.expectation.chinese)"), at: place)
        }
        return .list(try words.map { try bind($0, as: element) })
      default: break
      }
    }
    return .computed(try text(word), place)
  }

  private mutating func invocation(of command: DefinedCommand, _ call: Call) throws -> any BoundExpression {
    mayWrite = true
    var values = [(any BoundExpression)?](repeating: nil, count: command.parameters.count)
    for argument in call.arguments {
      let index: Int?
      if let name = argument.name {
        index = command.parameters.firstIndex { $0.name == name.text }
      } else {
        index = values.firstIndex { $0 == nil }
      }
      guard let index, values[index] == nil else {
        throw Diagnostic(
          .arguments, Localized("\(command.name) takes no such value", "\(command.name) 没有这个参数或参数过多"),
          hint: Localized("write \(command.form)", "用法：\(command.form)"), at: place(argument.span))
      }
      values[index] = try untyped(argument.value).0
    }
    for (index, parameter) in command.parameters.enumerated() where parameter.isRequired && values[index] == nil {
      throw Diagnostic(
        .arguments, Localized("\(command.name) needs \(parameter.name)", "\(command.name) 还缺少 \(parameter.name)"),
        hint: Localized("write \(command.form)", "用法：\(command.form)"), at: place(call.head.span))
    }
    return BoundInvocation(command, values, at: place(call.span))
  }
}

extension Argument {
  /// Whether it asks for records without a value, or with one: `tenancy=none`. What is called so itself goes first.
  fileprivate func asksForNone(of parameter: Parameter) -> Bool {
    guard parameter.role == .filter, [.equal, .notEqual].contains(comparison), value.bare == "none" else {
      return false
    }
    if case .choice(let choices) = parameter.field.type { return !choices.contains { $0.name.matches("none") } }
    return true
  }
}

extension DefinedCommand {
  /// How it is called.
  var form: String {
    ([name] + parameters.map { $0.isRequired ? $0.name : "[\($0.name)=…]" }).joined(separator: " ")
  }
}
