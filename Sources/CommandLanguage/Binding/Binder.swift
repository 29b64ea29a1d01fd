import Diagnostics
import Values

/// Resolves the names of a syntax tree and checks what the text alone decides; what comes out is ready to run.
///
/// Faults are collected, so that one reading reports them all. The parts for expressions, calls and pipelines stand in
/// `Binder+Expressions`, `+Calls` and `+Pipelines`.
struct Binder {
  /// What is remembered from one source to the next: the global variables and the defined commands.
  struct Globals {
    var variables: [String: Variable] = [:]
    var slotCount = 0
    var commands: [String: DefinedCommand] = [:]
  }

  let table: CommandTable
  let host: any Host
  var globals: Globals
  var scope: Scope
  /// The source of the statement at hand.
  var source: Source
  var diagnostics: [Diagnostic] = []
  /// Whether the statement at hand is part of a defined command.
  var isInDefinition = false
  /// How many variables the defined command at hand needs.
  var localCount = 0
  /// How many loops stand around the statement at hand.
  var loops = 0
  /// How many blocks stand around it.
  var blocks = 0
  /// The row that bare names are fields of: its variable, and its columns if they are known.
  var row: (slot: Int, shape: RowShape?)?
  /// Whether anything bound since this was last reset may change records.
  var mayWrite = false
  /// Whether all names that the script may use have been seen; not if a file that it includes could not be read.
  private(set) var knowsAllNames = true

  init(_ source: Source, table: CommandTable, host: any Host, globals: Globals) {
    self.table = table
    self.host = host
    self.globals = globals
    self.scope = Scope(globals.variables)
    self.source = source
  }

  /// Binds the statements of a source or of a block of one, whose commands have been declared. The result is of use
  /// only if ``diagnostics`` stays empty.
  mutating func bind(_ tree: SyntaxTree) -> BoundBlock {
    source = tree.source
    knowsAllNames = knowsAllNames && tree.isComplete
    let block = BoundBlock(bind(tree.statements))
    globals.variables = scope.outermost
    return block
  }

  /// Makes the commands that a tree defines known before anything is bound, so that they may be used above their
  /// definition and call each other.
  mutating func declareCommands(of tree: SyntaxTree) {
    for statement in tree.statements {
      switch statement.kind {
      case .inclusion(_, let included): declareCommands(of: included)
      case .definition(let name, let parameters, _):
        globals.commands[name.text] = DefinedCommand(
          name: name.text,
          parameters: parameters.map {
            DefinedCommand.Parameter(name: $0.name.text, isRequired: $0.defaultValue == nil)
          })
      default: break
      }
    }
  }

  private mutating func bind(_ statements: [Statement]) -> [any BoundStatement] {
    statements.compactMap { statement in kept { try $0.bind(statement) } }
  }

  /// Binds a part of something. A fault in it is kept, so that the other parts are looked at as well.
  mutating func kept<Result>(_ body: (inout Binder) throws -> Result) -> Result? {
    do {
      return try body(&self)
    } catch let diagnostic as Diagnostic {
      diagnostics.append(diagnostic)
    } catch is UnseenName {
      // The file that may define the name could not be read, and that is said already.
    } catch {
      preconditionFailure("the binder throws diagnostics only: \(error)")
    }
    return nil
  }

  func place(_ span: Span) -> Place { Place(source, span) }

  // MARK: Statements

  private mutating func bind(_ statement: Statement) throws -> any BoundStatement {
    let place = place(statement.span)
    switch statement.kind {
    case .declaration(let name, let expression):
      let bound = kept { try $0.bind(expression) }
      let variable = declare(name.text, bound?.1 ?? .unknown)
      return BoundAssignment(slot: variable.slot, isGlobal: false, bound?.0 ?? BoundConstant(.none))
    case .assignment(let name, let expression):
      let value = kept { try $0.bind(expression).0 } ?? BoundConstant(.none)
      let variable = try variable(name)
      scope.forgetType(of: name.text)
      return BoundAssignment(slot: variable.slot, isGlobal: isInDefinition && variable.isGlobal, value)
    case .conditional(let branches, let otherwise):
      let bound = branches.map { (condition: heldCondition($0.condition), body: block($0.body)) }
      return BoundConditional(bound, otherwise: otherwise.map { block($0) })
    case .iteration(let name, let expression, let body): return try iteration(name, expression, body, at: place)
    case .loop(let condition, let body):
      return BoundLoop(heldCondition(condition), block(body, isLoop: true))
    case .leaveLoop, .nextRound:
      guard loops > 0 else {
        throw Diagnostic(
          .misplaced, Localized("there is no loop here to leave or go on with", "此处没有循环"),
          hint: Localized("break and continue stand inside for, while or each", "break、continue 只能写在 for、while、each 里"),
          at: place)
      }
      if case .leaveLoop = statement.kind { return BoundJump(.leaveLoop) }
      return BoundJump(.nextRound)
    case .definition(let name, let parameters, let body): return try definition(name, parameters, body, at: place)
    case .result(let expression): return BoundReturn(try expression.map { try bind($0).0 })
    case .attempt(let body, let name, let handler):
      let bound = block(body)
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
      return BoundGroupOfStatements(BoundBlock(bind(tree.statements)))
    case .pipeline(let pipeline): return try output(pipeline)
    }
  }

  /// Gives a name a place in the frame at hand.
  mutating func declare(_ name: String, _ type: StaticType) -> Variable {
    let slot: Int
    if isInDefinition {
      slot = localCount
      localCount += 1
    } else if blocks == 0, let known = scope[name] {
      slot = known.slot
    } else {
      slot = globals.slotCount
      globals.slotCount += 1
    }
    let variable = Variable(slot: slot, isGlobal: !isInDefinition, type: type)
    scope.declare(name, variable)
    return variable
  }

  /// The variable that a name means here.
  func variable(_ name: Identifier) throws -> Variable {
    if let variable = scope[name.text] { return variable }
    guard knowsAllNames else { throw UnseenName() }
    throw Diagnostic(
      .unknownVariable, Localized("no variable is named \(name.text)", "没有名为 \(name.text) 的变量"),
      hint: unknownVariableHint(name.text), at: place(name.span))
  }

  private func unknownVariableHint(_ name: String) -> Localized {
    if name.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) {
      return Localized(
        "the script was given no value \(name); write \\$ in quotes for a dollar sign",
        "脚本没有第 \(name) 个参数；若要美元符号，请在引号中写 \\$")
    }
    return Suggestion.hint(for: name, in: scope.names)
      ?? Localized(
        "give it a value with let; a let inside { } is known only there", "请先用 let 赋值；{ } 内的 let 只在其中有效")
  }

  /// Binds a block; its variables are known inside it only.
  mutating func block(_ block: Block, isLoop: Bool = false) -> BoundBlock {
    scope.open()
    blocks += 1
    if isLoop { loops += 1 }
    defer {
      scope.close()
      blocks -= 1
      if isLoop { loops -= 1 }
    }
    return BoundBlock(bind(block.statements))
  }

  /// Binds a computation that must come to yes or no.
  mutating func condition(_ expression: Expression) throws -> BoundCondition {
    BoundCondition(try bind(expression).0, at: place(expression.span))
  }

  /// A condition; a fault in it is kept.
  private mutating func heldCondition(_ expression: Expression) -> BoundCondition {
    kept { try $0.condition(expression) } ?? BoundCondition(BoundConstant(.none), at: place(expression.span))
  }

  private mutating func iteration(
    _ name: Identifier, _ expression: Expression, _ body: Block, at place: Place
  ) throws -> any BoundStatement {
    let (value, type) = kept { try $0.bind(expression) } ?? (BoundConstant(.none), .unknown)
    scope.open()
    defer { scope.close() }
    var element = StaticType.unknown
    if case .rows(let shape) = type { element = .row(shape) }
    let slot = declare(name.text, element).slot
    let outerWrites = mayWrite
    mayWrite = false
    let bound = block(body, isLoop: true)
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
    isInDefinition = true
    localCount = 0
    scope.open()
    let outerLoops = loops
    loops = 0
    defer {
      isInDefinition = false
      scope.close()
      loops = outerLoops
    }
    for (index, parameter) in parameters.enumerated() {
      if parameters[..<index].contains(where: { $0.name.text == parameter.name.text }) {
        throw Diagnostic(
          .misplaced, Localized("the parameter \(parameter.name.text) is there twice", "参数 \(parameter.name.text) 重复"),
          hint: Localized("give each a name of its own", "请给每个参数不同的名称"), at: self.place(parameter.name.span))
      }
      command.parameters[index].defaultValue = try parameter.defaultValue.map { try untyped($0) }
      _ = declare(parameter.name.text, .unknown)
    }
    command.body = block(body)
    command.frameSize = localCount
    return BoundGroupOfStatements(BoundBlock([]))
  }
}

/// Thrown for a name that nothing is known of because a file could not be read.
struct UnseenName: Error {}

/// Statements that stand for one: those of an included file.
final class BoundGroupOfStatements: BoundStatement {
  private let block: BoundBlock
  init(_ block: BoundBlock) { self.block = block }
  func execute(_ frame: Frame) throws -> Completion { try block.execute(frame) }
}
