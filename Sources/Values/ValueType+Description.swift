import Diagnostics

extension ValueType {
  /// What is expected, for messages and help: `a date`, `one of cash, transfer`.
  public var expectation: Localized {
    switch self {
    case .any: Localized("a value", "值")
    case .text, .code: Localized("a text", "文字")
    case .integer(let bounds):
      bounds.upperBound >= 1_000_000_000
        ? bounds.lowerBound == .min
          ? Localized("a whole number", "整数")
          : Localized("a whole number from \(bounds.lowerBound) up", "大于或等于 \(bounds.lowerBound) 的整数")
        : Localized(
          "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)",
          "介于 \(bounds.lowerBound) 与 \(bounds.upperBound) 之间的整数")
    case .decimal: Localized("a number", "数字")
    case .money: Localized("an amount of money", "金额")
    case .date: Localized("a date", "日期")
    case .moment: Localized("a date and time", "日期和时间")
    case .time: Localized("a time", "时间")
    case .period: Localized("a length of time", "时长")
    case .phone: Localized("a telephone number", "电话号码")
    case .yesNo: Localized("yes or no", "“是”或“否”")
    case .choice(let choices):
      Localized(
        "one of \(choices.map(\.name.english).joined(separator: ", "))",
        "以下之一：\(choices.map(\.name.chinese).joined(separator: "、"))")
    case .reference: Localized("a record's handle or name", "记录的代号或名称")
    case .list(let element): Localized("a list: \(element.expectation.english)", "列表：\(element.expectation.chinese)")
    case .path: Localized("the path of a file", "文件路径")
    case .either(let types):
      Localized(
        types.map(\.expectation.english).joined(separator: " or "),
        types.map(\.expectation.chinese).joined(separator: "或"))
    }
  }

  /// A value as it may be typed.
  public var example: String? {
    switch self {
    case .any, .text, .code, .choice, .reference, .path: nil
    case .integer(let bounds): String(min(max(3, bounds.lowerBound), bounds.upperBound))
    case .decimal: "2.5"
    case .money: "200.50"
    case .date: "2020-08-02"
    case .moment: "\"2020-08-02 19:30\""
    case .time: "19:30"
    case .period: "7d"
    case .phone: "13800001234"
    case .yesNo: "yes"
    case .list(let element): element.example.map { "\($0),\($0)" }
    case .either(let types): types.compactMap(\.example).first
    }
  }

  /// Whether values line up by their last digit in a table.
  public var isNumeric: Bool {
    switch self {
    case .integer, .decimal, .money: true
    default: false
    }
  }

  /// Reads back what ``Value/exchangeText`` wrote, lists excepted: those are kept as JSON.
  ///
  /// - Throws: a ``Diagnostic`` when the text was not written for this type.
  public func value(exchange text: String) throws -> Value {
    switch self {
    case .text, .code, .phone, .path, .any: return .text(text)
    case .date: if let date = CalendarDate(exchange: text) { return .date(date) }
    case .moment: if let moment = Moment(text) { return .moment(moment) }
    case .time: if let time = TimeOfDay(text) { return .time(time) }
    case .period: if let period = Period(exchange: text) { return .period(period) }
    case .reference:
      let parts = text.split(separator: "/")
      if parts.count == 2, let id = Int(parts[1]) { return .reference(Reference(kind: String(parts[0]), id: id)) }
    default: if let value = try read(text, now: nil) { return value }
    }
    throw Diagnostic(.value, Localized("\(text) is not \(expectation.english)", "\(text) 不是\(expectation.chinese)"))
  }
}
