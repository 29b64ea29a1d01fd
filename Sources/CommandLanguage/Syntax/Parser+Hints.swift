import Diagnostics

/// What to write instead of what is wrong.
extension Parser {
  /// Advises quotes around a character that means something.
  func quoteHint(_ character: String) -> Localized {
    Localized("write \"\(character)\" in quotes if it is meant as text", "若是普通文字，请加引号写作 \"\(character)\"")
  }

  /// Shows the forms that a value has.
  var valueHint: Localized {
    Localized(
      "a value is 5, 200元, 2020-08-02, \"text\", $name, [1, 2] or $(resident count)",
      "值如 5、200元、2020-08-02、\"文字\"、$名称、[1, 2]、$(居民 计数)")
  }

  /// Shows how the name of a variable is marked off.
  var braceHint: Localized {
    Localized(#"write ${NAME}; in quotes \$ is a dollar sign"#, #"写作 ${名称}；引号中的美元符号写作 \$"#)
  }

  /// Advises commas between elements.
  var commaHint: Localized { Localized("put a comma between two elements", "各元素之间用逗号隔开") }

  /// Shows how a statement is written.
  func formHint(_ keyword: Keyword) -> Localized {
    Localized("write \(keyword.form)", "写法：\(keyword.form)")
  }
}
