import Values

extension SyntaxFormatter {
  /// A word as it stands in a command.
  func text(_ word: Word) -> String {
    if case .list(let words)? = word.fragments.first {
      return "[" + words.map(text).joined(separator: ", ") + "]"
    }
    return word.isQuoted ? quoted(word) : joined(word.fragments) { $0 }
  }

  /// A text in double quotes.
  func quoted(_ word: Word) -> String {
    return "\"" + joined(word.fragments) { $0.escapedForQuotes } + "\""
  }

  /// Fragments one behind the other, so that none is read as part of the one before it.
  private func joined(_ fragments: [Word.Fragment], _ write: (String) -> String) -> String {
    var text = ""
    for (index, fragment) in fragments.enumerated() {
      switch fragment {
      case .text(let plain):
        // Only quotes can hold a dot and a name behind a variable that are not its field.
        let isField =
          index > 0 && plain.hasPrefix(".") && plain.unicodeScalars.dropFirst().first.map(isNameStart) == true
        text += isField ? "\\u{2E}" + write(String(plain.dropFirst())) : write(plain)
      case .expression(let expression):
        var following = ""
        if index + 1 < fragments.count, case .text(let next) = fragments[index + 1] { following = next }
        text += substitution(expression, before: following)
      case .list(let words): text += self.text(Word([.list(words)], isQuoted: false, span: .init(0, 0)))
      }
    }
    return text
  }

  private func isNameStart(_ scalar: Unicode.Scalar) -> Bool { Scanner.isNameStart(FullWidth.fold(scalar).value) }

  /// An expression behind `$`, in a word or as a value of its own.
  ///
  /// - Parameter following: the text behind it, which must not be read as part of a name.
  func substitution(_ expression: Expression, before following: String) -> String {
    switch expression.kind {
    case .variable(let name): return dollar(name.text, before: following)
    case .command(let pipeline): return "$(" + text(pipeline, inBrackets: true) + ")"
    case .member(let value, let name):
      if let whole = memberChain(value, name.text, before: following) { return whole }
    default: break
    }
    return "$(" + inner(expression) + ")"
  }

  /// `$name.a.b`, if the names can stand like that.
  private func memberChain(_ value: Expression, _ name: String, before following: String) -> String? {
    guard !extends(name, following, hyphens: true), isDollarName(name, hyphens: true) else { return nil }
    switch value.kind {
    case .variable(let variable): return dollar(variable.text, before: ".") + "." + name
    case .command(let pipeline): return "$(" + text(pipeline, inBrackets: true) + ")." + name
    case .member(let inner, let outer): return memberChain(inner, outer.text, before: ".").map { $0 + "." + name }
    default: return nil
    }
  }

  private func dollar(_ name: String, before following: String) -> String {
    isDollarName(name, hyphens: false) && !extends(name, following, hyphens: false) ? "$\(name)" : "${\(name)}"
  }

  /// Whether a name is read whole behind `$` or a dot: one that begins with an ASCII letter holds nothing else.
  private func isDollarName(_ name: String, hyphens: Bool) -> Bool {
    let scalars = name.unicodeScalars
    guard let first = scalars.first else { return false }
    return (first.value >= 0x80 || scalars.allSatisfy { $0.value < 0x80 }) && (hyphens || !scalars.contains("-"))
  }

  /// Whether the text behind a name would be read as part of it.
  private func extends(_ name: String, _ following: String, hyphens: Bool) -> Bool {
    let next = following.unicodeScalars.prefix(2).map { FullWidth.fold($0).value }
    guard let first = name.unicodeScalars.first, var end = next.first else { return false }
    if end == UInt32(UInt8(ascii: "-")) {
      guard hyphens, next.count == 2, next[1] != end else { return false }
      end = next[1]
    }
    return Scanner.isNamePart(end) && (first.value >= 0x80 || end < 0x80)
  }
}
