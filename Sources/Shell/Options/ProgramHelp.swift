import Diagnostics
import Presentation

/// What `--help` shows.
public struct ProgramHelp {
  private let language: Language
  private let width: Int

  /// Creates the page in a language; a line has `width` cells.
  public init(language: Language, width: Int) {
    self.language = language
    self.width = width
  }

  /// The page; ends in a line feed.
  public var text: String {
    let lines =
      TextWrap.lines(summary[language], width: width) + ["", usage[language], "", heading[language]]
      + FieldLines(width: width).lines(ProgramOption.all.map { ($0.form(in: language), $0.help[language]) })
      + [""] + TextWrap.lines(script[language], width: width)
    return lines.map { $0 + "\n" }.joined()
  }

  private var summary: Localized {
    Localized("Linli: a scriptable shell for the records of a neighbourhood.", "邻里：社区记录的命令行与脚本工具。")
  }

  private var usage: Localized {
    Localized("Usage: linli [OPTION …] [SCRIPT [ARGUMENT …]]", "用法：linli [选项 …] [脚本 [参数 …]]")
  }

  private var heading: Localized { Localized("Options:", "选项：") }

  private var script: Localized {
    Localized(
      "Without a script it opens the prompt, or reads standard input if that is no terminal. As a script, - stands for "
        + "standard input. The script reads its arguments as $1, $2, …",
      "不给脚本则打开提示符；标准输入不是终端时从中读取。脚本写作 - 表示标准输入。脚本用 $1、$2 …… 读取参数。")
  }
}
