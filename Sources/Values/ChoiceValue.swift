/// A closed list of choices as a Swift enumeration: its raw values are the English names.
///
///     enum GiftMethod: String, ChoiceValue {
///       case cash, transfer, wechat
///       var chineseName: String { switch self { case .cash: "现金" … } }
///     }
public protocol ChoiceValue: FieldValue, RawRepresentable<String>, CaseIterable {
  /// What the choice is called in Chinese.
  var chineseName: String { get }
}

extension ChoiceValue {
  @inlinable public static var valueType: ValueType { .choice(allCases.map(\.choice)) }

  @inlinable public init?(fieldValue: Value) {
    guard case .choice(let choice) = fieldValue else { return nil }
    self.init(rawValue: choice.name.english)
  }

  @inlinable public var fieldValue: Value { .choice(choice) }

  /// The choice as a value of the language.
  @inlinable public var choice: Choice { Choice(rawValue, chineseName) }
}
