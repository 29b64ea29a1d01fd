import Diagnostics
import Values

extension Scanner {
  /// Whether a scalar may stand in a name: ASCII letters, digits, `_`, `-` and everything beyond ASCII that is a
  /// letter or a digit.
  static func isNamePart(_ scalar: UInt32) -> Bool {
    switch scalar {
    case UInt32(UInt8(ascii: "a"))...UInt32(UInt8(ascii: "z")), UInt32(UInt8(ascii: "A"))...UInt32(UInt8(ascii: "Z")),
      UInt32(UInt8(ascii: "0"))...UInt32(UInt8(ascii: "9")), "_", "-":
      true
    case ..<0x80: false
    case 0x4E00...0x9FFF: true
    default:
      Unicode.Scalar(scalar).map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
    }
  }

  /// Whether a scalar may begin a name.
  static func isNameStart(_ scalar: UInt32) -> Bool {
    switch scalar {
    case UInt32(UInt8(ascii: "0"))...UInt32(UInt8(ascii: "9")), "-": false
    default: isNamePart(scalar)
    }
  }

  /// Steps over a name.
  mutating func skipIdentifier() { position = endOfIdentifier }

  /// Where the name that stands here ends; the position at hand if none does.
  var endOfIdentifier: Int {
    guard Scanner.isNameStart(current) else { return position }
    var ahead = self
    ahead.skipLetters()
    while Scanner.isNamePart(ahead.current), !ahead.standsAtLastHyphen {
      ahead.advance()
      ahead.skipLetters()
    }
    return ahead.position
  }

  /// Whether a hyphen stands here that joins nothing: a name holds hyphens, but does not end with one.
  var standsAtLastHyphen: Bool {
    stands(at: "-") && (following == UInt32(UInt8(ascii: "-")) || !Scanner.isNamePart(following))
  }
}

extension Parser {
  /// One statement.
  mutating func statement() throws -> Statement {
    let start = scanner.position
    let kind = try nested { try $0.statementKind() }
    return Statement(kind: kind, span: Span(start, scanner.endBeforeBlanks(from: start)))
  }

  private mutating func statementKind() throws -> Statement.Kind {
    let first = peekIdentifier()
    guard let (keyword, span) = keyword(first) else { return .pipeline(try pipeline(first)) }
    switch keyword {
    case .let: return try declaration(by: .let) { .declaration($0, $1) }
    case .set: return try assignment()
    case .if: return try conditional()
    case .for: return try iteration()
    case .while:
      let condition = try expression()
      return .loop(condition, try block())
    case .break: return .leaveLoop
    case .continue: return .nextRound
    case .def: return try definition()
    case .return: return .result(atEnd ? nil : try expression())
    case .try: return try attempt()
    case .assert:
      let condition = try expression()
      return .assertion(condition, atEnd ? nil : try word())
    case .include: return try inclusion()
    case .print: return .pipeline(try printPipeline())
    case .as: return .pipeline(try pastPipeline(behind: first ?? Identifier(text: keyword.rawValue, span: span)))
    case .else:
      throw fault(
        Localized("else follows no if", "else 前没有 if"),
        hint: Localized("else stands behind the } of an if", "else 写在 if 块的 } 之后"), at: span)
    case .catch:
      throw fault(
        Localized("catch follows no try", "catch 前没有 try"),
        hint: Localized("catch stands behind the } of a try", "catch 写在 try 块的 } 之后"), at: span)
    }
  }

  /// Steps over a keyword, if one stands here as a word of its own.
  ///
  /// - Parameter word: the name that stands here, if one does.
  private mutating func keyword(_ word: Identifier?) -> (Keyword, Span)? {
    guard let word, let keyword = Keyword.named(word.text) else { return nil }
    var ahead = scanner
    ahead.position = word.span.end
    switch ahead.current {
    case " ", "\t", "\r", "\n", 0xA0, ";", "{", "}", "$", "(", "[", "\"", "'", "\\", "#", "|", ">", Scanner.end: break
    default: return nil
    }
    scanner.position = word.span.end
    scanner.skipBlanks()
    return (keyword, word.span)
  }

  /// The name that stands here, not stepped over.
  func peekIdentifier() -> Identifier? {
    let end = scanner.endOfIdentifier
    return end > scanner.position ? identifier(upTo: end) : nil
  }

  /// The name between the scanner and an offset.
  func identifier(upTo end: Int) -> Identifier {
    Identifier(text: scanner.foldedText(scanner.position, end), span: Span(scanner.position, end))
  }

  /// A name.
  mutating func identifier(_ expected: Localized, hint: Localized? = nil) throws -> Identifier {
    scanner.skipBlanks()
    guard let identifier = peekIdentifier() else { throw missing(expected, hint: hint) }
    scanner.position = identifier.span.end
    return identifier
  }

  /// The name of a variable: a `$` before it is forgiven.
  private mutating func variableName(of keyword: Keyword) throws -> Identifier {
    scanner.skipBlanks()
    if scanner.stands(at: "$") { scanner.advance() }
    let name = try identifier(Localized("a name", "名称"), hint: formHint(keyword))
    guard name.text.contains("-") else { return name }
    throw fault(
      Localized("a variable's name holds no hyphen", "变量名不能含连字符"),
      hint: Localized("write it with _", "请改用 _"), at: name.span)
  }

  /// Whether the statement ends here.
  var atEnd: Bool {
    mutating get {
      scanner.skipBlanks()
      switch scanner.current {
      case "\n", ";", "}", "#", Scanner.end: return true
      default: return false
      }
    }
  }

  private mutating func expect(_ character: Unicode.Scalar, of keyword: Keyword) throws {
    scanner.skipBlanks()
    guard scanner.accept(character) else { throw missing(Localized(same: "\(character)"), hint: formHint(keyword)) }
  }

  private mutating func declaration(
    by keyword: Keyword, _ make: (Identifier, Expression) -> Statement.Kind
  ) throws -> Statement.Kind {
    let name = try variableName(of: keyword)
    salvage = make(name, Expression(kind: .literal(.none), span: name.span))
    try expect("=", of: keyword)
    return make(name, try expression())
  }

  private mutating func assignment() throws -> Statement.Kind {
    let kind = try declaration(by: .set) { .assignment($0, $1) }
    if isInDefinition, case .assignment(let name, _) = kind { changedByCommands.insert(name.text) }
    return kind
  }

  private mutating func conditional() throws -> Statement.Kind {
    var branches = [Branch(condition: try expression(), body: try block())]
    while true {
      let before = scanner.position
      scanner.skipBetweenStatements()
      guard let word = peekIdentifier(), word.text == Keyword.else.rawValue else {
        scanner.position = before
        return .conditional(branches, otherwise: nil)
      }
      scanner.position = word.span.end
      scanner.skipBlanks()
      if let next = peekIdentifier(), next.text == Keyword.if.rawValue {
        scanner.position = next.span.end
        branches.append(Branch(condition: try expression(), body: try block()))
      } else {
        return .conditional(branches, otherwise: try block())
      }
    }
  }

  private mutating func iteration() throws -> Statement.Kind {
    let name = try variableName(of: .for)
    let word = try identifier(Localized(same: "in"), hint: formHint(.for))
    guard word.text == "in" else {
      throw fault(
        Localized("expected in", "此处应为 in"), hint: formHint(.for), at: word.span)
    }
    let values = try expression()
    return .iteration(name, values, try block())
  }

  private mutating func definition() throws -> Statement.Kind {
    let name = try identifier(Localized("a name", "名称"), hint: formHint(.def))
    defined.insert(name.text)
    try expect("(", of: .def)
    scanner.brackets += 1
    var parameters: [DefinedParameter] = []
    scanner.skipBlanks()
    while !scanner.stands(at: ")") {
      let parameter = try variableName(of: .def)
      scanner.skipBlanks()
      var defaultValue: Word?
      if scanner.accept("=") {
        scanner.skipBlanks()
        defaultValue = try word(inList: true)
        scanner.skipBlanks()
      }
      parameters.append(DefinedParameter(name: parameter, defaultValue: defaultValue))
      if !acceptComma() { break }
      scanner.skipBlanks()
    }
    guard scanner.accept(")") else { throw missing(Localized(") or ,", ") 或 ,"), hint: formHint(.def)) }
    scanner.brackets -= 1
    salvage = .definition(name, parameters, Block(statements: [], span: name.span))
    let outer = isInDefinition
    isInDefinition = true
    defer { isInDefinition = outer }
    return .definition(name, parameters, try block())
  }

  private mutating func attempt() throws -> Statement.Kind {
    let body = try block()
    scanner.skipBetweenStatements()
    guard let word = peekIdentifier(), word.text == Keyword.catch.rawValue else {
      if scanner.current == Scanner.end { throw missing(Localized(same: "catch"), hint: formHint(.try)) }
      scanner.position = body.span.end
      throw fault(
        Localized("expected catch behind the block", "块之后应为 catch"),
        hint: formHint(.try),
        at: Span(body.span.end - 1, body.span.end))
    }
    scanner.position = word.span.end
    scanner.skipBlanks()
    let name = scanner.stands(at: "{") ? nil : try variableName(of: .try)
    return .attempt(body, name, try block())
  }

  private mutating func inclusion() throws -> Statement.Kind {
    guard !atEnd else { throw missing(Localized("the path of a file", "文件路径"), hint: formHint(.include)) }
    let path = try word()
    let wasComplete = isComplete
    isComplete = false
    guard let name = path.literal else {
      throw fault(
        Localized("include needs a path that is written out", "include 的路径必须直接写出"),
        hint: Localized("variables have no value yet when the script is read", "读取脚本时变量尚无值"), at: path.span)
    }
    let source: Source
    do {
      source = try load(name, self.source)
    } catch let diagnostic as Diagnostic {
      throw diagnostic.at(place(path.span))
    }
    guard !including.contains(source.name) else {
      throw Diagnostic(
        .include, Localized("\(name) includes itself", "\(name) 包含了自己"),
        hint: Localized(same: (including + [source.name]).joined(separator: " → "))
          + Localized(": leave one out", "：请去掉其中一处"),
        at: place(path.span))
    }
    var parser = Parser(
      source, isCommand: isCommand, load: load, including: including + [source.name], defined: defined)
    let tree = parser.read(isLast: true).tree
    diagnostics += parser.diagnostics
    defined.formUnion(parser.defined)
    passedOver.formUnion(parser.passedOver)
    changedByCommands.formUnion(parser.changedByCommands)
    isComplete = wasComplete && parser.isComplete
    return .inclusion(path, tree)
  }

  /// Statements in braces.
  mutating func block() throws -> Block {
    scanner.skipBlanks()
    let start = scanner.position
    let brace = here
    guard scanner.accept("{") else {
      throw missing(
        Localized("a block in { }", "大括号块 { }"), hint: Localized("write { on the same line", "{ 须写在同一行"))
    }
    // Inside braces a line feed ends a statement again, whatever brackets stand around them.
    let brackets = scanner.brackets
    scanner.brackets = 0
    defer { scanner.brackets = brackets }
    var statements: [Statement] = []
    while true {
      scanner.skipBetweenStatements()
      if scanner.accept("}") { return Block(statements: statements, span: Span(start, scanner.position)) }
      guard scanner.current != Scanner.end else {
        throw unfinished(Localized("this block is never closed", "这个块没有闭合"), openedAt: brace)
      }
      if let statement = try statementOrFault(inBlock: true) { statements.append(statement) }
    }
  }
}
