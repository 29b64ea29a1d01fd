import Diagnostics
import Foundation

extension ValueType {
  /// Reads what a person typed for this type.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - now: what the clock shows, if it is known yet.
  /// - Returns: the value, or nothing if it depends on the clock and `now` is missing, or on the records.
  /// - Throws: a ``Diagnostic`` when the text can never be of this type.
  public func read(_ text: String, now: Moment?) throws -> Value? {
    switch self {
    case .any: return .text(text)
    case .text(let maximum): return .text(try ValueType.text(text, maximum))
    case .code(let maximum): return .text(try ValueType.text(FullWidth.fold(text), maximum))
    case .path:
      guard !text.isEmpty else { throw wrong(text) }
      return .text(try ValueType.text(text, 4_096))
    case .integer(let bounds):
      guard let number = Int(FullWidth.fold(text)), bounds ~= number else { throw wrong(text) }
      return .integer(number)
    case .decimal:
      let folded = FullWidth.fold(text)
      guard folded.utf8.count <= 40, folded.allSatisfy({ $0.isASCIIDigit || $0 == "." || $0 == "-" }),
        let number = Decimal(string: folded)
      else { throw wrong(text) }
      return .number(number)
    case .money:
      guard let money = Money(text) else { throw wrong(text) }
      return .money(try ValueType.kept(money))
    case .date:
      if let date = CalendarDate(text, today: now?.date) { return .date(date) }
      if now == nil, CalendarDate.isRelative(text) { return nil }
      throw wrong(text)
    case .moment:
      if let moment = Moment(text, today: now?.date) { return .moment(moment) }
      if now == nil, Moment(text, today: CalendarDate.someDay) != nil { return nil }
      throw wrong(text)
    case .time:
      guard let time = TimeOfDay(text) else { throw wrong(text) }
      return .time(time)
    case .period:
      guard let period = Period(text) else { throw wrong(text) }
      return .period(period)
    case .phone:
      guard let phone = Phone(text) else { throw wrong(text) }
      return .text(phone.number)
    case .yesNo:
      guard let answer = ValueType.answers[text] ?? ValueType.answers[FullWidth.fold(text).lowercased()] else {
        throw wrong(text)
      }
      return .yesNo(answer)
    case .choice(let choices):
      guard let choice = choices.first(where: { $0.name.matches(text) }) else {
        let names = choices.flatMap { [$0.name.english, $0.name.chinese] }
        throw Diagnostic(
          .value, Localized("\(text) is none of the choices", "\(text) 不在可选项之中"),
          hint: Suggestion.hint(for: text, in: names) ?? expectation)
      }
      return .choice(choice)
    case .reference:
      guard !text.isEmpty else { throw wrong(text) }
      return nil
    case .list(let element):
      let values = try ValueType.elements(of: text).map { try element.read($0, now: now) }
      return values.contains { $0 == nil } ? nil : .list(values.compactMap { $0 })
    case .either(let types):
      var later = false
      for type in types {
        do {
          if let value = try type.read(text, now: now) { return value }
          later = true
        } catch is Diagnostic {}
      }
      if later { return nil }
      throw wrong(text)
    }
  }

  /// The parts of a list written in one word, separated by commas of either kind.
  public static func elements(of text: String) -> [String] {
    text.split { $0 == "," || $0 == "，" || $0 == "、" }.map { String($0.trimmed) }.filter { !$0.isEmpty }
  }

  /// Fits a computed value to this type.
  ///
  /// - Returns: the value, or nothing if it is a text that depends on the records, or a list.
  /// - Throws: a ``Diagnostic`` when the value cannot be of this type.
  public func convert(_ value: Value, now: Moment) throws -> Value? {
    switch (self, value) {
    case (_, .none): return Value.none
    case (.any, _): return value
    case (.reference(let kinds), .reference(let reference)):
      guard kinds.contains(reference.kind) else { throw ValueType.wrongRecord(kinds) }
      return value
    case (.reference(let kinds), .row(let row)):
      guard let reference = row.reference, kinds.contains(reference.kind) else { throw ValueType.wrongRecord(kinds) }
      return .reference(reference)
    case (.reference, .text): return nil
    case (.either(let types), .reference), (.either(let types), .row):
      for type in types {
        if case .reference = type { return try type.convert(value, now: now) }
      }
      throw wrong(value.exchangeText)
    case (.money, .money(let money)): return .money(try ValueType.kept(money))
    case (.yesNo, .yesNo), (.date, .date), (.moment, .moment), (.time, .time), (.period, .period),
      (.decimal, .decimal), (.decimal, .integer):
      return value
    case (.moment, .date(let date)): return .moment(Moment(date))
    case (.date, .moment(let moment)): return .date(moment.date)
    case (.choice, .choice(let choice)): return try read(choice.name.english, now: now)
    case (.list(let element), .list(let values)):
      let fitted = try values.map { try element.convert($0, now: now) }
      return fitted.contains { $0 == nil } ? nil : .list(fitted.compactMap { $0 })
    case (.list(let element), _): return try element.convert(value, now: now).map { .list([$0]) }
    case (.money, .integer), (.money, .decimal):
      guard let yuan = value.yuan, let money = Money(yuan: yuan) else { throw wrong(value.exchangeText) }
      return .money(try ValueType.kept(money))
    case (_, .list), (_, .row), (_, .reference): throw wrong(value.typeName.english)
    default: return try read(value.exchangeText, now: now)
    }
  }

  private static let answers: [String: Bool] = [
    "yes": true, "no": false, "true": true, "false": false, "y": true, "n": false, "1": true, "0": false, "是": true,
    "否": false, "有": true, "无": false,
  ]

  /// An amount that may be kept. There is a bound far above all that an office handles, so that no sum of what is kept
  /// ever leaves the range of integers.
  private static func kept(_ money: Money) throws -> Money {
    guard money.fen.magnitude > maximumFen else { return money }
    throw Diagnostic(
      .value, Localized("\(money.grouped) is more than a trillion yuan", "\(money.grouped) 超过一万亿元"),
      hint: Localized("is there a digit too many?", "是否多写了数字？"))
  }

  /// A trillion yuan in fen: 90,000 such amounts can be added up.
  private static let maximumFen = 100_000_000_000_000

  /// The fault that a record is of none of some kinds.
  private static func wrongRecord(_ kinds: [String]) -> Diagnostic {
    Diagnostic(
      .value,
      Localized(
        "this is a record of another kind: expected \(kinds.joined(separator: " or "))",
        "记录的种类不对：此处应为 \(kinds.joined(separator: " 或 "))"))
  }

  /// The fault that a text is not of this type.
  private func wrong(_ text: String) -> Diagnostic {
    let shown = text.isEmpty ? "\"\"" : String(text.prefix(40))
    return Diagnostic(
      .value,
      Localized("\(shown) is not \(expectation.english)", "\(shown) 不是\(expectation.chinese)"),
      hint: example.map { Localized("an example: \($0)", "例如：\($0)") })
  }

  private static func text(_ text: String, _ maximum: Int) throws -> String {
    if text.isPlainWord, text.utf8.count <= maximum { return text }
    let trimmed = String(Substring(text).trimmed)
    if let control = text.unicodeScalars.first(where: {
      $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
    }) {
      let code = String(control.value, radix: 16, uppercase: true)
      throw Diagnostic(
        .value, Localized("the text holds the control character U+\(code)", "文字中含有控制字符 U+\(code)"),
        hint: Localized("remove it", "请删去该字符"))
    }
    guard trimmed.scalarCount <= maximum else {
      throw Diagnostic(
        .value,
        Localized(
          "the text has \(trimmed.scalarCount) characters, and \(maximum) are allowed",
          "文字有 \(trimmed.scalarCount) 个字，最多 \(maximum) 个"))
    }
    return trimmed
  }
}
