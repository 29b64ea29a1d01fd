/// A grammar in EBNF, as docs/language.md writes it.
package struct Grammar {
  /// What may stand on the right of a rule. Each choice has a number, so that it can be told which were made.
  package indirect enum Part {
    case text(String)
    case range(ClosedRange<UInt32>)
    case rule(String)
    case sequence([Part])
    case choice(Int, [Part])
    case optional(Int, Part)
    case repeated(Int, Part)
    case except(Part, [String])
  }

  /// A rule: what it stands for, and whether blanks stand between its parts.
  package struct Rule {
    package let name: String
    package let part: Part
    package let isSpaced: Bool
    /// The numbers of its choices.
    package let choices: Range<Int>
  }

  package private(set) var rules: [Rule] = []
  /// How many choices, options and repetitions there are, and how many ways each of them has.
  package private(set) var ways: [Int] = []

  /// The rule of a name.
  package subscript(name: String) -> Rule? { rules.first { $0.name == name } }

  /// Reads a grammar.
  package init(_ text: String) throws {
    var tokens = try Grammar.tokens(of: text)[...]
    while let name = tokens.popFirst() {
      let sign = tokens.popFirst()
      guard sign == "=" || sign == ":=" else { throw Fault(text: "no rule is made by \(name)") }
      let first = ways.count
      let part = try choice(&tokens)
      guard tokens.popFirst() == ";" else { throw Fault(text: "\(name) has no end") }
      rules.append(Rule(name: name, part: part, isSpaced: sign == "=", choices: first..<ways.count))
    }
  }

  /// What is wrong with a grammar.
  package struct Fault: Error { let text: String }

  private mutating func number(ways count: Int) -> Int {
    ways.append(count)
    return ways.count - 1
  }

  private mutating func choice(_ tokens: inout ArraySlice<String>) throws -> Part {
    var parts = [try sequence(&tokens)]
    while tokens.first == "|" {
      tokens.removeFirst()
      parts.append(try sequence(&tokens))
    }
    return parts.count == 1 ? parts[0] : .choice(number(ways: parts.count), parts)
  }

  private mutating func sequence(_ tokens: inout ArraySlice<String>) throws -> Part {
    var parts: [Part] = []
    while let token = tokens.first, !["|", ";", ")", "]", "}", "-"].contains(token) {
      parts.append(try part(&tokens))
    }
    guard tokens.first == "-" else { return .sequence(parts) }
    tokens.removeFirst()
    // The words that are excluded are no way to go.
    let before = ways
    guard case .choice(_, let words) = try part(&tokens) else { throw Fault(text: "a choice is excluded") }
    ways = before
    return .except(
      .sequence(parts),
      words.compactMap { word in
        if case .sequence(let parts) = word, case .text(let text)? = parts.first { return text }
        return nil
      })
  }

  private mutating func part(_ tokens: inout ArraySlice<String>) throws -> Part {
    let token = tokens.removeFirst()
    switch token.first {
    case "(":
      defer { tokens.removeFirst() }
      return try choice(&tokens)
    case "[":
      defer { tokens.removeFirst() }
      return .optional(number(ways: 2), try choice(&tokens))
    case "{":
      defer { tokens.removeFirst() }
      return .repeated(number(ways: 2), try choice(&tokens))
    case "?": return .text("\n")
    case "\"", "'":
      let text = String(token.dropFirst().dropLast())
      guard tokens.first == ".." else { return .text(text) }
      tokens.removeFirst()
      let last = tokens.removeFirst().dropFirst().unicodeScalars.first
      guard let first = text.unicodeScalars.first, let last else { throw Fault(text: "\(token)..") }
      return .range(first.value...last.value)
    default: return .rule(token)
    }
  }

  private static func tokens(of text: String) throws -> [String] {
    var tokens: [String] = []
    var rest = Substring(text)
    while let first = rest.first {
      switch first {
      case " ", "\n": rest.removeFirst()
      case "\"", "'", "?":
        guard let end = rest.dropFirst().firstIndex(of: first) else { throw Fault(text: "open quotes: \(rest)") }
        tokens.append(String(rest[...end]))
        rest = rest[rest.index(after: end)...]
      case _ where first.isLetter:
        let name = rest.prefix { $0.isLetter }
        tokens.append(String(name))
        rest = rest.dropFirst(name.count)
      default:
        let sign = [":=", ".."].first { rest.hasPrefix($0) } ?? String(first)
        tokens.append(sign)
        rest = rest.dropFirst(sign.count)
      }
    }
    return tokens
  }
}
