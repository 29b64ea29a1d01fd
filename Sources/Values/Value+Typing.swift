import Diagnostics

extension Value {
  /// The value as it could be typed, for files that people read and give back: what ``ValueType/read(_:now:)`` reads.
  ///
  /// A date that is known less exactly than to the day is written as Chinese writes it: `2020年8月中旬` is read everywhere,
  /// and no spreadsheet makes another date of it.
  ///
  /// - Parameters:
  ///   - language: the language of yes and no and of choices.
  ///   - label: a name by which a record is found again.
  public func typedText(in language: Language, label: (Reference) throws -> String) rethrows -> String {
    switch self {
    case .yesNo, .choice: displayText(in: language) { _ in "" }
    case .date(let date): date.displayText(in: .chinese)
    case .reference(let reference): try label(reference)
    case .row(let row): try row.reference.map(label) ?? exchangeText
    case .list(let values): try values.map { try $0.typedText(in: language, label: label) }.joined(separator: "、")
    default: exchangeText
    }
  }
}
