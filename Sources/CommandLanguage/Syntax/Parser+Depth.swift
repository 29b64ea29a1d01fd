import Diagnostics

/// How deep a text may go: whoever reads, checks, writes or runs its tree goes down step by step, and the machine has
/// room for so many.
extension Parser {
  /// How deep blocks, brackets and substitutions may stand inside each other.
  static let maximumDepth = 100
  /// How many operators, fields or filters may stand in a row.
  static let maximumRow = 100
  /// How many computations may stand above each other: those of a row do.
  static let maximumHeight = 250

  /// Runs `body` one level deeper.
  mutating func nested<Result>(_ body: (inout Parser) throws -> Result) throws -> Result {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Parser.maximumDepth else {
      throw tooDeep(
        Localized(
          "more than \(Parser.maximumDepth) brackets or blocks are open here",
          "此处打开的括号或块超过 \(Parser.maximumDepth) 层"))
    }
    return try body(&self)
  }

  /// Makes sure that not too many parts stand in a row.
  func checkRow(of count: Int) throws {
    guard count > Parser.maximumRow else { return }
    throw tooDeep(
      Localized(
        "more than \(Parser.maximumRow) operators, fields or filters stand in a row",
        "连续的运算符、字段或筛选器超过 \(Parser.maximumRow) 个"))
  }

  /// Reads a part whose computations are counted by themselves.
  mutating func measured<Result>(_ body: (inout Parser) throws -> Result) rethrows -> Result {
    let outer = tallest
    tallest = 0
    defer { tallest = max(outer, tallest) }
    return try body(&self)
  }

  /// A computation made of others; those inside a text or a command are the ones that were measured.
  mutating func composed(_ kind: Expression.Kind, _ span: Span) throws -> Expression {
    let inner =
      switch kind {
      case .literal, .variable, .field: 0
      case .text, .command: tallest
      case .member(let value, _), .prefix(_, let value): value.height
      case .infix(let left, _, let right): max(left.height, right.height)
      case .call(_, let parts), .list(let parts): parts.map(\.height).max() ?? 0
      }
    guard inner < Parser.maximumHeight else {
      throw tooDeep(
        Localized(
          "more than \(Parser.maximumHeight) computations stand above each other here",
          "此处的计算相互嵌套超过 \(Parser.maximumHeight) 层"))
    }
    tallest = max(tallest, inner + 1)
    return Expression(kind: kind, span: span, height: inner + 1)
  }

  private func tooDeep(_ message: Localized) -> Diagnostic {
    Diagnostic(
      .nesting, message, hint: Localized("give inner parts names with let or def", "请用 let 或 def 给内层部分命名"),
      at: place(here))
  }
}
