import Diagnostics

extension DiagnosticCode {
  /// Something stands where it cannot.
  public static let syntax = DiagnosticCode(
    "E-SYNTAX", "The text does not follow the grammar here.", "此处的写法不符合语法。",
    mend: Localized(
      "Look at the marked place and at what stands just before it; the hint shows how it is written. "
        + "help statements lists the forms.",
      "请看标出的位置及其前面的内容；提示给出写法。help statements 列出各种语句。"),
    example: .lines("let n = resident count", "let 人数 = 居民 计数"))
  /// The text ends inside something that was opened.
  public static let unfinished = DiagnosticCode(
    "E-UNFINISHED", "The text ends before something that it opened is closed.", "文本在括号、引号或大括号闭合之前就结束了。",
    mend: Localized(
      "Close what is opened at the marked place. At the prompt the next line goes on; Ctrl-C drops what was begun.",
      "请闭合标出处打开的部分。在提示符下可在下一行续写；按 Ctrl-C 放弃。"),
    example: .lines("print \"no closing quote", "print \"没有写完"))
  /// Brackets or blocks stand too deep inside each other.
  public static let nesting = DiagnosticCode(
    "E-NESTING", "Brackets, blocks or substitutions are nested too deeply.", "括号、块或替换嵌套过深。",
    mend: Localized(
      "Give inner parts a name with let, or make them a command with def.", "请用 let 给内层部分命名，或用 def 写成命令。"),
    example: .situation(
      "More than 100 brackets or blocks stand inside each other.", "括号或块一层套一层，超过 100 层。"))
  /// An included file cannot be used.
  public static let include = DiagnosticCode(
    "E-INCLUDE", "A file that is to be included cannot be.", "无法包含指定的文件。",
    mend: Localized(
      "Put what both files need into a third one, and include that from both.", "请把两者共用的内容放进第三个文件，再由两者分别包含。"),
    example: .situation(
      "a.linli includes b.linli, and b.linli includes a.linli.", "a.linli 包含 b.linli，b.linli 又包含 a.linli。"))

  /// The codes that reading a text may raise.
  static let ofSyntax: [DiagnosticCode] = [.syntax, .unfinished, .nesting, .include]
}
