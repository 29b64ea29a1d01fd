extension String: FieldValue {
  public static var valueType: ValueType { .text(maximum: 500) }
  public init?(fieldValue: Value) {
    guard case .text(let text) = fieldValue else { return nil }
    self = text
  }
  public var fieldValue: Value { .text(self) }
}

extension Int: FieldValue {
  public static var valueType: ValueType { .integer(0...1_000_000_000) }
  public init?(fieldValue: Value) {
    guard case .integer(let number) = fieldValue else { return nil }
    self = number
  }
  public var fieldValue: Value { .integer(self) }
}

extension Bool: FieldValue {
  public static var valueType: ValueType { .yesNo }
  public init?(fieldValue: Value) {
    guard case .yesNo(let answer) = fieldValue else { return nil }
    self = answer
  }
  public var fieldValue: Value { .yesNo(self) }
}

extension Money: FieldValue {
  public static var valueType: ValueType { .money }
  public init?(fieldValue: Value) {
    guard case .money(let money) = fieldValue else { return nil }
    self = money
  }
  public var fieldValue: Value { .money(self) }
}

extension CalendarDate: FieldValue {
  public static var valueType: ValueType { .date }
  public init?(fieldValue: Value) {
    guard case .date(let date) = fieldValue else { return nil }
    self = date
  }
  public var fieldValue: Value { .date(self) }
}

extension Moment: FieldValue {
  public static var valueType: ValueType { .moment }
  public init?(fieldValue: Value) {
    guard case .moment(let moment) = fieldValue else { return nil }
    self = moment
  }
  public var fieldValue: Value { .moment(self) }
}

extension Reference: FieldValue {
  /// A field of this type says in its declaration which kinds it refers to.
  public static var valueType: ValueType { .reference([]) }
  public init?(fieldValue: Value) {
    switch fieldValue {
    case .reference(let reference): self = reference
    case .row(let row):
      guard let reference = row.reference else { return nil }
      self = reference
    default: return nil
    }
  }
  public var fieldValue: Value { .reference(self) }
}
