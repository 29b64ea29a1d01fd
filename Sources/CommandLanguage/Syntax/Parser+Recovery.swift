import Diagnostics

extension Parser {
  /// A statement and its end. A fault in it is kept, and the scanner stands behind what it spoils.
  ///
  /// - Returns: the statement; at a fault only what it gives a name to, so that the name's users are not at fault too.
  /// - Throws: inside a block, the fault that the text ends: it spoils what stands around the block as well.
  mutating func statementOrFault(inBlock: Bool) throws -> Statement? {
    let (start, level, brackets, outer) = (scanner.position, depth, scanner.brackets, salvage)
    salvage = nil
    defer { salvage = outer }
    do {
      let statement = try statement()
      try endOfStatement(statement, inBlock: inBlock)
      return statement
    } catch let diagnostic as Diagnostic {
      if inBlock, diagnostic.code == .unfinished { throw diagnostic }
      diagnostics.append(diagnostic)
    } catch {
      preconditionFailure("the parser throws diagnostics only: \(error)")
    }
    depth = level
    scanner.brackets = brackets
    recover(inBlock: inBlock)
    return salvage.map { Statement(kind: $0, span: Span(start, scanner.position)) }
  }

  /// Goes on after a fault: at the next line that is not inside something opened on this one, or at the end of the
  /// block that the faulty statement stands in.
  private mutating func recover(inBlock: Bool) {
    var open = 0
    while scanner.current != Scanner.end {
      switch scanner.current {
      case "{": open += 1
      case "}":
        if open == 0, inBlock { return }
        open = max(0, open - 1)
      case "\"", "'": skipQuotes()
      case "\n" where open == 0:
        guard standsBeforeContinuation else { return }
      case ";": noteDefinition()
      default: break
      }
      scanner.advance()
    }
  }

  /// Where something opened at `span` began, if that was on a line before: there it may have been left open.
  func openHint(_ span: Span) -> Localized? {
    let line = source.line(at: span.start)
    guard line < source.line(at: scanner.position) else { return nil }
    return Localized("what is opened on line \(line) is still open", "第 \(line) 行打开的括号尚未闭合")
  }

  /// The fault that a text in quotes is never closed. If a text before it goes over several lines, the quote is rather
  /// missing there.
  func unclosedText(openedAt span: Span) -> Diagnostic {
    let message = Localized("this text is never closed", "这段文字没有闭合引号")
    guard let line = longTextLine else { return unfinished(message, openedAt: span) }
    return Diagnostic(
      .unfinished, message,
      hint: Localized(
        "a text that begins on line \(line) goes over several lines: is its quote missing?",
        "第 \(line) 行开始的文字跨了行，是否漏了引号？"), at: place(span))
  }

  /// Notes that a text in quotes ends here, if it goes over several lines.
  mutating func noteText(openedAt span: Span) {
    guard longTextLine == nil else { return }
    let line = source.line(at: span.start)
    if line < source.line(at: scanner.position) { longTextLine = line }
  }

  /// Notes the name of a command whose definition stands behind the `;` at hand, though it is not read now.
  private mutating func noteDefinition() {
    var ahead = self
    ahead.scanner.skipBetweenStatements()
    guard let word = ahead.peekIdentifier(), word.text == Keyword.def.rawValue else { return }
    ahead.scanner.position = word.span.end
    ahead.scanner.skipBlanks()
    if let name = ahead.peekIdentifier() { defined.insert(name.text) }
  }

  /// Steps to the end of a text in quotes, if it ends on this line.
  private mutating func skipQuotes() {
    let quote = scanner.current
    var ahead = scanner
    ahead.advance()
    while ahead.current != Scanner.end, !ahead.stands(at: "\n") {
      if ahead.current == quote {
        scanner = ahead
        return
      }
      ahead.advance()
    }
  }

  /// Whether the next line carries on the statement that this one spoils: `else` or `catch`.
  private var standsBeforeContinuation: Bool {
    var ahead = self
    ahead.scanner.skipBetweenStatements()
    guard let word = ahead.peekIdentifier() else { return false }
    return word.text == Keyword.else.rawValue || word.text == Keyword.catch.rawValue
  }

  /// Checks that a statement ends here.
  private mutating func endOfStatement(_ statement: Statement, inBlock: Bool) throws {
    scanner.skipBlanks()
    switch scanner.current {
    case "\n", ";", "#", Scanner.end: return
    case "}" where inBlock: return
    case "}": throw fault(Localized("no block is open here", "此处没有打开的块"), hint: quoteHint("}"))
    default:
      throw fault(
        Localized("nothing more is expected in this statement", "此语句到此应已结束"), hint: surplusHint(statement))
    }
  }

  /// What to do about something behind a whole statement.
  private func surplusHint(_ statement: Statement) -> Localized {
    switch statement.kind {
    case .declaration(_, let value), .assignment(_, let value), .result(.some(let value)):
      let isShort = value.span.end - value.span.start <= 60
      let text = isShort ? scanner.text(value.span.start, value.span.end) : "…"
      if scanner.stands(at: "|") {
        return Localized("write $(\(text) | …) for what comes out of filters", "取筛选结果请写 $(\(text) | …)")
      }
      if case .field(let name) = value.kind, isCommand(name.text) || defined.contains(name.text) {
        return Localized("write $(\(name.text) …) for what a command gives", "取命令的结果请写 $(\(name.text) …)")
      }
    default: break
    }
    return Localized("end a statement with a new line or ;", "语句以换行或 ; 结束")
  }
}
