import Diagnostics
import Values

/// Resolves the names of a syntax tree and checks what the text alone decides; what comes out is ready to run.
///
/// Faults are collected, so that one reading reports them all. The parts for expressions, calls and pipelines stand in
/// `Binder+Blocks`, `+Statements`, `+Expressions`, `+Calls`, `+Fitting` and `+Pipelines`.
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
  /// Whether what is being bound tells of the past, where nothing can be changed.
  var isInPast = false
  /// Whether anything bound since this was last reset may change records.
  var mayWrite = false
  /// Whether all names that the script may use have been seen; not if a file that it includes could not be read.
  private(set) var knowsAllNames: Bool
  /// The variables of which less is known since this was last reset.
  var retyped: Set<String> = []
  /// What is known of the values that the defined command at hand returns; nothing if it returns none so far.
  var returned: StaticType?
  /// The commands that the text at hand defines.
  private var definedHere: Set<String> = []
  /// How far the statements at the top level are reached.
  private var reach = Reach()
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
    var reach = reach
    let block = BoundBlock(bind(tree.statements, after: &reach))
    self.reach = reach
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

  /// Binds a part one level deeper, or as many levels as it costs the machine.
  mutating func deeper<Result>(_ levels: Int = 1, _ body: (inout Binder) throws -> Result) rethrows -> Result {
    depth.here += levels
    depth.most = max(depth.most, depth.here)
    defer { depth.here -= levels }
    return try body(&self)
  }

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

  /// Gives a name a place in the frame at hand.
  mutating func declare(_ name: String, _ type: StaticType) -> Variable {
    let slot: Int
    if isInDefinition {
      slot = localCount
      localCount += 1
    } else if scope.isOutermost, let known = scope[name] {
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
    if name == "_" {
      return Localized(
        "the prompt keeps the last result, of 10,000 rows at most; elsewhere write let r = $(…)",
        "提示符保留上一次结果（最多一万行）；其他情况请写 let r = $(…)")
    }
    return Suggestion.hint(for: name, in: scope.names)
      ?? Localized(
        "give it a value with let; a let inside { } is known only there", "请先用 let 赋值；{ } 内的 let 只在其中有效")
  }
}

/// Thrown for a name that nothing is known of because a file could not be read.
struct UnseenName: Error {}

/// Thrown when something cannot be bound because of a fault in a part of it, which has been kept.
struct FaultInPart: Error {}
