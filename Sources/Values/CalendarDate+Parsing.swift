extension CalendarDate {
  /// Reads what people write for a date: `2020-08-02`, `2020/8/2`, `2020.8.2`, `20200802`, `2020年8月2日`,
  /// `2020年8月中旬`, `2020-08`, `2020年上半年`, `2020年`, `1956`; with `today` also `8月2日`, `today`, `明天`, `+7d`.
  ///
  /// Nothing if the text is no date or, where it needs `today`, that is missing.
  public init?(_ text: String, today: CalendarDate? = nil) {
    let folded = FullWidth.fold(text)
    if let relative = CalendarDate.relativeDays(folded) {
      guard let date = today?.moved(months: relative.months, days: relative.days) else { return nil }
      self = date
      return
    }
    var reader = DigitReader(folded)
    guard let date = reader.chineseDate(today: today) ?? reader.separatedDate() else { return nil }
    self = date
  }

  /// Whether a text is a date only together with today: `+7d`, `today`, `8月2日`.
  static func isRelative(_ text: String) -> Bool {
    CalendarDate(text, today: someDay) != nil && CalendarDate(text) == nil
  }

  /// A day that may stand for today where only the form of a text is looked at: one of a leap year.
  static let someDay = CalendarDate(ordinal: 18_262)

  private static func relativeDays(_ text: String) -> (months: Int, days: Int)? {
    switch text.lowercased() {
    case "today", "今天": return (0, 0)
    case "tomorrow", "明天": return (0, 1)
    case "yesterday", "昨天": return (0, -1)
    default: break
    }
    guard text.hasPrefix("+") || text.hasPrefix("-"), let period = Period(String(text.dropFirst())), period.minutes == 0
    else { return nil }
    let sign = text.hasPrefix("-") ? -1 : 1
    return (sign * Int(period.months), sign * Int(period.days))
  }
}

/// Reads numbers and the words between them.
private struct DigitReader {
  private var rest: Substring
  private let whole: String

  init(_ text: String) {
    whole = text
    rest = Substring(text).trimmed
  }

  private mutating func number(_ digits: ClosedRange<Int>) -> Int? {
    let found = rest.prefix { $0.isASCIIDigit }
    guard digits ~= found.count else { return nil }
    rest = rest.dropFirst(found.count)
    return Int(found)
  }

  private mutating func accept(_ word: String) -> Bool {
    guard rest.hasPrefix(word) else { return false }
    rest = rest.dropFirst(word.count)
    return true
  }

  /// `2020年8月2日` and its less exact forms; the year may be missing when today is known.
  mutating func chineseDate(today: CalendarDate?) -> CalendarDate? {
    rest = Substring(whole).trimmed
    var copy = self
    guard let first = copy.number(1...4) else { return nil }
    var year = first
    if copy.accept("年") {
      guard String(first).count == 4 else { return nil }
      if copy.rest.isEmpty { return CalendarDate(year: year, month: 1, day: 1, precision: .year) }
      if copy.accept("上半年") { return copy.end(CalendarDate(year: year, month: 1, day: 1, precision: .halfYear)) }
      if copy.accept("下半年") { return copy.end(CalendarDate(year: year, month: 7, day: 1, precision: .halfYear)) }
    } else {
      guard let today else { return nil }
      year = today.year
      copy = self
    }
    guard let month = copy.number(1...2), copy.accept("月") else { return nil }
    if copy.rest.isEmpty { return CalendarDate(year: year, month: month, day: 1, precision: .month) }
    for (index, word) in ["上旬", "中旬", "下旬"].enumerated() where copy.accept(word) {
      return copy.end(CalendarDate(year: year, month: month, day: index * 10 + 1, precision: .tenDays))
    }
    guard let day = copy.number(1...2) else { return nil }
    if !copy.accept("日") { _ = copy.accept("号") }
    return copy.end(CalendarDate(year: year, month: month, day: day))
  }

  /// `2020-08-02`, `2020/8/2`, `2020.8.2`, `20200802`, `2020-08`, `2020`.
  mutating func separatedDate() -> CalendarDate? {
    rest = Substring(whole).trimmed
    if rest.count == 8, let digits = number(8...8) {
      return CalendarDate(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    }
    guard let year = number(4...4) else { return nil }
    // Four digits alone are a year if somebody may have been born in it, or a term end with it.
    if rest.isEmpty {
      return 1_800...2_199 ~= year ? CalendarDate(year: year, month: 1, day: 1, precision: .year) : nil
    }
    for separator in ["-", "/", "."] where accept(separator) {
      guard let month = number(1...2) else { return nil }
      // `2020.8` could as well be a decimal number.
      if rest.isEmpty {
        return separator == "." ? nil : CalendarDate(year: year, month: month, day: 1, precision: .month)
      }
      guard accept(separator), let day = number(1...2) else { return nil }
      return end(CalendarDate(year: year, month: month, day: day))
    }
    return nil
  }

  /// The date, if nothing is left.
  private func end(_ date: CalendarDate?) -> CalendarDate? { rest.isEmpty ? date : nil }
}
