import Diagnostics

/// A text that has been read, checked and found right, ready to run.
///
/// A short text is read once and kept. A long one is read block by block, once to check all of it and once more to run
/// it, and nothing of a block is kept when the next begins: what a script costs in memory does not grow with it.
struct Script {
  /// A text that has no more bytes than this is read once and kept.
  static let keptLength = 1 << 18
  /// How many bytes of a longer text are read at once: what becomes of them stays in the processor's cache until it has
  /// run.
  static let blockLength = 1 << 15

  /// The variables and defined commands that there are when it has run.
  private(set) var globals: Binder.Globals
  /// Whether anything in it may change records.
  private(set) var mayWrite = false
  private let text: any SourceReader
  private var context: ScriptContext
  /// All of it, if it is short.
  private var block: BoundBlock?

  /// Reads and checks a text. Throws a ``DiagnosticList`` with everything that is wrong.
  init(_ text: any SourceReader, _ context: ScriptContext) throws {
    self.text = text
    self.context = context
    globals = context.globals
    let isShort = try text.block(at: 0, line: 1, length: Script.keptLength).isLast
    // A text that defines commands, which may be used above their definition, is seldom long: that it does is seen while
    // it is checked, and then it is checked anew.
    if try !check(keeps: isShort, stopsAtDefinition: !isShort) {
      try declareCommands()
      _ = try check(keeps: false, stopsAtDefinition: false)
    }
  }

  /// Checks the text; false if it was to stop where a command may be defined, and did.
  private mutating func check(keeps: Bool, stopsAtDefinition: Bool) throws -> Bool {
    var faults: [Diagnostic] = []
    var binder: Binder?
    var kept: BoundBlock?
    var stopped = false
    try forEachSource(length: keeps ? Script.keptLength : Script.blockLength) { tree, parser in
      if stopsAtDefinition, Parser.mayDefine(tree.source) {
        stopped = true
        return false
      }
      var current = binder ?? context.binder(tree.source)
      if keeps { current.declareCommands(of: tree) }
      let block = current.bind(tree)
      faults += (parser.diagnostics + current.diagnostics).inOrder
      current.diagnostics = []
      if keeps { kept = block }
      binder = current
      return true
    }
    if stopped { return false }
    if !faults.isEmpty { throw DiagnosticList(faults) }
    guard let binder else { preconditionFailure("every text has a block") }
    block = kept
    globals = binder.globals
    mayWrite = binder.mayWrite
    return true
  }

  /// Hands out the statements, block by block, as long as `body` asks for more.
  func forEachBlock(_ body: (BoundBlock) throws -> Bool) throws {
    if let block {
      _ = try body(block)
      return
    }
    var binder: Binder?
    try forEachSource { tree, parser in
      var current = binder ?? context.binder(tree.source)
      let block = current.bind(tree)
      let faults = parser.diagnostics + current.diagnostics
      if !faults.isEmpty { throw DiagnosticList(faults.inOrder) }
      binder = current
      return try body(block)
    }
  }

  /// Makes the commands known that a long text defines, so that they may be used above their definition.
  private mutating func declareCommands() throws {
    // What `$(name …)` holds depends on whether a command has that name: the names are read first.
    var names: Set<String> = []
    try forEachSource { tree, parser in
      names.formUnion(parser.defined)
      return true
    }
    context.definedNames = names
    var binder = context.binder(try text.block(at: 0, line: 1, length: 0).source)
    try forEachSource { tree, _ in
      binder.declareCommands(of: tree)
      return true
    }
    context.globals = binder.globals
    context.knowsAllNames = binder.knowsAllNames
  }

  /// Reads the text block by block as long as `body` asks for more.
  private func forEachSource(
    length blockLength: Int = Script.blockLength, _ body: (SyntaxTree, Parser) throws -> Bool
  ) throws {
    var (offset, line, length) = (0, 1, blockLength)
    while true {
      let (source, isLast) = try text.block(at: offset, line: line, length: length)
      var parser = context.parser(source)
      let (tree, end) = parser.parse(isLast: isLast)
      guard end > 0 || isLast else {
        // One statement is longer than the block.
        length *= 2
        continue
      }
      guard try body(tree, parser), !isLast else { return }
      (offset, line, length) = (offset + end, source.line(at: end), blockLength)
    }
  }
}

extension [Diagnostic] {
  /// The faults source by source, those of each in the order in which they stand there.
  fileprivate var inOrder: [Diagnostic] {
    var sources: [ObjectIdentifier: Int] = [:]
    let keyed = enumerated().map { offset, fault in
      let source = fault.place.map { ObjectIdentifier($0.source) }
      if let source, sources[source] == nil { sources[source] = sources.count }
      return (key: (source.flatMap { sources[$0] } ?? -1, fault.place?.span.start ?? 0, offset), fault: fault)
    }
    return keyed.sorted { $0.key < $1.key }.map(\.fault)
  }
}
