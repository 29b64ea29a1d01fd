import Diagnostics

/// What may be wrong before a line is read: with how the program was called, and with what it needs for its prompt.
extension DiagnosticCode {
  /// The program was called with an option that there is not, or with a wrong value for one.
  public static let option = DiagnosticCode(
    "E-OPTION", "The program was called with options that it does not understand.", "启动程序时给出的选项无法识别。",
    mend: Localized("linli --help lists the options and their values.", "linli --help 列出选项及其取值。"),
    example: .situation("linli --chek fund.linli", "linli --chek 筹款.linli"))

  /// The prompt cannot open the library that edits lines.
  public static let lineEditor = DiagnosticCode(
    "E-LINE-EDITOR", "The prompt cannot edit lines.", "提示符无法编辑输入。",
    mend: Localized(
      "Install the package that the hint names; scripts, -c and standard input need none of it.",
      "请安装提示中的软件包；脚本、-c 与标准输入不需要。"),
    example: .situation("the prompt is opened where libedit is not installed", "在没有安装 libedit 的机器上打开提示符"))
}
