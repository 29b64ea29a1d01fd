extension String: FieldValue {
  @inlinable public static var valueType: ValueType { .text(maximum: 500) }
  @inlinable public init?(fieldValue: Value) {
    guard case .text(let text) = fieldValue else { return nil }
    self = text
  }
  @inlinable public var fieldValue: Value { .text(self) }
}

extension Int: FieldValue {
  @inlinable public static var valueType: ValueType { .integer(0...1_000_000_000) }
  @inlinable public init?(fieldValue: Value) {
    guard case .integer(let number) = fieldValue else { return nil }
    self = number
  }
  @inlinable public var fieldValue: Value { .integer(self) }
}

extension Bool: FieldValue {
  @inlinable public static var valueType: ValueType { .yesNo }
  @inlinable public init?(fieldValue: Value) {
    guard case .yesNo(let answer) = fieldValue else { return nil }
    self = answer
  }
  @inlinable public var fieldValue: Value { .yesNo(self) }
}

extension Money: FieldValue {
  @inlinable public static var valueType: ValueType { .money }
  @inlinable public init?(fieldValue: Value) {
    guard case .money(let money) = fieldValue else { return nil }
    self = money
  }
  @inlinable public var fieldValue: Value { .money(self) }
}

extension CalendarDate: FieldValue {
  @inlinable public static var valueType: ValueType { .date }
  @inlinable public init?(fieldValue: Value) {
    guard case .date(let date) = fieldValue else { return nil }
    self = date
  }
  @inlinable public var fieldValue: Value { .date(self) }
}

extension Moment: FieldValue {
  @inlinable public static var valueType: ValueType { .moment }
  @inlinable public init?(fieldValue: Value) {
    guard case .moment(let moment) = fieldValue else { return nil }
    self = moment
  }
  @inlinable public var fieldValue: Value { .moment(self) }
}

extension TimeOfDay: FieldValue {
  @inlinable public static var valueType: ValueType { .time }
  @inlinable public init?(fieldValue: Value) {
    guard case .time(let time) = fieldValue else { return nil }
    self = time
  }
  @inlinable public var fieldValue: Value { .time(self) }
}

extension Reference: FieldValue {
  /// A field of this type says in its declaration which kinds it refers to.
  @inlinable public static var valueType: ValueType { .reference([]) }
  @inlinable public init?(fieldValue: Value) {
    switch fieldValue {
    case .reference(let reference): self = reference
    case .row(let row):
      guard let reference = row.reference else { return nil }
      self = reference
    default: return nil
    }
  }
  @inlinable public var fieldValue: Value { .reference(self) }
}
