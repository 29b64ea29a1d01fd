import Diagnostics

extension DiagnosticCode {
  /// A text is not what its field or parameter takes.
  public static let value = DiagnosticCode(
    "E-VALUE", "The value is not of the kind that is expected.", "值不符合要求的类型或格式。",
    mend: Localized(
      "Write the value as the hint shows. help NOUN VERB says what each parameter takes.",
      "请照提示的样子填写。help 名词 动作 说明每个参数接受什么。"),
    example: .lines("resident add 王芳 phone=1380000", "居民 添加 王芳 电话=1380000"))
  /// A computation meets values that it cannot work with.
  public static let type = DiagnosticCode(
    "E-TYPE", "The computation cannot work with values of these kinds.", "这些类型的值不能这样计算。",
    mend: Localized(
      "No value is turned into another kind by itself, and what stands in quotes is text: write numbers without quotes, "
        + "and text(…) for the text of a value.",
      "值不会自动转换类型，引号里的都是文字：数字不加引号，文字(…) 把值变为文字。"),
    example: .lines("print $(\"3\" + 1)", "print $(\"三栋\" + 1)"))
  /// A value is needed and there is none.
  public static let noValue = DiagnosticCode(
    "E-NO-VALUE", "A value is missing where a computation or a command needs one.", "计算或命令需要一个值，但该值为空。",
    mend: Localized(
      "A field may be empty. Ask first: if $r.phone != none { … }, or keep the rows that have it: where phone != none.",
      "字段可能为空。请先判断：if $r.电话 != none { … }，或只保留有值的行：筛选 电话 != none。"),
    example: .lines("let age = $(resident show R1).age\nprint $($age + 1)", "let 年龄 = $(居民 查看 R1).年龄\nprint $($年龄 + 1)")
  )
  /// A value is of the right kind but too small, too large or too long.
  public static let range = DiagnosticCode(
    "E-RANGE", "A value of the right kind is too small, too large or too long.", "值的类型正确，但过小、过大或过长。",
    mend: Localized(
      "The message says which values are taken. Look at what the computation came to.", "提示中说明了允许的范围，请检查算出的值。"),
    example: .lines("print $(2.5 % 2)", "print $(2.5 % 2)"))
  /// A computation has no exact result.
  public static let arithmetic = DiagnosticCode(
    "E-ARITHMETIC", "The computation divides by zero, or its result is too large.", "除数为零，或结果过大。",
    mend: Localized(
      "Look at the numbers that go into it. Ask first where a divisor may be 0: if $n > 0 { … }.",
      "请检查参与计算的数。除数可能为零时先判断：if $n > 0 { … }。"),
    example: .lines(
      "let tenants = $(resident count tenancy=tenant)\nprint $(100 / $tenants)",
      "let 租户 = $(居民 计数 居住性质=租户)\nprint $(100 / $租户)"))
  /// A column that rows are not ranked by.
  public static let ranking = DiagnosticCode(
    "E-RANKING", "Rows are not ranked by this column.", "不按此列排名。",
    mend: Localized(
      "What people gave of their free will is no competition. Select by the column (gift list amount>=1000), or sort by "
        + "another.",
      "自愿捐助不作比较。可按该列筛选（捐款 列出 金额>=1000），或按其他列排序。"),
    example: .lines("gift list sort=-amount", "捐款 列出 | 排序 -金额"))

  /// The codes of this room.
  public static let ofValues: [DiagnosticCode] = [.value, .personName, .type, .noValue, .range, .arithmetic, .ranking]
}

extension Value {
  /// The fault that something is divided by zero.
  static var divisionByZero: Diagnostic {
    Diagnostic(
      .arithmetic, Localized("division by zero", "除数为零"),
      hint: Localized("ask first whether there is anything to divide by: if $n != 0 { … }", "请先判断除数：if $n != 0 { … }"))
  }
}
