import Diagnostics
import Foundation
import Values

extension FunctionDeclaration {
  /// Functions of texts and lists.
  static let texts: [FunctionDeclaration] = [
    FunctionDeclaration(
      Name("len", "长度"), "len(VALUE)",
      Localized("How many characters a text or elements a list has.", "文字的字数或列表的元素个数。"),
      takes: [[.text, .list, .nothing]], gives: .integer, example: ("len(\"胡建国\")", "3")
    ) { values, _ in
      switch values[0] {
      case .text(let text): .integer(text.count)
      case .list(let elements): .integer(elements.count)
      default: .integer(0)
      }
    },
    FunctionDeclaration(
      Name("upper", "大写字母"), "upper(TEXT)", Localized("The text in capitals.", "转为大写字母。"), takes: [textLike],
      gives: .text, example: ("upper(\"r12\")", "R12")
    ) { .text($1.text(of: $0[0]).uppercased()) },
    FunctionDeclaration(
      Name("lower", "小写字母"), "lower(TEXT)", Localized("The text in small letters.", "转为小写字母。"), takes: [textLike],
      gives: .text, example: ("lower(\"R12\")", "r12")
    ) { .text($1.text(of: $0[0]).lowercased()) },
    FunctionDeclaration(
      Name("trim", "去空白"), "trim(TEXT)", Localized("The text without blanks at its ends.", "去掉首尾空白。"),
      takes: [textLike], gives: .text, example: ("trim(\"  3栋 \")", "3栋")
    ) { .text($1.text(of: $0[0]).trimmingCharacters(in: .whitespacesAndNewlines)) },
    FunctionDeclaration(
      Name("text", "文字"), "text(VALUE)", Localized("The value as text.", "把值变为文字。"), takes: [.any], gives: .text,
      example: ("text(5) + \"栋\"", "5栋")
    ) { .text($1.text(of: $0[0])) },
    FunctionDeclaration(
      Name("join", "连接"), "join(LIST, SEPARATOR)",
      Localized("The elements of a list as one text.", "把列表各元素连成一段文字。"), takes: [.list, textLike], arity: 1...2,
      gives: .text, example: ("join([1, 2, 3], \"-\")", "1-2-3")
    ) { values, host in
      let separator = values.count > 1 ? host.text(of: values[1]) : ", "
      var text = ""
      for (index, element) in elements(of: values[0]).enumerated() {
        text += (index > 0 ? separator : "") + host.text(of: element)
        try ValueSize.check(text)
      }
      return .text(text)
    },
    FunctionDeclaration(
      Name("item", "第几个"), "item(LIST, NUMBER)",
      Localized("The element at a place in a list, counted from 1.", "列表中第几个元素，从 1 数起。"), takes: [.list, .integer],
      gives: { $0[0].element }, example: ("item([\"甲\", \"乙\"], 2)", "乙")
    ) { values, _ in
      let elements = elements(of: values[0])
      guard case .integer(let number) = values[1], number >= 1, number <= elements.count else {
        let number = values[1].exchangeText
        throw outOfRange(
          "the list has \(elements.count.counted("element")), and no number \(number)",
          "列表共 \(elements.count) 个元素，没有第 \(number) 个")
      }
      return elements[number - 1]
    },
    FunctionDeclaration(
      Name("split", "拆分"), "split(TEXT, SEPARATOR)",
      Localized("The parts of a text as a list.", "把文字按分隔符拆成列表。"), takes: [textLike, textLike],
      gives: { _ in .list(.some(.text)) }, example: ("len(split(\"a,b,c\", \",\"))", "3")
    ) { values, host in
      let separator = host.text(of: values[1])
      guard !separator.isEmpty else { throw outOfRange("the separator is empty", "分隔符为空") }
      let parts = host.text(of: values[0]).components(separatedBy: separator)
      try ValueSize.check(parts.count)
      return .list(parts.map { .text($0) })
    },
  ]

  /// What is a text, or has a name that is one.
  private static let textLike: ValueKinds = [.text, .choice]

  private static func elements(of value: Value) -> [Value] {
    guard case .list(let elements) = value else { preconditionFailure("the declaration takes lists only") }
    return elements
  }
}
