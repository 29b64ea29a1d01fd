import Values

extension SyntaxFormatter {
  /// An expression where one is expected.
  func text(_ expression: Expression) -> String {
    switch expression.kind {
    case .literal(let value): return value.literalText
    case .text(let word): return quoted(word)
    case .variable, .command: return substitution(expression, before: "")
    case .field(let name): return name.text
    case .member(let value, let name): return "\(owner(value)).\(name.text)"
    case .call(let name, let arguments): return "\(name.text)(\(arguments.map(text).joined(separator: ", ")))"
    case .list(let elements): return "[\(elements.map(text).joined(separator: ", "))]"
    case .prefix(.not, let operand): return "not " + negated(operand)
    case .prefix(.minus, let operand):
      let text = owner(operand)
      return text.hasPrefix("$") || text.hasPrefix("(") ? "-" + text : "-(\(text))"
    case .infix(let left, let symbol, let right):
      let blank = symbol == .range ? "" : " "
      return operandText(left, of: symbol, isRight: false) + blank + symbol.text + blank
        + operandText(right, of: symbol, isRight: true)
    }
  }

  /// An expression inside `$( )`: in brackets if its first word would be read as a command.
  func inner(_ expression: Expression) -> String {
    let text = text(expression)
    let word = text.unicodeScalars.prefix { Scanner.isNamePart($0.value) }
    guard let first = word.first, Scanner.isNameStart(first.value), !text.dropFirst(word.count).hasPrefix("("),
      isCommand(String(word))
    else { return text }
    return "(\(text))"
  }

  /// An expression that stands by itself as a statement: in brackets unless its first character shows what it is.
  func standing(_ expression: Expression) -> String {
    let text = text(expression)
    return "$([\"".contains(text.prefix(1)) ? text : "(\(text))"
  }

  /// How tightly `not` binds: tighter than `and`, looser than a comparison.
  private static let negation = 3

  /// An operand, in brackets if it would be torn apart. Operators of one precedence are read from the left.
  private func operandText(_ operand: Expression, of symbol: InfixOperator, isRight: Bool) -> String {
    let text = text(operand)
    switch operand.kind {
    case .infix(_, let inner, _):
      let isTight = inner.precedence > symbol.precedence || (!isRight && inner.precedence == symbol.precedence)
      return isTight ? text : "(\(text))"
    case .prefix(.not, _): return symbol.precedence > Self.negation ? "(\(text))" : text
    default: return text
    }
  }

  /// What `not` stands before.
  private func negated(_ operand: Expression) -> String {
    guard case .infix(_, let symbol, _) = operand.kind, symbol.precedence <= Self.negation else { return text(operand) }
    return "(\(text(operand)))"
  }

  /// What a field or a minus stands at, in brackets if that is needed.
  private func owner(_ value: Expression) -> String {
    let text = text(value)
    switch value.kind {
    case .infix, .prefix, .literal: return "(\(text))"
    default: return text
    }
  }
}

extension InfixOperator {
  /// How it is written.
  fileprivate var text: String {
    switch self {
    case .or: "or"
    case .and: "and"
    case .comparison(let comparison): comparison.rawValue
    case .element: "in"
    case .range: ".."
    case .arithmetic(let arithmetic): arithmetic.rawValue
    }
  }
}

extension Value {
  /// The value as an expression writes it.
  fileprivate var literalText: String {
    switch self {
    case .none: "none"
    case .money(let money): money.exchangeText + "元"
    case .date(let date) where date.precision != .day: date.displayText(in: .chinese)
    case .period(let period): period.literalText
    case .moment(let moment): moment.exchangeText.replacing(" ", with: "T")
    case .decimal: exchangeText.contains(".") ? exchangeText : exchangeText + ".0"
    default: exchangeText
    }
  }
}

extension Period {
  /// A period that an expression writes has one unit, and at most six digits.
  fileprivate var literalText: String {
    if months > 999_999 { return "\(months / 12)y" }
    if days > 999_999 { return "\(days / 7)w" }
    return minutes > 999_999 ? "\(minutes / 60)h" : exchangeText
  }
}
