import Diagnostics

extension DiagnosticCode {
  /// No command begins with this word.
  public static let unknownCommand = DiagnosticCode("E-UNKNOWN-COMMAND", "There is no such command.", "没有这个命令。")
  /// The command takes no parameter of this name.
  public static let unknownParameter = DiagnosticCode(
    "E-UNKNOWN-PARAMETER", "The command takes no value of this name.", "该命令没有这个参数。")
  /// The rows have no field of this name.
  public static let unknownField = DiagnosticCode(
    "E-UNKNOWN-FIELD", "There is no field of this name here.", "此处没有这个字段。")
  /// No variable has this name.
  public static let unknownVariable = DiagnosticCode(
    "E-UNKNOWN-VARIABLE", "No variable of this name has a value here.", "此处没有这个变量。")
  /// No function has this name.
  public static let unknownFunction = DiagnosticCode("E-UNKNOWN-FUNCTION", "There is no such function.", "没有这个函数。")
  /// No filter has this name.
  public static let unknownFilter = DiagnosticCode("E-UNKNOWN-FILTER", "There is no such filter.", "没有这个筛选器。")
  /// A command is given too many values, too few, or one twice.
  public static let arguments = DiagnosticCode(
    "E-ARGUMENTS", "The command is given too many values, too few, or one of them twice.", "命令的参数多余、不足或重复。")
  /// A statement stands where it makes no sense.
  public static let misplaced = DiagnosticCode("E-MISPLACED", "This cannot stand here.", "此处不能出现该语句。")
  /// A statement can never be reached.
  public static let unreachable = DiagnosticCode(
    "E-UNREACHABLE", "What stands before this statement never goes on to it.", "前面的语句不会执行到这里。")
  /// A condition that a script relies on does not hold.
  public static let assertion = DiagnosticCode(
    "E-ASSERT", "A condition that the script relies on does not hold.", "脚本所依赖的条件不成立。")
  /// A defined command calls itself too deep.
  public static let recursion = DiagnosticCode(
    "E-RECURSION", "Defined commands call each other too deeply.", "自定义命令相互调用过深。")
}
