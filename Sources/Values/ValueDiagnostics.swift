import Diagnostics

extension DiagnosticCode {
  /// A text is not what its field or parameter takes.
  public static let value = DiagnosticCode("E-VALUE", "The value is not of the kind that is expected.", "值不符合要求的类型或格式。")
  /// A computation meets values that it cannot work with.
  public static let type = DiagnosticCode(
    "E-TYPE", "The computation cannot work with values of these kinds.", "这些类型的值不能这样计算。")
  /// A value is needed and there is none.
  public static let noValue = DiagnosticCode(
    "E-NO-VALUE", "A value is missing where a computation or a command needs one.", "计算或命令需要一个值，但该值为空。")
  /// A value is of the right kind but too small, too large or too long.
  public static let range = DiagnosticCode(
    "E-RANGE", "A value of the right kind is too small, too large or too long.", "值的类型正确，但过小、过大或过长。")
  /// A computation has no exact result.
  public static let arithmetic = DiagnosticCode(
    "E-ARITHMETIC", "The computation divides by zero, or its result is too large.", "除数为零，或结果过大。")
}
