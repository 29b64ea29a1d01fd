import Diagnostics

extension DiagnosticCode {
  /// Something stands where it cannot.
  public static let syntax = DiagnosticCode("E-SYNTAX", "The text does not follow the grammar here.", "此处的写法不符合语法。")
  /// The text ends inside something that was opened.
  public static let unfinished = DiagnosticCode(
    "E-UNFINISHED", "The text ends before something that it opened is closed.", "文本在括号、引号或大括号闭合之前就结束了。")
  /// Brackets or blocks stand too deep inside each other.
  public static let nesting = DiagnosticCode(
    "E-NESTING", "Brackets, blocks or substitutions are nested too deeply.", "括号、块或替换嵌套过深。")
  /// An included file cannot be used.
  public static let include = DiagnosticCode(
    "E-INCLUDE", "A file that is to be included cannot be.", "无法包含指定的文件。")
}
