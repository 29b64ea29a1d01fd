/// A Swift type that a ``Field`` can have.
public protocol FieldValue: Sendable {
  /// The type of value that the field takes unless its declaration narrows it.
  static var valueType: ValueType { get }
  /// Whether a field of this type may be without a value.
  static var isOptional: Bool { get }
  /// Reads the Swift value; nothing if the value is of another type.
  init?(fieldValue: Value)
  /// The value as it is stored and computed with.
  var fieldValue: Value { get }
}

extension FieldValue {
  /// A field must have a value unless its type says otherwise.
  @inlinable public static var isOptional: Bool { false }
}

extension Optional: FieldValue where Wrapped: FieldValue {
  @inlinable public static var valueType: ValueType { Wrapped.valueType }
  @inlinable public static var isOptional: Bool { true }

  @inlinable public init?(fieldValue: Value) {
    if case .none = fieldValue {
      self = .none
    } else if let wrapped = Wrapped(fieldValue: fieldValue) {
      self = .some(wrapped)
    } else {
      return nil
    }
  }

  @inlinable public var fieldValue: Value { self?.fieldValue ?? .none }
}

extension Array: FieldValue where Element: FieldValue {
  @inlinable public static var valueType: ValueType { .list(Element.valueType) }

  @inlinable public init?(fieldValue: Value) {
    switch fieldValue {
    case .none: self = []
    case .list(let values): self = values.compactMap(Element.init(fieldValue:))
    default: return nil
    }
  }

  @inlinable public var fieldValue: Value { .list(map(\.fieldValue)) }
}

extension Value: FieldValue {
  @inlinable public static var valueType: ValueType { .any }
  @inlinable public init?(fieldValue: Value) { self = fieldValue }
  @inlinable public var fieldValue: Value { self }
}
