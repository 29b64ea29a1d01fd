import Diagnostics
import Values

/// How large a value may become: a loop that doubles a text is stopped long before the machine is.
enum ValueSize {
  /// How many bytes a text may have that a script puts together.
  static let maximumLength = 1 << 24
  /// How many elements a list may have that a script puts together, those of lists in it included.
  static let maximumCount = 1_000_000
  /// How many lists may stand inside each other.
  static let maximumDepth = 100

  /// Makes sure that a text is not too long.
  static func check(_ text: String) throws {
    guard text.utf8.count > maximumLength else { return }
    throw Diagnostic(
      .range, Localized("the text would be longer than 16 MB", "文字将超过 16 MB"),
      hint: Localized("write it to a file part by part with >>", "请用 >> 分段写入文件"))
  }

  /// Makes sure that a list has not too many elements.
  static func check(_ count: Int) throws {
    guard count > maximumCount else { return }
    throw Diagnostic(
      .range, Localized("the list would hold more than a million elements", "列表将超过一百万个元素"),
      hint: Localized("go through rows or a range with for, without a list", "可用 for 逐个处理行或范围，不必先做成列表"))
  }

  /// Makes sure that the value that an operator has put together is not too large.
  static func check(_ value: Value) throws {
    switch value {
    case .text(let text): try check(text)
    case .list(let elements): try check(elements.count)
    default: break
    }
  }

  /// Makes sure that a list which may hold lists is not too large.
  static func checkNested(_ elements: [Value]) throws {
    var count = 0
    try visit(elements, depth: 1, &count)
  }

  private static func visit(_ elements: [Value], depth: Int, _ count: inout Int) throws {
    count += elements.count
    try check(count)
    guard depth <= maximumDepth else {
      throw Diagnostic(
        .range, Localized("more than 100 lists would stand inside each other", "列表嵌套将超过 100 层"))
    }
    for case .list(let inner) in elements { try visit(inner, depth: depth + 1, &count) }
  }
}
