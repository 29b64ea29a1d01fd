import Diagnostics
import Values

extension Binder {
  /// Binds a statement.
  mutating func bind(_ statement: Statement) throws -> any BoundStatement {
    let place = place(statement.span)
    switch statement.kind {
    case .declaration(let name, let expression):
      let bound = kept { try $0.bind(expression) }
      let variable = declare(name.text, bound?.1 ?? .unknown)
      return BoundAssignment(slot: variable.slot, isGlobal: false, bound?.0 ?? BoundConstant(.none))
    case .assignment(let name, let expression):
      let (value, type) = kept { try $0.bind(expression) } ?? (BoundConstant(.none), .unknown)
      let variable = try variable(name)
      let either = variable.type.union(type)
      if either != variable.type {
        scope.retype(name.text, either)
        retyped.insert(name.text)
      }
      return BoundAssignment(slot: variable.slot, isGlobal: isInDefinition && variable.isGlobal, value)
    case .conditional(let branches, let otherwise):
      let bound = branches.map { (condition: heldCondition($0.condition), body: block($0.body)) }
      return BoundConditional(bound, otherwise: otherwise.map { block($0) })
    case .iteration(let name, let expression, let body): return try iteration(name, expression, body, at: place)
    case .loop(let condition, let body):
      var isEndless = false
      if case .literal(.yesNo(true)) = condition.kind { isEndless = true }
      let (bound, block) = repeated { ($0.heldCondition(condition), $0.loopBody(body)) }
      return BoundLoop(bound, block.body, isEndless: isEndless && !block.breaks)
    case .leaveLoop, .nextRound:
      guard loops > 0 else {
        throw Diagnostic(
          .misplaced, Localized("there is no loop here to leave or go on with", "此处没有循环"),
          hint: Localized("break and continue stand inside for, while or each", "break、continue 只能写在 for、while、each 里"),
          at: place)
      }
      guard case .leaveLoop = statement.kind else { return BoundJump(.nextRound) }
      breaksLoop = true
      return BoundJump(.leaveLoop)
    case .definition(let name, let parameters, let body): return try definition(name, parameters, body, at: place)
    case .result(let expression):
      guard !isInEach else {
        throw Diagnostic(
          .misplaced, Localized("return cannot leave each", "return 不能写在 each 里"),
          hint: Localized("go through the rows with for", "请改用 for 逐行处理"), at: place)
      }
      let value = try expression.map { try bind($0) }
      let type = value?.1 ?? .nothing
      returned = returned.map { $0.union(type) } ?? type
      return BoundReturn(value?.0)
    case .attempt(let body, let name, let handler):
      // A transaction inside the transaction costs more than a mere block.
      let bound = deeper(10) { $0.block(body) }
      scope.open()
      defer { scope.close() }
      let slot = name.map { declare($0.text, .row(BoundAttempt.shape)).slot }
      return BoundAttempt(bound, slot: slot, block(handler))
    case .assertion(let condition, let message):
      let bound = try self.condition(condition)
      return BoundAssertion(bound, try message.map { try text($0) }, at: self.place(condition.span))
    case .inclusion(_, let tree):
      let outer = source
      source = tree.source
      defer { source = outer }
      var reach = Reach()
      return BoundGroupOfStatements(BoundBlock(bind(tree.statements, after: &reach)))
    case .pipeline(let pipeline): return try output(pipeline)
    }
  }

  private mutating func iteration(
    _ name: Identifier, _ expression: Expression, _ body: Block, at place: Place
  ) throws -> any BoundStatement {
    let (value, type) = kept { try $0.bind(expression) } ?? (BoundConstant(.none), .unknown)
    if !type.mayBe([.list, .nothing]) {
      diagnostics.append(BoundIteration.noList(type.kinds.sample, at: self.place(expression.span)))
    }
    let outerWrites = mayWrite
    mayWrite = false
    let (slot, bound) = repeated { binder in
      binder.scope.open()
      defer { binder.scope.close() }
      let slot = binder.declare(name.text, type.element).slot
      return (slot, binder.loopBody(body).body)
    }
    let elements: BoundIteration.Elements
    switch value {
    case let range as BoundRange: elements = .range(range)
    case let pipeline as BoundPipeline: elements = .command(pipeline, collects: mayWrite)
    default: elements = .list(value)
    }
    mayWrite = mayWrite || outerWrites
    return BoundIteration(slot: slot, elements, bound, at: self.place(expression.span))
  }

  private mutating func definition(
    _ name: Identifier, _ parameters: [DefinedParameter], _ body: Block, at place: Place
  ) throws -> any BoundStatement {
    guard blocks == 0, !isInDefinition, let command = globals.commands[name.text] else {
      throw Diagnostic(
        .misplaced, Localized("def stands at the top level of a script only", "def 只能写在脚本的最外层"),
        hint: Localized("move it out of the { } around it", "请移到外层的 { } 之外"), at: place)
    }
    guard !table.hasNoun(name.text), FilterDeclaration.named(name.text) == nil else {
      throw Diagnostic(
        .misplaced, Localized("\(name.text) is a command already", "\(name.text) 已是现有命令"),
        hint: Localized("choose another name", "请换一个名称"), at: self.place(name.span))
    }
    // A file that is included twice defines the same command twice.
    guard command.place.isSame(as: self.place(name.span)) else {
      throw Diagnostic(
        .misplaced, Localized("\(name.text) is defined twice", "\(name.text) 重复定义"),
        hint: Localized("the first one stands at \(command.place.nameAndLine)", "第一处在 \(command.place.nameAndLine)"),
        at: self.place(name.span))
    }
    isInDefinition = true
    localCount = 0
    returned = nil
    let outerDepth = depth
    depth = (0, 0)
    scope.open()
    defer {
      isInDefinition = false
      depth = outerDepth
      scope.close()
    }
    for (index, parameter) in parameters.enumerated() {
      if parameters[..<index].contains(where: { $0.name.text == parameter.name.text }) {
        throw Diagnostic(
          .misplaced, Localized("the parameter \(parameter.name.text) is there twice", "参数 \(parameter.name.text) 重复"),
          hint: Localized("give each a name of its own", "请给每个参数不同的名称"), at: self.place(parameter.name.span))
      }
      command.parameters[index].defaultValue = try parameter.defaultValue.map { try untyped($0).0 }
      _ = declare(parameter.name.text, .unknown)
    }
    command.body = block(body)
    command.frameSize = localCount
    command.depth = depth.most
    command.result = returned ?? .nothing
    return BoundGroupOfStatements(BoundBlock([]))
  }
}

/// Statements that stand for one: those of an included file.
final class BoundGroupOfStatements: BoundStatement {
  private let block: BoundBlock
  init(_ block: BoundBlock) { self.block = block }
  func execute(_ frame: Frame) throws -> Completion { try block.execute(frame) }
  var leaves: Bool { block.leaves }
}
