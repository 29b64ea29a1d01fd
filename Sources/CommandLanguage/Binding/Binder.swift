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
    /// The names that `set` changes in defined commands: nobody knows when.
    var changedByCommands: Set<String> = []
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
  /// Whether `break` leaves the innermost of them.
  var breaksLoop = false
  /// Whether it stands in a block behind `each`.
  var isInEach = false
  /// How many blocks stand around it.
  var blocks = 0
  /// The row that bare names are fields of: its variable, and what is known of it.
  var row: (slot: Int, type: StaticType)?
  /// Whether anything bound since this was last reset may change records.
  var mayWrite = false
  /// Whether all names that the script may use have been seen; not if a file that it includes could not be read.
  private(set) var knowsAllNames: Bool
  /// The variables of which less is known since this was last reset.
  var retyped: Set<String> = []
  /// What is known of the values that the defined command at hand returns; nothing if it returns none so far.
  private var returned: StaticType?
  /// The commands that the text at hand defines.
  private var definedHere: Set<String> = []
  /// Whether a statement at the top level has ended the script.
  private var hasLeft = false
  /// How deep statements and computations stand inside each other, here and at most.
  var depth = (here: 0, most: 0)

  init(_ source: Source, table: CommandTable, host: any Host, globals: Globals, knowsAllNames: Bool) {
    self.knowsAllNames = knowsAllNames
    self.table = table
    self.host = host
    self.globals = globals
    self.scope = Scope(globals.variables)
    self.source = source
    for name in globals.changedByCommands { scope.retype(name, .unknown) }
  }

  /// Binds the statements of a source or of a block of one, whose commands have been declared. The result is of use
  /// only if ``diagnostics`` stays empty.
  mutating func bind(_ tree: SyntaxTree) -> BoundBlock {
    source = tree.source
    knowsAllNames = knowsAllNames && tree.isComplete
    let block = BoundBlock(bind(tree.statements, hasLeft: hasLeft))
    hasLeft = hasLeft || block.leaves
    globals.variables = scope.outermost
    return block
  }

  /// Makes the commands that a tree defines known before anything is bound, so that they may be used above their
  /// definition and call each other.
  mutating func declareCommands(of tree: SyntaxTree) {
    knowsAllNames = knowsAllNames && tree.isComplete
    globals.changedByCommands.formUnion(tree.changedByCommands)
    for name in tree.changedByCommands { scope.retype(name, .unknown) }
    for statement in tree.statements {
      switch statement.kind {
      case .inclusion(_, let included): declareCommands(of: included)
      // Of two commands of one name the second is a fault, which is told where it stands.
      case .definition(let name, let parameters, _) where definedHere.insert(name.text).inserted:
        globals.commands[name.text] = DefinedCommand(
          name: name.text,
          parameters: parameters.map {
            DefinedCommand.Parameter(name: $0.name.text, isRequired: $0.defaultValue == nil)
          }, at: Place(tree.source, name.span))
      default: break
      }
    }
  }

  /// Binds statements that follow each other.
  ///
  /// - Parameter hasLeft: whether nothing ever goes on with the first of them.
  private mutating func bind(_ statements: [Statement], hasLeft: Bool = false) -> [any BoundStatement] {
    var hasLeft = hasLeft
    var isReported = false
    return statements.compactMap { statement in
      if hasLeft, !isReported, !statement.isDefinition {
        isReported = true
        diagnostics.append(unreachable(statement))
      }
      let bound = kept { binder in try binder.deeper(2) { try $0.bind(statement) } }
      hasLeft = hasLeft || bound?.leaves == true
      return bound
    }
  }

  private func unreachable(_ statement: Statement) -> Diagnostic {
    Diagnostic(
      .unreachable, Localized("this is never reached", "此语句永远不会执行"),
      hint: Localized(
        "remove it, or what leaves before it: break, continue, return or a loop without end",
        "请删去此语句，或删去前面的 break、continue、return 或无尽循环"), at: place(statement.span))
  }

  /// Binds a part one level deeper, or as many levels as it costs the machine.
  mutating func deeper<Result>(_ levels: Int = 1, _ body: (inout Binder) throws -> Result) rethrows -> Result {
    depth.here += levels
    depth.most = max(depth.most, depth.here)
    defer { depth.here -= levels }
    return try body(&self)
  }

  /// Binds something that may run many times. What one round gives to a variable is what the next one finds: if less is
  /// known of a variable behind the round than before it, the round is bound again with no more than that.
  mutating func repeated<Result>(_ body: (inout Binder) throws -> Result) rethrows -> Result {
    var lost = retyped
    defer { retyped.formUnion(lost) }
    var start = self
    // Deep inside of each other such rounds would grow in number; then nothing is taken as known.
    for _ in 0..<(loops < Binder.carefulLoops ? 2 : 0) {
      retyped = []
      let result = try body(&self)
      if retyped.isEmpty { return result }
      lost.formUnion(retyped)
      for name in retyped { start.scope.retype(name, .unknown) }
      self = start
    }
    lost.formUnion(scope.names)
    scope.forgetTypes()
    return try body(&self)
  }

  /// How many loops inside each other keep what is known of variables.
  private static let carefulLoops = 3

  /// Binds a part of something. A fault in it is kept, so that the other parts are looked at as well.
  mutating func kept<Result>(_ body: (inout Binder) throws -> Result) -> Result? {
    do {
      return try body(&self)
    } catch let diagnostic as Diagnostic {
      diagnostics.append(diagnostic)
    } catch is UnseenName {
      // The file that may define the name could not be read, and that is said already.
    } catch is FaultInPart {
      // Kept where it was found.
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
    let isChangedAnywhere = !isInDefinition && globals.changedByCommands.contains(name)
    let variable = Variable(slot: slot, isGlobal: !isInDefinition, type: isChangedAnywhere ? .unknown : type)
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
  mutating func block(_ block: Block) -> BoundBlock {
    scope.open()
    blocks += 1
    defer {
      scope.close()
      blocks -= 1
    }
    return BoundBlock(bind(block.statements))
  }

  /// Binds the block of a loop; also says whether `break` leaves the loop.
  mutating func loopBody(_ block: Block) -> (body: BoundBlock, breaks: Bool) {
    let outer = breaksLoop
    breaksLoop = false
    loops += 1
    defer {
      breaksLoop = outer
      loops -= 1
    }
    return (self.block(block), breaksLoop)
  }

  /// Binds a computation that must come to yes or no.
  mutating func condition(_ expression: Expression) throws -> BoundCondition {
    let (value, type) = try bind(expression)
    let place = place(expression.span)
    guard type.mayBe([.yesNo, .nothing]) else { throw BoundCondition.noAnswer(type.kinds.sample, at: place) }
    return BoundCondition(value, at: place)
  }

  /// A condition; a fault in it is kept.
  private mutating func heldCondition(_ expression: Expression) -> BoundCondition {
    kept { try $0.condition(expression) } ?? BoundCondition(BoundConstant(.none), at: place(expression.span))
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

/// Thrown for a name that nothing is known of because a file could not be read.
struct UnseenName: Error {}

/// Thrown when something cannot be bound because of a fault in a part of it, which has been kept.
struct FaultInPart: Error {}

/// Statements that stand for one: those of an included file.
final class BoundGroupOfStatements: BoundStatement {
  private let block: BoundBlock
  init(_ block: BoundBlock) { self.block = block }
  func execute(_ frame: Frame) throws -> Completion { try block.execute(frame) }
  var leaves: Bool { block.leaves }
}

extension Statement {
  /// Whether it does nothing but define commands, which are known wherever it stands.
  fileprivate var isDefinition: Bool {
    switch kind {
    case .definition: true
    case .inclusion(_, let tree): tree.statements.allSatisfy(\.isDefinition)
    default: false
    }
  }
}
