import Diagnostics
import Values

/// Turns a source into its syntax tree.
///
/// A fault does not end the reading: it is kept, and the parser goes on at the next line, so that one reading reports
/// every fault of a script. The other parts of the parser stand in `Parser+Statements`, `+Pipelines`, `+Words`,
/// `+Expressions`, `+Variables`, `+Depth` and `+Recovery`.
public struct Parser {
  /// What is read; it keeps the memory that the scanner looks at.
  let source: Source
  var scanner: Scanner
  /// How many blocks, brackets and substitutions are open.
  var depth = 0
  /// The height of the tallest computation read since this was last reset.
  var tallest = 0
  /// Whether a word begins a command; decides what `$(word …)` holds.
  let isCommand: (String) -> Bool
  /// Reads an included file, named relative to the source that includes it.
  let load: (String, Source) throws -> Source
  /// The names of the sources that are being read, outermost first: a file that includes one of them is refused.
  let including: [String]
  /// The commands that the source and those it includes define, as far as they are read.
  var defined: Set<String>
  /// The words behind `$(` that were taken for no command.
  var passedOver: Set<String> = []
  /// What is known of the statement at hand if the rest of it cannot be read: the name that it gives to something.
  var salvage: Statement.Kind?
  /// Whether every file that is included could be read.
  var isComplete = true
  /// Whether the statement at hand is part of a defined command.
  var isInDefinition = false
  /// The names that `set` changes in commands that the source defines.
  var changedByCommands: Set<String> = []
  /// The first line on which a text in quotes begins that goes over several lines: its quote may be missing.
  var longTextLine: Int?
  /// The faults found so far.
  public internal(set) var diagnostics: [Diagnostic] = []

  /// Creates a parser.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - isCommand: whether a word begins a command.
  ///   - load: reads an included file, named relative to the source that includes it.
  public init(
    _ source: Source, isCommand: @escaping (String) -> Bool, load: @escaping (String, Source) throws -> Source
  ) {
    self.init(source, isCommand: isCommand, load: load, including: [source.name])
  }

  init(
    _ source: Source, isCommand: @escaping (String) -> Bool, load: @escaping (String, Source) throws -> Source,
    including: [String], defined: Set<String> = []
  ) {
    self.source = source
    self.scanner = Scanner(source)
    self.isCommand = isCommand
    self.load = load
    self.including = including
    self.defined = defined
  }

  /// Whether a text ends inside something that it opened, so that a prompt asks for more.
  public static func isUnfinished(_ text: String) -> Bool {
    if text.hasSuffix("\\") { return true }
    var parser = Parser(Source(name: "", text: text), isCommand: { _ in true }, load: { _, source in source })
    _ = parser.parse()
    return parser.diagnostics.contains { $0.code == .unfinished }
  }

  /// Reads the whole source. The tree holds what could be read; ``diagnostics`` says what could not.
  public mutating func parse() -> SyntaxTree { parse(isLast: true).tree }

  /// Reads a block of a longer text.
  ///
  /// - Parameter isLast: whether the text ends with the block. If not, the last statement is left to the next block:
  ///   nobody knows yet where it ends.
  /// - Returns: what could be read, and the offset at which the next block is to begin.
  mutating func parse(isLast: Bool) -> (tree: SyntaxTree, end: Int) {
    let first = read(isLast: isLast)
    // A command may be used above its definition: then what stands behind `$(` is read once more.
    guard !defined.isDisjoint(with: passedOver) else { return first }
    scanner = Scanner(source)
    diagnostics = []
    isComplete = true
    longTextLine = nil
    return read(isLast: isLast)
  }

  /// Reads the source once.
  mutating func read(isLast: Bool) -> (tree: SyntaxTree, end: Int) {
    var statements: [Statement] = []
    // How many statements and faults stand before the last statement, and where it begins.
    var settled = (statements: 0, faults: 0, end: source.bytes.count)
    while true {
      scanner.skipBetweenStatements()
      guard scanner.current != Scanner.end else { break }
      settled = (statements.count, diagnostics.count, scanner.position)
      do {
        if let statement = try statementOrFault(inBlock: false) { statements.append(statement) }
      } catch {
        preconditionFailure("outside a block every fault is kept: \(error)")
      }
    }
    if !isLast {
      statements.removeLast(statements.count - settled.statements)
      diagnostics.removeLast(diagnostics.count - settled.faults)
    }
    let tree = SyntaxTree(
      source: source, statements: statements, isComplete: isComplete, changedByCommands: changedByCommands)
    return (tree, settled.end)
  }

  // MARK: Faults

  func place(_ span: Span) -> Place { Place(source, span) }

  /// The span of the scalar at hand.
  var here: Span {
    var next = scanner
    next.advance()
    return Span(scanner.position, next.position)
  }

  /// A fault of syntax.
  func fault(_ message: Localized, hint: Localized? = nil, at span: Span? = nil) -> Diagnostic {
    Diagnostic(.syntax, message, hint: hint, at: place(span ?? here))
  }

  /// The fault that something opened at `span` is never closed.
  func unfinished(_ message: Localized, openedAt span: Span) -> Diagnostic {
    let closing: String
    switch scanner.text(span.start, span.end) {
    case "[": closing = "]"
    case "{", "｛": closing = "}"
    case "“": closing = "”"
    case "‘": closing = "’"
    case let quote where quote == "\"" || quote == "'": closing = quote
    default: closing = ")"
    }
    return Diagnostic(
      .unfinished, message, hint: Localized("close it with \(closing)", "请用 \(closing) 闭合"), at: place(span))
  }

  /// The fault that `expected` does not stand here.
  func missing(_ expected: Localized, hint: Localized? = nil) -> Diagnostic {
    // Between a Han character and a letter or sign stands a blank.
    let chinese = (expected.chinese.utf8.first.map { $0 < 0x80 } == true ? " " : "") + expected.chinese
    if scanner.current == Scanner.end {
      let blanks = source.bytes.reversed().prefix { $0 <= UInt8(ascii: " ") }.count
      let end = source.bytes.count - blanks
      return Diagnostic(
        .unfinished,
        Localized("the text ends where \(expected.english) is expected", "文本到此结束，还缺少\(chinese)"),
        hint: hint, at: place(Span(end, end)))
    }
    return fault(Localized("expected \(expected.english)", "此处应为\(chinese)"), hint: hint)
  }

  /// Whether a source may define commands, itself or by including another; if not, it certainly does not.
  static func mayDefine(_ source: Source) -> Bool {
    // Full-width letters begin with these bytes.
    [Keyword.def.rawValue, Keyword.include.rawValue, "\u{FF44}", "\u{FF49}"].contains { source.holds($0) }
  }
}
