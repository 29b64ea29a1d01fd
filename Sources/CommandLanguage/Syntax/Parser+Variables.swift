import Diagnostics
import Values

extension Parser {
  /// `$name.field`, `${name}` or `$(…)` with what follows it.
  mutating func variable(inQuotes: Bool = false) throws -> Expression {
    let start = scanner.position
    let dollar = here
    scanner.advance()
    if scanner.stands(at: "(") {
      return try members(of: try substitution(from: dollar), inQuotes: inQuotes)
    }
    if scanner.accept("{") {
      let name = try bracedName()
      guard scanner.accept("}") else { throw missing(Localized(same: "}"), hint: braceHint) }
      return try members(
        of: Expression(kind: .variable(name), span: Span(start, scanner.position)), inQuotes: inQuotes)
    }
    let bare = dollarName(inQuotes: inQuotes, hyphens: false)
    let name = Identifier(text: bare.text, span: Span(start, scanner.position))
    return try members(of: Expression(kind: .variable(name), span: name.span), inQuotes: inQuotes)
  }

  /// The name in `${name}` or the number in `${1}`.
  private mutating func bracedName() throws -> Identifier {
    let start = scanner.position
    while Scanner.isNamePart(scanner.current), !scanner.stands(at: "-") { scanner.advance() }
    guard scanner.position > start else { throw missing(Localized("a variable's name", "变量名"), hint: braceHint) }
    return Identifier(text: scanner.foldedText(start, scanner.position), span: Span(start, scanner.position))
  }

  /// `$(…)`: a command if its first word names one and no bracket follows that word directly, else a computation.
  private mutating func substitution(from dollar: Span) throws -> Expression {
    try nested { parser in
      parser.scanner.advance()
      parser.scanner.brackets += 1
      defer { parser.scanner.brackets -= 1 }
      parser.scanner.skipBlanks()
      return try parser.measured { parser in
        let inner = try parser.substituted(from: dollar.start)
        try parser.close(dollar)
        return inner.spanning(Span(dollar.start, parser.scanner.position))
      }
    }
  }

  /// What stands in `$(…)`.
  private mutating func substituted(from start: Int) throws -> Expression {
    let pipeline: Pipeline
    if beginsCommand() {
      pipeline = try self.pipeline()
    } else {
      let inner = try infix(above: 0)
      scanner.skipBlanks()
      guard scanner.stands(at: "|") else { return inner }
      // A computation may be the beginning of a pipeline: `$($rows | count)`.
      pipeline = try rest(of: .expression(inner), from: inner.span.start)
    }
    return try composed(.command(pipeline), Span(start, scanner.position))
  }

  private mutating func beginsCommand() -> Bool {
    guard let word = peekIdentifier() else { return scanner.stands(at: "?") }
    var ahead = scanner
    ahead.position = word.span.end
    if ahead.stands(at: "(") { return false }
    if isCommand(word.text) || defined.contains(word.text) || Keyword.named(word.text) == .as { return true }
    passedOver.insert(word.text)
    return false
  }

  /// `.name` behind a value, as often as it stands there.
  mutating func members(of expression: Expression, inQuotes: Bool = false) throws -> Expression {
    var value = expression
    var count = 0
    while scanner.stands(at: "."), Scanner.isNameStart(scanner.following) {
      if inQuotes, scanner.raw != scanner.current { return value }
      count += 1
      try checkRow(of: count)
      scanner.advance()
      let name = dollarName(inQuotes: inQuotes, hyphens: true)
      value = try composed(.member(value, name), value.span.union(name.span))
    }
    return value
  }

  /// A name behind `$` or behind a dot. One that begins with an ASCII letter ends before the first character that is
  /// none, so that `"$name的电话"` works. In quotes full-width characters mean themselves and end it, too.
  private mutating func dollarName(inQuotes: Bool, hyphens: Bool) -> Identifier {
    let start = scanner.position
    let isASCII = scanner.current < 0x80
    while Scanner.isNamePart(scanner.current) {
      if isASCII, scanner.current >= 0x80 { break }
      if inQuotes, scanner.raw != scanner.current { break }
      if scanner.stands(at: "-"), !hyphens || scanner.standsAtLastHyphen || (isASCII && scanner.following >= 0x80) {
        break
      }
      scanner.advance()
    }
    return Identifier(text: scanner.foldedText(start, scanner.position), span: Span(start, scanner.position))
  }
}
