import Diagnostics
import Foundation
import Values

extension FunctionDeclaration {
  /// Functions of texts and lists.
  static let texts: [FunctionDeclaration] = [
    FunctionDeclaration(
      Name("len", "长度"), "len(VALUE)",
      Localized("How many characters a text or elements a list has.", "文字的字数或列表的元素个数。"), arity: 1...1,
      example: ("len(\"胡建国\")", "3")
    ) { values, _ in
      switch values[0] {
      case .text(let text): .integer(text.count)
      case .list(let elements): .integer(elements.count)
      case .none: .integer(0)
      default: throw unfit(values[0], Localized("a text or a list", "文字或列表"))
      }
    },
    FunctionDeclaration(
      Name("upper", "大写字母"), "upper(TEXT)", Localized("The text in capitals.", "转为大写字母。"), arity: 1...1,
      example: ("upper(\"r12\")", "R12")
    ) { .text(try text($0[0], $1).uppercased()) },
    FunctionDeclaration(
      Name("lower", "小写字母"), "lower(TEXT)", Localized("The text in small letters.", "转为小写字母。"), arity: 1...1,
      example: ("lower(\"R12\")", "r12")
    ) { .text(try text($0[0], $1).lowercased()) },
    FunctionDeclaration(
      Name("trim", "去空白"), "trim(TEXT)", Localized("The text without blanks at its ends.", "去掉首尾空白。"), arity: 1...1,
      example: ("trim(\"  3栋 \")", "3栋")
    ) { .text(try text($0[0], $1).trimmingCharacters(in: .whitespacesAndNewlines)) },
    FunctionDeclaration(
      Name("text", "文字"), "text(VALUE)", Localized("The value as text.", "把值变为文字。"), arity: 1...1,
      example: ("text(5) + \"栋\"", "5栋")
    ) { .text($1.text(of: $0[0])) },
    FunctionDeclaration(
      Name("join", "连接"), "join(LIST, SEPARATOR)",
      Localized("The elements of a list as one text.", "把列表各元素连成一段文字。"), arity: 1...2,
      example: ("join([1, 2, 3], \"-\")", "1-2-3")
    ) { values, host in
      guard case .list(let elements) = values[0] else { throw unfit(values[0], Localized("a list", "列表")) }
      let separator = values.count > 1 ? try text(values[1], host) : ", "
      return .text(elements.map { host.text(of: $0) }.joined(separator: separator))
    },
    FunctionDeclaration(
      Name("item", "第几个"), "item(LIST, NUMBER)",
      Localized("The element at a place in a list, counted from 1.", "列表中第几个元素，从 1 数起。"), arity: 2...2,
      example: ("item([\"甲\", \"乙\"], 2)", "乙")
    ) { values, _ in
      guard case .list(let elements) = values[0] else { throw unfit(values[0], Localized("a list", "列表")) }
      guard case .integer(let number) = values[1] else { throw unfit(values[1], Localized("a whole number", "整数")) }
      guard number >= 1, number <= elements.count else {
        throw Diagnostic(
          .type,
          Localized(
            "the list has \(elements.count) elements, and no number \(number)",
            "列表共 \(elements.count) 个元素，没有第 \(number) 个"))
      }
      return elements[number - 1]
    },
    FunctionDeclaration(
      Name("split", "拆分"), "split(TEXT, SEPARATOR)",
      Localized("The parts of a text as a list.", "把文字按分隔符拆成列表。"), arity: 2...2,
      example: ("len(split(\"a,b,c\", \",\"))", "3")
    ) { values, host in
      let separator = try text(values[1], host)
      guard !separator.isEmpty else { throw unfit(values[1], Localized("a separator that is not empty", "非空的分隔符")) }
      return .list(try text(values[0], host).components(separatedBy: separator).map { .text($0) })
    },
  ]

  private static func text(_ value: Value, _ host: any Host) throws -> String {
    switch value {
    case .text(let text): text
    case .choice: host.text(of: value)
    default: throw unfit(value, Localized("a text", "文字"))
    }
  }
}
