import Diagnostics
import Values

extension Parser {
  /// A command or a computation, its filters and its file.
  mutating func pipeline() throws -> Pipeline { try pipeline(peekIdentifier()) }

  /// The same, where the name that stands here, if one does, has been looked at.
  mutating func pipeline(_ word: Identifier?) throws -> Pipeline {
    let start = scanner.position
    switch scanner.current {
    case "$", "(", "[", "\"", "'":
      return try rest(of: .expression(try expression()), from: start)
    default:
      if standsAtVariable { return try rest(of: .expression(try expression()), from: start) }
      if let word, word.text == Keyword.print.rawValue {
        scanner.position = word.span.end
        guard endsWord else { throw unexpectedStart(from: start) }
        scanner.skipBlanks()
        return try printPipeline()
      }
      if let word, Keyword.named(word.text) == .as {
        scanner.position = word.span.end
        guard endsWord else { throw unexpectedStart(from: start) }
        scanner.skipBlanks()
        return try pastPipeline(behind: word)
      }
      return try rest(of: .call(try call(word)), from: start)
    }
  }

  /// `as of`, a moment, and what is told as of it; the keyword has been stepped over.
  mutating func pastPipeline(behind keyword: Identifier) throws -> Pipeline {
    if keyword.text == Keyword.as.rawValue {
      let of = peekIdentifier()
      guard let of, of.text == "of" else { throw missing(Localized(same: "of"), hint: formHint(.as)) }
      scanner.position = of.span.end
      scanner.skipBlanks()
    }
    guard !endsCommand else { throw missing(Localized("a date", "日期"), hint: formHint(.as)) }
    let moment = try word()
    scanner.skipBlanks()
    guard !endsCommand else { throw missing(Localized("a command", "命令"), hint: formHint(.as)) }
    let told = try pipeline()
    guard told.moment == nil else {
      throw fault(
        Localized("as of stands once in front of a command", "一条命令前只能写一次 as of（截至）"), hint: formHint(.as), at: told.span
      )
    }
    return Pipeline(
      asOf: moment, told.origin, told.filters, to: told.redirection, at: keyword.span.union(told.span))
  }

  /// `print` with its words; the keyword has been stepped over.
  mutating func printPipeline() throws -> Pipeline {
    let start = scanner.position
    var words: [Word] = []
    while !endsCommand {
      words.append(try word())
      scanner.skipBlanks()
    }
    return try rest(of: .print(words), from: start)
  }

  mutating func rest(of origin: Pipeline.Origin, from start: Int) throws -> Pipeline {
    var filters: [Pipeline.Filter] = []
    scanner.skipBlanks()
    while scanner.stands(at: "|") {
      try checkRow(of: filters.count + 1)
      scanner.advance()
      skipToFilter()
      filters.append(try filter())
      scanner.skipBlanks()
    }
    let redirection = scanner.stands(at: ">") ? try redirection() : nil
    return Pipeline(origin, filters, to: redirection, at: Span(start, scanner.position))
  }

  /// A bar at the end of a line carries the pipeline to the next.
  private mutating func skipToFilter() {
    scanner.skipBlanks()
    while scanner.stands(at: "\n") || scanner.stands(at: "#") {
      if scanner.stands(at: "#") { scanner.skipComment() } else { scanner.advance() }
      scanner.skipBlanks()
    }
  }

  private mutating func filter() throws -> Pipeline.Filter {
    let start = scanner.position
    let name = try identifier(
      Localized("a filter such as where or sort", "筛选器，如 where、sort"),
      hint: Localized("help filters lists them", "输入 help filters 可列出筛选器"))
    scanner.skipBlanks()
    let content: Pipeline.Filter.Content
    switch FilterDeclaration.named(name.text)?.content {
    case .expression: content = .expression(try expression())
    case .block: content = .block(try block())
    default:
      var words: [Word] = []
      while !endsCommand {
        words.append(try word())
        scanner.skipBlanks()
      }
      content = .words(words)
    }
    return Pipeline.Filter(name: name, content: content, span: Span(start, scanner.position))
  }

  private mutating func redirection() throws -> Pipeline.Redirection {
    let start = scanner.position
    scanner.advance()
    let appends = scanner.accept(">")
    scanner.skipBlanks()
    guard !endsCommand else {
      throw missing(Localized("the name of a file", "文件名"), hint: Localized("as in > people.csv", "如 > 居民.csv"))
    }
    let path = try word()
    return Pipeline.Redirection(path: path, appends: appends, span: Span(start, scanner.position))
  }

  /// A command's first word, which has been looked at, and its arguments.
  private mutating func call(_ word: Identifier?) throws -> Call {
    let start = scanner.position
    guard let head = word ?? peekQuestionMark() else { throw unexpectedStart() }
    scanner.position = head.span.end
    guard endsWord else { throw unexpectedStart(from: start) }
    var arguments: [Argument] = []
    arguments.reserveCapacity(8)
    scanner.skipBlanks()
    while !endsCommand {
      arguments.append(try argument())
      scanner.skipBlanks()
    }
    return Call(head: head, arguments: arguments, span: Span(start, arguments.last?.span.end ?? head.span.end))
  }

  /// The one command that is no name: `?`, of either width.
  private func peekQuestionMark() -> Identifier? {
    guard scanner.stands(at: "?") else { return nil }
    var behind = scanner
    behind.advance()
    return identifier(upTo: behind.position)
  }

  private mutating func unexpectedStart(from start: Int? = nil) -> Diagnostic {
    let begin = start ?? scanner.position
    if scanner.stands(at: "}") {
      return fault(Localized("no block is open here", "此处没有打开的块"), hint: quoteHint("}"))
    }
    while !endsWord { scanner.advance() }
    if scanner.position == begin { scanner.advance() }
    let text = scanner.text(begin, min(scanner.position, begin + 40))
    return fault(
      Localized("a command cannot begin with \(text)", "命令不能以 \(text) 开头"),
      hint: text.contains("=")
        ? Localized("write let NAME = … to name a value", "给值命名请写 let 名称 = …")
        : Localized("help lists the commands", "输入 help 可列出全部命令"), at: Span(begin, scanner.position))
  }

  /// A value with or without a name.
  private mutating func argument() throws -> Argument {
    let start = scanner.position
    if scanner.stands(at: "-") || scanner.current == 0x2014, let flag = try flag() { return flag }
    let end = scanner.endOfIdentifier
    guard end > start, let (comparison, behind) = comparison(at: end) else {
      let value = try word()
      return Argument(name: nil, comparison: .equal, value: value, span: value.span)
    }
    let name = identifier(upTo: end)
    scanner.position = behind
    // Directly behind the sign a # is part of the value; behind a blank it opens a comment.
    let isNumberSign = scanner.stands(at: "#")
    if !isNumberSign { scanner.skipBlanks() }
    guard !endsWord, isNumberSign || !scanner.stands(at: "#") else {
      throw missing(
        Localized("a value for \(name.text)", "\(name.text) 的值"),
        hint: Localized(
          "write it behind \(name.text)=, or leave \(name.text) out", "请写在 \(name.text)= 之后，或不写 \(name.text)"))
    }
    let value = try word()
    return Argument(name: name, comparison: comparison, value: value, span: Span(start, value.span.end))
  }

  /// `--name`, short for `name=yes`; a Chinese dash means the same.
  private mutating func flag() throws -> Argument? {
    let start = scanner.position
    var ahead = scanner
    if ahead.current == 0x2014 {
      while ahead.current == 0x2014 { ahead.advance() }
    } else {
      guard ahead.accept("-"), ahead.accept("-") else { return nil }
    }
    let begin = ahead.position
    ahead.skipIdentifier()
    guard ahead.position > begin else { return nil }
    let name = Identifier(text: scanner.foldedText(begin, ahead.position), span: Span(begin, ahead.position))
    let before = scanner
    scanner = ahead
    let span = Span(start, scanner.position)
    if scanner.accept("=") {
      let value = try word()
      return Argument(name: name, comparison: .equal, value: value, span: span.union(value.span))
    }
    guard endsWord else {
      // A word that begins with hyphens, such as `--3.csv`.
      scanner = before
      return nil
    }
    let yes = Word("yes", isQuoted: false, span: span)
    return Argument(name: name, comparison: .equal, value: yes, span: span)
  }

  /// The operator that stands behind a name, and where it ends. Blanks around it are forgiven, but not around a lone
  /// `<` or `>`: after a blank `>` leads to a file.
  private func comparison(at end: Int) -> (ComparisonOperator, end: Int)? {
    var ahead = scanner
    ahead.position = end
    // Nearly always it is a plain sign directly behind the name.
    if ahead.stands(at: "="), ahead.following != UInt32(UInt8(ascii: "=")) {
      ahead.advance()
      return (.equal, ahead.position)
    }
    ahead.skipBlanks()
    let isDirect = ahead.position == end
    let found: ComparisonOperator
    switch (ahead.current, ahead.following) {
    case ("!", "="): found = .notEqual
    case (">", "="): found = .greaterOrEqual
    case ("<", "="): found = .lessOrEqual
    case ("=", "="): found = .equal
    case ("=", _): found = .equal
    case ("~", _): found = .contains
    case (">", let next) where isDirect && next != UInt32(UInt8(ascii: ">")): found = .greater
    case ("<", _) where isDirect: found = .less
    default: return nil
    }
    ahead.advance()
    if found.rawValue.utf8.count == 2, !(found == .equal && !ahead.stands(at: "=")) { ahead.advance() }
    return (found, ahead.position)
  }

  /// Whether the scalar at hand cannot belong to a word.
  var endsWord: Bool {
    switch scanner.current {
    case " ", "\t", "\r", "\n", 0xA0, ";", "|", "}", ")", "]", "{", Scanner.end: true
    case "\\":
      scanner.following == UInt32(UInt8(ascii: "\n")) || scanner.following == UInt32(UInt8(ascii: "\r"))
    default: false
    }
  }

  /// Whether a command ends here; blanks have been stepped over.
  var endsCommand: Bool {
    switch scanner.current {
    case "\n", ";", "|", "}", ")", "#", ">", Scanner.end: true
    default: false
    }
  }
}

/// Lets a pair of scalars be matched with character literals.
private func ~= (pattern: (Unicode.Scalar, Unicode.Scalar), value: (UInt32, UInt32)) -> Bool {
  pattern.0.value == value.0 && pattern.1.value == value.1
}
