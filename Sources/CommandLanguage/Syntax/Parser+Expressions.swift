import Diagnostics
import Values

extension Parser {
  /// A computation.
  mutating func expression() throws -> Expression {
    try nested { try $0.infix(above: 0) }
  }

  mutating func infix(above precedence: Int) throws -> Expression {
    var left = try prefix()
    var count = 0
    while let (symbol, end) = try infixOperator(), symbol.precedence > precedence {
      count += 1
      try checkRow(of: count)
      scanner.position = end
      let right = try nested { try $0.infix(above: symbol.precedence) }
      left = try composed(.infix(left, symbol, right), left.span.union(right.span))
    }
    return left
  }

  /// The operator that stands here and where it ends; the scanner stays before it.
  private mutating func infixOperator() throws -> (InfixOperator, Int)? {
    scanner.skipBlanks()
    var ahead = scanner
    let (first, second) = (scanner.current, scanner.following)
    ahead.advance()
    let one = ahead.position
    ahead.advance()
    let two = ahead.position
    switch first {
    case "=":
      guard second == UInt32(UInt8(ascii: "=")) else {
        throw fault(
          Localized("= names a value; it does not compare", "= 用于命名，不用于比较"),
          hint: Localized("compare with ==", "比较请用 =="))
      }
      return (.comparison(.equal), two)
    case "!" where second == UInt32(UInt8(ascii: "=")): return (.comparison(.notEqual), two)
    case "<": return second == UInt32(UInt8(ascii: "=")) ? (.comparison(.lessOrEqual), two) : (.comparison(.less), one)
    case ">":
      return second == UInt32(UInt8(ascii: "=")) ? (.comparison(.greaterOrEqual), two) : (.comparison(.greater), one)
    case "~": return (.comparison(.contains), one)
    case "*": return (.arithmetic(.multiply), one)
    case "%": return (.arithmetic(.remainder), one)
    case "." where second == UInt32(UInt8(ascii: ".")): return (.range, two)
    case "+", "-", "/": return try spacedOperator(first, end: one)
    default: break
    }
    guard let word = peekIdentifier() else { return nil }
    switch word.text {
    case "and": return (.and, word.span.end)
    case "or": return (.or, word.span.end)
    case "in": return (.element, word.span.end)
    default: return nil
    }
  }

  /// `+`, `-` and `/` also stand inside dates and names, so as operators they want blanks.
  private func spacedOperator(_ character: UInt32, end: Int) throws -> (InfixOperator, Int) {
    guard let scalar = Unicode.Scalar(character), let symbol = ArithmeticOperator(rawValue: String(scalar)) else {
      preconditionFailure("asked for + - / only")
    }
    var ahead = scanner
    ahead.position = end
    switch ahead.current {
    case " ", "\t", "\n", "\r", 0xA0, "$", "(", "\\": return (.arithmetic(symbol), end)
    case ")", "]", "}", ";", Scanner.end:
      throw fault(Localized("a value is missing behind \(scalar)", "\(scalar) 之后缺少值"), hint: valueHint)
    default:
      throw fault(
        Localized("\(scalar) wants a blank on both sides", "\(scalar) 两侧须有空格"),
        hint: Localized("write a \(scalar) b; a name may hold \(scalar)", "请写 a \(scalar) b；名称中也会出现 \(scalar)"))
    }
  }

  private mutating func prefix() throws -> Expression {
    scanner.skipBlanks()
    let start = scanner.position
    if let word = peekIdentifier(), word.text == "not" {
      scanner.position = word.span.end
      let operand = try nested { try $0.infix(above: 3) }
      return try composed(.prefix(.not, operand), Span(start, operand.span.end))
    }
    let next = scanner.following
    if scanner.stands(at: "-"), next == UInt32(UInt8(ascii: "$")) || next == UInt32(UInt8(ascii: "(")) {
      scanner.advance()
      let operand = try nested { try $0.prefix() }
      return try composed(.prefix(.minus, operand), Span(start, operand.span.end))
    }
    return try members(of: try primary())
  }

  private mutating func primary() throws -> Expression {
    let start = scanner.position
    switch scanner.current {
    case "\"", "'":
      return try measured { parser in
        let word = try parser.quotedText()
        return try parser.composed(.text(word), word.span)
      }
    case "(": return try parenthesised()
    case "[": return try list()
    case "{":
      throw fault(Localized("expected a value", "此处应为值"), hint: quoteHint("{"))
    default: break
    }
    if standsAtVariable { return try variable() }
    if let name = peekIdentifier(), !looksLikeLiteral(from: start) {
      scanner.position = name.span.end
      if scanner.stands(at: "(") {
        return try composed(.call(name, try callArguments()), Span(start, scanner.position))
      }
      switch name.text {
      case "yes": return Expression(kind: .literal(.yesNo(true)), span: name.span)
      case "no": return Expression(kind: .literal(.yesNo(false)), span: name.span)
      case "none": return Expression(kind: .literal(.none), span: name.span)
      default: return Expression(kind: .field(name), span: name.span)
      }
    }
    return try literal()
  }

  /// A number, date or amount; what it is shows in its looks.
  private mutating func literal() throws -> Expression {
    let start = scanner.position
    skipLiteral()
    guard scanner.position > start else { throw missing(Localized("a value", "值"), hint: valueHint) }
    let span = Span(start, scanner.position)
    guard let value = Value.literal(scanner.foldedText(start, scanner.position)) else {
      let text = scanner.text(start, min(scanner.position, start + 40))
      if source.bytes[start..<scanner.position].allSatisfy({ 0x30...0x39 ~= $0 }) {
        throw fault(
          Localized("the number is too large", "数字过大"),
          hint: Localized("whole numbers go up to \(Int.max)", "整数最大为 \(Int.max)"), at: span)
      }
      throw fault(
        Localized("\(text) is no number, date, amount or name", "\(text) 不是数字、日期、金额或名称"),
        hint: Localized("put text in quotes", "文字请加引号"), at: span)
    }
    return Expression(kind: .literal(value), span: span)
  }

  private mutating func skipLiteral() {
    while !endsWord {
      switch scanner.current {
      case "\"", "'", "(", "[", "$", ",", "<", ">", "=", "!", "~", "*", "%": return
      case "." where scanner.following == UInt32(UInt8(ascii: ".")): return
      default: scanner.advance()
      }
    }
  }

  /// Whether a word that could be a name is rather a date or amount in Chinese, such as `二百元`.
  private func looksLikeLiteral(from start: Int) -> Bool {
    guard scanner.current >= 0x80 else { return false }
    var ahead = self
    ahead.skipLiteral()
    return Value.literal(scanner.foldedText(start, ahead.scanner.position)) != nil
  }

  private mutating func parenthesised() throws -> Expression {
    try nested { parser in
      let opening = parser.here
      parser.scanner.advance()
      parser.scanner.brackets += 1
      defer { parser.scanner.brackets -= 1 }
      let inner = try parser.infix(above: 0)
      try parser.close(opening)
      return inner.spanning(Span(opening.start, parser.scanner.position))
    }
  }

  mutating func close(_ opening: Span) throws {
    scanner.skipBlanks()
    if scanner.accept(")") { return }
    guard scanner.current != Scanner.end else {
      throw unfinished(Localized("this bracket is never closed", "这个括号没有闭合"), openedAt: opening)
    }
    throw missing(Localized(same: ")"), hint: openHint(opening))
  }

  private mutating func list() throws -> Expression {
    let start = scanner.position
    let elements = try commaSeparated(closing: "]")
    return try composed(.list(elements), Span(start, scanner.position))
  }

  private mutating func callArguments() throws -> [Expression] { try commaSeparated(closing: ")") }

  private mutating func commaSeparated(closing: Unicode.Scalar) throws -> [Expression] {
    try nested { parser in
      let opening = parser.here
      parser.scanner.advance()
      parser.scanner.brackets += 1
      defer { parser.scanner.brackets -= 1 }
      var elements: [Expression] = []
      while true {
        parser.scanner.skipBlanks()
        if parser.scanner.accept(closing) { return elements }
        guard parser.scanner.current != Scanner.end else {
          throw parser.unfinished(Localized("this bracket is never closed", "这个括号没有闭合"), openedAt: opening)
        }
        elements.append(try parser.infix(above: 0))
        parser.scanner.skipBlanks()
        if !parser.acceptComma(), !parser.scanner.stands(at: closing), parser.scanner.current != Scanner.end {
          throw parser.missing(
            Localized(", or \(closing)", ", 或 \(closing)"), hint: parser.openHint(opening) ?? parser.commaHint)
        }
      }
    }
  }
}
