import Diagnostics
import Values

extension Parser {
  /// A value as it is written in a command. Inside a list a comma ends it.
  mutating func word(inList: Bool = false) throws -> Word {
    let start = scanner.position
    // Most words are plain text up to a blank.
    scanner.skipPlain()
    if scanner.position > start, endsWord {
      return Word(scanner.text(start, scanner.position), isQuoted: false, span: Span(start, scanner.position))
    }
    scanner.position = start
    var fragments: [Word.Fragment] = []
    var isQuoted = false
    while true {
      switch scanner.current {
      case "\"":
        isQuoted = true
        fragments += try quoted()
      case "'":
        isQuoted = true
        fragments.append(.text(try literalQuoted()))
      case "[" where fragments.isEmpty:
        let words = try listOfWords()
        guard endsWord || (inList && scanner.stands(at: ",")) else {
          throw fault(
            Localized("a list stands by itself", "列表须单独成词"),
            hint: Localized("put a blank behind ]", "请在 ] 后加空格"))
        }
        return Word([.list(words)], isQuoted: false, span: Span(start, scanner.position))
      case "(", "[", "{":
        let character = scanner.foldedText(here.start, here.end)
        throw fault(
          Localized("\(character) cannot stand in a bare word", "未加引号的词中不能有 \(character)"),
          hint: Localized("put the whole word in quotes", "请将整个词放在引号里"))
      case "," where inList: return try finish(fragments, isQuoted, from: start)
      default:
        if standsAtVariable {
          fragments.append(.expression(try variable()))
        } else if endsWord {
          return try finish(fragments, isQuoted, from: start)
        } else {
          fragments.append(.text(bareText(inList: inList)))
        }
      }
    }
  }

  private mutating func finish(_ fragments: [Word.Fragment], _ isQuoted: Bool, from start: Int) throws -> Word {
    guard !fragments.isEmpty else { throw missing(Localized("a value", "值")) }
    return Word(
      Parser.joined(fragments), isQuoted: isQuoted, span: Span(start, scanner.position))
  }

  /// Fragments with neighbouring texts made one, so that `"3"栋` is the text `3栋`.
  private static func joined(_ fragments: [Word.Fragment]) -> [Word.Fragment] {
    var joined: [Word.Fragment] = []
    for fragment in fragments {
      guard case .text(let text) = fragment else {
        joined.append(fragment)
        continue
      }
      if case .text(let before) = joined.last {
        joined[joined.count - 1] = .text(before + text)
      } else if !text.isEmpty {
        joined.append(fragment)
      }
    }
    return joined.isEmpty ? [.text("")] : joined
  }

  /// One text in quotes, and nothing that stands behind it.
  mutating func quotedText() throws -> Word {
    let start = scanner.position
    let fragments = scanner.stands(at: "'") ? [.text(try literalQuoted())] : try quoted()
    return Word(Parser.joined(fragments), isQuoted: true, span: Span(start, scanner.position))
  }

  /// Text outside quotes, as written: what is folded is only what the language itself reads.
  private mutating func bareText(inList: Bool) -> String {
    let start = scanner.position
    while !endsWord {
      switch scanner.current {
      case "\"", "'", "(", "[": return scanner.text(start, scanner.position)
      case "," where inList: return scanner.text(start, scanner.position)
      default:
        if scanner.position > start, standsAtVariable { return scanner.text(start, scanner.position) }
        scanner.advance()
      }
    }
    return scanner.text(start, scanner.position)
  }

  /// Whether a variable or a substitution begins here. `￥` before a letter or a bracket is the `$` of a keyboard that
  /// types Chinese; before a digit it is money.
  var standsAtVariable: Bool {
    let next = scanner.following
    switch scanner.current {
    case "$":
      return next == UInt32(UInt8(ascii: "(")) || next == UInt32(UInt8(ascii: "{"))
        || (Scanner.isNamePart(next) && next != UInt32(UInt8(ascii: "-")))
    case 0xA5, 0xFFE5:
      return next == UInt32(UInt8(ascii: "(")) || next == UInt32(UInt8(ascii: "{"))
        || (next < 0x80 && Scanner.isNameStart(next))
    default: return false
    }
  }

  /// Whether a variable or a substitution begins here inside quotes, where full-width characters mean themselves.
  private var standsAtQuotedVariable: Bool {
    guard scanner.raw == UInt32(UInt8(ascii: "$")), standsAtVariable else { return false }
    var ahead = scanner
    ahead.advance()
    return ahead.raw == ahead.current
  }

  /// Text in double quotes, with variables, substitutions and escapes.
  private mutating func quoted() throws -> [Word.Fragment] {
    let opening = here
    // Quotes of a Chinese keyboard may be closed by their partner; plain ones are closed by plain ones.
    let isPlain = scanner.decode(at: scanner.position) == UInt32(UInt8(ascii: "\""))
    scanner.advance()
    var fragments: [Word.Fragment] = []
    var text = String.UnicodeScalarView()
    func flush() {
      if !text.isEmpty || fragments.isEmpty { fragments.append(.text(String(text))) }
      text = String.UnicodeScalarView()
    }
    while true {
      guard scanner.current != Scanner.end else {
        throw unclosedText(openedAt: opening)
      }
      let raw = scanner.decode(at: scanner.position)
      if raw == UInt32(UInt8(ascii: "\"")) || (!isPlain && (raw == 0x201C || raw == 0x201D)) {
        scanner.advance()
        noteText(openedAt: opening)
        if !text.isEmpty || fragments.isEmpty { flush() }
        return fragments
      }
      if raw == UInt32(UInt8(ascii: "\\")) {
        text.append(try escape())
      } else if standsAtQuotedVariable {
        if !text.isEmpty { flush() }
        fragments.append(.expression(try variable(inQuotes: true)))
      } else {
        text.append(Unicode.Scalar(raw) ?? "\u{FFFD}")
        scanner.advance()
      }
    }
  }

  /// Text in single quotes: nothing in it means anything.
  private mutating func literalQuoted() throws -> String {
    let opening = here
    let isPlain = scanner.decode(at: scanner.position) == UInt32(UInt8(ascii: "'"))
    scanner.advance()
    let start = scanner.position
    while scanner.current != Scanner.end {
      let raw = scanner.decode(at: scanner.position)
      if raw == UInt32(UInt8(ascii: "'")) || (!isPlain && (raw == 0x2018 || raw == 0x2019)) {
        let text = scanner.text(start, scanner.position)
        scanner.advance()
        noteText(openedAt: opening)
        return text
      }
      scanner.advance()
    }
    throw unclosedText(openedAt: opening)
  }

  private mutating func escape() throws -> Unicode.Scalar {
    let start = scanner.position
    scanner.advance()
    let character = scanner.current
    scanner.advance()
    switch character {
    case "n": return "\n"
    case "t": return "\t"
    case "\"": return "\""
    case "\\": return "\\"
    case "$": return "$"
    case "u":
      if scanner.accept("{") {
        let digits = scanner.position
        while scanner.current != Scanner.end, !scanner.stands(at: "}"), scanner.position < digits + 8 {
          scanner.advance()
        }
        let number = UInt32(scanner.text(digits, scanner.position), radix: 16)
        if scanner.accept("}"), let number, let scalar = Unicode.Scalar(number), number != 0 { return scalar }
      }
    default: break
    }
    throw fault(
      Localized("this escape is unknown", "无法识别的转义"),
      hint: Localized(
        #"known are \n \t \" \\ \$ \u{…}; write \\ for a backslash"#, #"可用 \n \t \" \\ \$ \u{…}；反斜杠写作 \\"#),
      at: Span(start, scanner.position))
  }

  private mutating func listOfWords() throws -> [Word] {
    try nested { parser in
      let opening = parser.here
      parser.scanner.advance()
      parser.scanner.brackets += 1
      defer { parser.scanner.brackets -= 1 }
      var words: [Word] = []
      while true {
        parser.scanner.skipBlanks()
        if parser.scanner.accept("]") { return words }
        guard parser.scanner.current != Scanner.end else {
          throw parser.unfinished(Localized("this list is never closed", "这个列表没有闭合"), openedAt: opening)
        }
        words.append(try parser.word(inList: true))
        parser.scanner.skipBlanks()
        if !parser.acceptComma(), !parser.scanner.stands(at: "]"), parser.scanner.current != Scanner.end {
          throw parser.missing(Localized(", or ]", ", 或 ]"), hint: parser.openHint(opening) ?? parser.commaHint)
        }
      }
    }
  }

  /// Steps over a comma, also a Chinese one.
  mutating func acceptComma() -> Bool { scanner.accept(",") }
}
