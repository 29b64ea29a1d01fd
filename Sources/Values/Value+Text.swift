import Diagnostics
import Foundation

extension Row: Equatable {
  /// Rows are equal when they show the same record or, showing none, the same values.
  public static func == (left: Row, right: Row) -> Bool {
    left.reference != nil ? left.reference == right.reference : left.values == right.values
  }
}

extension Value {
  /// A number as a value: whole if it is whole.
  public static func number(_ decimal: Decimal) -> Value {
    decimal.whole.map { .integer($0) } ?? .decimal(decimal)
  }

  /// The value as files and the journal keep it: no grouping, English names, ISO dates.
  public var exchangeText: String {
    switch self {
    case .none: ""
    case .yesNo(let answer): answer ? "yes" : "no"
    case .integer(let number): String(number)
    case .decimal(let number): "\(number)"
    case .money(let money): money.exchangeText
    case .date(let date): date.exchangeText
    case .moment(let moment): moment.exchangeText
    case .time(let time): time.exchangeText
    case .period(let period): period.exchangeText
    case .text(let text): text
    case .choice(let choice): choice.name.english
    case .reference(let reference): "\(reference.kind)/\(reference.id)"
    case .list(let values): values.map(\.exchangeText).joined(separator: ",")
    case .row(let row):
      row.reference.map { "\($0.kind)/\($0.id)" } ?? row.values.map(\.exchangeText).joined(separator: ",")
    }
  }

  /// The value as people read it.
  ///
  /// - Parameters:
  ///   - language: the language of yes and no, choices and inexact dates.
  ///   - label: what people call a record.
  public func displayText(in language: Language, label: (Reference) -> String) -> String {
    switch self {
    case .yesNo(let answer): Localized(answer ? "yes" : "no", answer ? "是" : "否")[language]
    case .money(let money): money.grouped
    case .date(let date): date.displayText(in: language)
    case .period(let period): period.displayText(in: language)
    case .choice(let choice): choice.name[language]
    case .reference(let reference): label(reference)
    case .row(let row): row.reference.map(label) ?? row.values.first?.displayText(in: language, label: label) ?? ""
    case .list(let values):
      values.map { $0.displayText(in: language, label: label) }.joined(separator: language == .chinese ? "、" : ", ")
    case .none, .integer, .decimal, .moment, .time, .text: exchangeText
    }
  }

  /// What kind of value this is, for messages.
  public var typeName: Localized {
    switch self {
    case .none: Localized("no value", "空值")
    case .yesNo: Localized("yes or no", "是或否")
    case .integer: Localized("a whole number", "整数")
    case .decimal: Localized("a number", "数字")
    case .money: Localized("money", "金额")
    case .date: Localized("a date", "日期")
    case .moment: Localized("a date and time", "日期时间")
    case .time: Localized("a time", "时间")
    case .period: Localized("a length of time", "时长")
    case .text: Localized("a text", "文字")
    case .choice: Localized("a choice", "选项")
    case .reference, .row: Localized("a record", "记录")
    case .list: Localized("a list", "列表")
    }
  }

  /// What a bare word in an expression means by its looks; nothing if it looks like no value.
  public static func literal(_ text: String) -> Value? {
    guard let first = text.unicodeScalars.first, text.utf8.count < 200 else { return nil }
    if let number = Int(text), text.first != "+" { return .integer(number) }
    let isNumeric = first.value < 0x80 && (first.properties.numericType != nil || first == "-" || first == ".")
    if isNumeric, text.dropFirst().allSatisfy({ $0.isASCIIDigit || $0 == "." }), text.last != ".",
      text.filter({ $0 == "." }).count == 1, let number = Decimal(string: text)
    {
      return .number(number)
    }
    if Money.isMarked(text), let money = Money(text) { return .money(money) }
    guard first.properties.numericType != nil || first == "+" else { return nil }
    if let time = TimeOfDay(text) { return .time(time) }
    if let date = CalendarDate(text) { return .date(date) }
    if let moment = Moment(text) { return .moment(moment) }
    if let period = Period(text) { return .period(period) }
    return nil
  }
}
