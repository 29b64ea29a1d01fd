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
  /// Where `$_` stands, if the last result is kept.
  private var lastSlot: Int?

  /// Creates an interpreter.
  ///
  /// - Parameters:
  ///   - table: the commands that lines may name.
  ///   - host: the world that they work on.
  ///   - arguments: the script's arguments, `$args` and `$1`, `$2`, ….
  ///   - keepsResults: whether `$_` is the result of the last command of the sources run before.
  ///   - load: reads an included file, named relative to the source that includes it.
  ///   - isInterrupted: whether someone asked the run to stop; asked in every round of a loop and for every row.
  public init(
    table: CommandTable, host: any Host, arguments: [String] = [], keepsResults: Bool = false,
    load: @escaping (String, Source) throws -> Source, isInterrupted: @escaping () -> Bool = { false }
  ) {
    self.table = table
    self.host = host
    self.load = load
    self.runtime = Runtime(host: host, isInterrupted: isInterrupted)
    self.frame = Frame(runtime, count: arguments.count + 2)
    define("args", .list(arguments.map { .text($0) }))
    for (index, argument) in arguments.enumerated() { define("\(index + 1)", .text(argument)) }
    if keepsResults { keepResults() }
  }

  /// From now on `$_` is the last result.
  public func keepResults() {
    guard lastSlot == nil else { return }
    runtime.lastResult = LastResult()
    lastSlot = globals.slotCount
    globals.slotCount += 1
  }

  /// Lets the next source know the last result, or that there is none.
  private func defineLastResult() {
    guard let lastSlot, let last = runtime.lastResult else { return }
    globals.variables["_"] = last.value.map { value in
      frame[lastSlot] = value
      return Variable(slot: lastSlot, isGlobal: true, type: last.type)
    }
  }

  // A frame knows its run, and the run its global frame: taken apart, both go.
  deinit { runtime.use(nil) }

  private func define(_ name: String, _ value: Value) {
    globals.variables[name] = Variable(slot: globals.slotCount, isGlobal: true, type: .constant(value))
    frame[globals.slotCount] = value
    globals.slotCount += 1
  }

  /// The names of the variables and commands that sources run so far have left behind, for completion.
  public var definedNames: (variables: [String], commands: [String]) {
    (globals.variables.keys.sorted(), globals.commands.keys.sorted())
  }

  /// Reads and checks a text without running it. Throws a ``DiagnosticList`` with everything that is wrong.
  public func check(_ text: any SourceReader) throws { _ = try read(text) }

  /// Reads, checks and runs a text, all or nothing of it.
  ///
  /// Throws a ``DiagnosticList`` when the text is wrong, and then nothing has run; a ``Diagnostic`` when a command
  /// failed, or an ``Interruption``, and then everything it had changed has been taken back, variables included.
  public func run(_ text: any SourceReader) throws {
    let before = frame
    let last = runtime.lastResult?.state
    do {
      let script = try prepared(text)
      try host.atomically(writing: script.mayWrite) {
        try script.forEachBlock { try $0.execute(frame) != .result }
      }
      globals = script.globals
      defineLastResult()
    } catch {
      if let last { runtime.lastResult?.state = last }
      frame = before
      runtime.use(before)
      throw error
    }
  }

  /// Reads, checks and runs a text, each statement by itself: one that fails takes back only what it did itself, and
  /// the next one runs.
  ///
  /// Throws a ``DiagnosticList`` when the text is wrong, and then nothing has run.
  ///
  /// - Parameter report: told of each statement that failed.
  /// - Returns: how many statements ran, those that failed included.
  public func runEach(_ text: any SourceReader, report: (Diagnostic) -> Void) throws -> Int {
    let script = try prepared(text)
    var count = 0
    try script.forEachBlock { block in
      for statement in block.statements {
        count += 1
        do {
          let completion = try host.atomically(writing: script.mayWrite) { try statement.execute(frame) }
          if completion == .result { return false }
        } catch let diagnostic as Diagnostic {
          report(diagnostic)
        }
      }
      return true
    }
    globals = script.globals
    return count
  }

  /// Checks a text and makes room for its variables.
  private func prepared(_ text: any SourceReader) throws -> Script {
    let script = try read(text)
    frame = Frame(growing: frame, to: script.globals.slotCount)
    runtime.use(frame)
    return script
  }

  private func read(_ text: any SourceReader) throws -> Script {
    do {
      return try Script(text, ScriptContext(table: table, host: host, load: load, globals: globals))
    } catch let diagnostic as Diagnostic {
      // The text cannot be read to its end.
      throw DiagnosticList([diagnostic])
    }
  }
}
