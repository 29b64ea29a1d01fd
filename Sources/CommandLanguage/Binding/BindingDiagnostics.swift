import Diagnostics

extension DiagnosticCode {
  /// No command begins with this word.
  public static let unknownCommand = DiagnosticCode(
    "E-UNKNOWN-COMMAND", "There is no such command.", "没有这个命令。",
    mend: Localized(
      "help lists the nouns, help NOUN its verbs. A command is a noun, a verb and values.",
      "help 列出名词，help 名词 列出动作。命令由名词、动作和值组成。"),
    example: .lines("residnet list", "居名 列出"))
  /// The command takes no parameter of this name.
  public static let unknownParameter = DiagnosticCode(
    "E-UNKNOWN-PARAMETER", "The command takes no value of this name.", "该命令没有这个参数。",
    mend: Localized("help NOUN VERB lists what the command takes.", "help 名词 动作 列出该命令的参数。"),
    example: .lines("resident list biulding=3栋", "居民 列出 楼冻=3栋"))
  /// The rows have no field of this name.
  public static let unknownField = DiagnosticCode(
    "E-UNKNOWN-FIELD", "There is no field of this name here.", "此处没有这个字段。",
    mend: Localized(
      "Show one row to see its fields: resident list | first. A variable is written with $, a text in quotes.",
      "可显示一行查看有哪些字段：居民 列出 | 前。变量前写 $，文字加引号。"),
    example: .lines("resident list | sort nmae", "居民 列出 | 排序 性名"))
  /// No variable has this name.
  public static let unknownVariable = DiagnosticCode(
    "E-UNKNOWN-VARIABLE", "No variable of this name has a value here.", "此处没有这个变量。",
    mend: Localized(
      "Give it a value first: let goal = 20000. What let names inside { } is known only there.",
      "请先赋值：let 目标 = 20000。大括号里用 let 命名的只在其中有效。"),
    example: .lines("let goal = 20000\nprint $gaol", "let 目标 = 20000\nprint $木标"))
  /// No function has this name.
  public static let unknownFunction = DiagnosticCode(
    "E-UNKNOWN-FUNCTION", "There is no such function.", "没有这个函数。",
    mend: Localized("help functions lists them.", "help functions 列出全部函数。"),
    example: .lines("print $(ronud(2.5))", "print $(长渡(\"胡建国\"))"))
  /// No filter has this name.
  public static let unknownFilter = DiagnosticCode(
    "E-UNKNOWN-FILTER", "There is no such filter.", "没有这个筛选器。",
    mend: Localized(
      "help filters lists what may stand behind a bar. A command stands first in its line only.",
      "help filters 列出竖线之后可用的筛选器。命令只能写在开头。"),
    example: .lines("resident list | wehre party", "居民 列出 | 筛先 党员"))
  /// A command is given too many values, too few, or one twice.
  public static let arguments = DiagnosticCode(
    "E-ARGUMENTS", "The command is given too many values, too few, or one of them twice.", "命令的参数多余、不足或重复。",
    mend: Localized(
      "help NOUN VERB shows the form: what stands in brackets may be left out. A value with blanks wants quotes.",
      "help 名词 动作 给出用法：方括号内的可以省略。含空格的值要加引号。"),
    example: .lines("lead appoint 胡建国", "楼栋长 任命 胡建国"))
  /// A statement stands where it makes no sense.
  public static let misplaced = DiagnosticCode(
    "E-MISPLACED", "This cannot stand here.", "此处不能出现该语句。",
    mend: Localized(
      "break and continue belong into a loop, def to the top level, to and > to the end of a line.",
      "break、continue 写在循环里，def 写在最外层，to 和 > 写在行末。"),
    example: .lines("if $(resident count) > 100 { break }", "if $(居民 计数) > 100 { break }"))
  /// A statement can never be reached.
  public static let unreachable = DiagnosticCode(
    "E-UNREACHABLE", "What stands before this statement never goes on to it.", "前面的语句不会执行到这里。",
    mend: Localized(
      "Take the statement away, or put it in front of the break, continue or return.",
      "请删去该语句，或把它移到 break、continue、return 之前。"),
    example: .lines("for n in 1..3 {\n  break\n  print $n\n}", "for n in 1..3 {\n  break\n  print $n\n}"))
  /// A condition that a script relies on does not hold.
  public static let assertion = DiagnosticCode(
    "E-ASSERT", "A condition that the script relies on does not hold.", "脚本所依赖的条件不成立。",
    mend: Localized(
      "The script's author wrote what must hold. Find out why it does not; nothing was changed.",
      "脚本作者写明了必须成立的条件，请查明原因；未作任何改动。"),
    example: .lines(
      "assert $(building count) == 9 \"a building is missing\"", "assert $(楼栋 计数) == 9 \"少了一栋楼\""))
  /// A defined command calls itself too deep.
  public static let recursion = DiagnosticCode(
    "E-RECURSION", "Defined commands call each other too deeply.", "自定义命令相互调用过深。",
    mend: Localized(
      "A command that calls itself must stop some time; a loop with while or for is mostly simpler.",
      "调用自己的命令必须有停止的时候；多数情况下用 while 或 for 循环更简单。"),
    example: .lines("def deeper(n) { deeper $($n + 1) }\ndeeper 1", "def 深入(n) { 深入 $($n + 1) }\n深入 1"))

  /// The codes of this room.
  public static let ofLanguage: [DiagnosticCode] =
    ofSyntax + [
      .unknownCommand, .unknownParameter, .unknownField, .unknownVariable, .unknownFunction, .unknownFilter, .arguments,
      .misplaced, .unreachable, .assertion, .recursion,
    ]
}
