import Diagnostics

/// A word that opens a statement of the language itself; no noun may be one of them.
public enum Keyword: String, Sendable, CaseIterable {
  case `let`
  case set
  case `if`
  case `else`
  case `for`
  case `while`
  case `break`
  case `continue`
  case def
  case `return`
  case `try`
  case `catch`
  case assert
  case print
  case include
  case `as`

  /// What stands for `as of` in a Chinese line.
  static let asOfInChinese = "截至"

  /// The keywords by how many bytes they have: the first word of every command is looked for, and comparing it with the
  /// one or two of its length takes less than hashing it.
  private static let byLength: [[(name: String, keyword: Keyword)]] = {
    let names = allCases.map { (name: $0.rawValue, keyword: $0) } + [(name: asOfInChinese, keyword: .as)]
    let longest = names.map(\.name.utf8.count).max() ?? 0
    return (0...longest).map { length in names.filter { $0.name.utf8.count == length } }
  }()

  /// The keyword that a word is.
  static func named(_ word: String) -> Keyword? {
    let length = word.utf8.count
    return length < byLength.count ? byLength[length].first { $0.name == word }?.keyword : nil
  }

  /// How it is written.
  public var form: String {
    switch self {
    case .let: "let NAME = EXPRESSION"
    case .set: "set NAME = EXPRESSION"
    case .if, .else: "if EXPRESSION { … } else if EXPRESSION { … } else { … }"
    case .for: "for NAME in EXPRESSION { … }"
    case .while: "while EXPRESSION { … }"
    case .break: "break"
    case .continue: "continue"
    case .def: "def NAME(PARAMETER, PARAMETER = VALUE) { … }"
    case .return: "return EXPRESSION"
    case .try, .catch: "try { … } catch NAME { … }"
    case .assert: "assert EXPRESSION \"MESSAGE\""
    case .print: "print VALUE…"
    case .include: "include \"FILE\""
    case .as: "as of DATE COMMAND"
    }
  }

  /// What it does, in one sentence.
  public var summary: Localized {
    switch self {
    case .let: Localized("Names a value.", "给一个值命名。")
    case .set: Localized("Gives a name another value.", "让名称改指另一个值。")
    case .if, .else: Localized("Runs a block when a condition holds.", "条件成立时执行一段命令。")
    case .for: Localized("Runs a block for each row, element or number.", "对每一行、每个元素或数字执行一段命令。")
    case .while: Localized("Runs a block as long as a condition holds.", "条件成立期间反复执行一段命令。")
    case .break: Localized("Leaves the innermost loop.", "跳出最内层循环。")
    case .continue: Localized("Goes on with the loop's next round.", "进入循环的下一轮。")
    case .def: Localized("Defines a command of one's own.", "定义自己的命令。")
    case .return: Localized("Ends a defined command, or the script, with a value.", "结束自定义命令或脚本，可带一个值。")
    case .try, .catch:
      Localized(
        "Runs a block; if it fails, its changes are taken back and the other block runs.",
        "执行一段命令；若失败则撤回其改动，改为执行另一段。")
    case .assert: Localized("Stops with an error unless a condition holds.", "条件不成立时报错停止。")
    case .print: Localized("Prints values, separated by blanks.", "输出若干值，以空格分隔。")
    case .include: Localized("Runs the statements of another file here.", "在此处执行另一个文件的语句。")
    case .as:
      Localized("Shows a listing or report as it was at the end of a day (截至 DATE …).", "按某日结束时的情形列出或报告（截至 日期 …）。")
    }
  }
}
