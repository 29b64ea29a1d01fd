import Diagnostics
import Values

/// Runs sources: the prompt's lines, a script, `-c`, standard input. There is no other way to run anything.
public final class Interpreter {
  private let table: CommandTable
  private let host: any Host
  private let runtime: Runtime
  private let load: (String, Source) throws -> Source
  private var globals = Binder.Globals()
  private var frame: Frame

  /// Creates an interpreter.
  ///
  /// - Parameters:
  ///   - table: the commands that lines may name.
  ///   - host: the world that they work on.
  ///   - arguments: the script's arguments, `$args` and `$1`, `$2`, ….
  ///   - load: reads an included file, named relative to the source that includes it.
  ///   - isInterrupted: whether someone asked the run to stop; asked in every round of a loop and for every row.
  public init(
    table: CommandTable, host: any Host, arguments: [String] = [],
    load: @escaping (String, Source) throws -> Source, isInterrupted: @escaping () -> Bool = { false }
  ) {
    self.table = table
    self.host = host
    self.load = load
    self.runtime = Runtime(host: host, isInterrupted: isInterrupted)
    self.frame = Frame(runtime, count: arguments.count + 1)
    define("args", .list(arguments.map { .text($0) }))
    for (index, argument) in arguments.enumerated() { define("\(index + 1)", .text(argument)) }
  }

  // A frame knows its run, and the run its global frame: taken apart, both go.
  deinit { runtime.use(nil) }

  private func define(_ name: String, _ value: Value) {
    globals.variables[name] = Variable(slot: globals.slotCount, isGlobal: true, type: .unknown)
    frame[globals.slotCount] = value
    globals.slotCount += 1
  }

  /// The names of the variables and commands that sources run so far have left behind, for completion.
  public var definedNames: (variables: [String], commands: [String]) {
    (globals.variables.keys.sorted(), globals.commands.keys.sorted())
  }

  /// Reads and checks a source without running it. Throws a ``DiagnosticList`` with everything that is wrong.
  public func check(_ source: Source) throws { _ = try bind(source) }

  /// Reads, checks and runs a source, all or nothing of it.
  ///
  /// Throws a ``DiagnosticList`` when the text is wrong, and then nothing has run; a ``Diagnostic`` when a command
  /// failed, or an ``Interruption``, and then everything it had changed has been taken back.
  public func run(_ source: Source) throws {
    let (block, globals) = try bind(source)
    frame = Frame(growing: frame, to: globals.slotCount)
    runtime.use(frame)
    _ = try host.atomically { try block.execute(frame) }
    self.globals = globals
  }

  private func bind(_ source: Source) throws -> (BoundBlock, Binder.Globals) {
    let commands = globals.commands
    var parser = Parser(
      source, isCommand: { [table] in table.hasNoun($0) || commands[$0] != nil || $0 == Keyword.print.rawValue },
      load: load)
    let tree = parser.parse()
    var binder = Binder(tree, table: table, host: host, globals: globals)
    let block = binder.bind(tree)
    let faults = parser.diagnostics + binder.diagnostics
    if !faults.isEmpty { throw DiagnosticList(faults.inOrder) }
    return (block, binder.globals)
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
