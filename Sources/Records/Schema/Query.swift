import Values

/// Which records of one kind are wanted, in which order. Conditions all have to hold.
public struct Query: Sendable {
  /// The kind asked for.
  public var kind: RecordKind
  /// What has to hold of a record, each.
  public var conditions: [Condition]
  /// Whether records that belong to the past are left out.
  public var onlyCurrent: Bool
  /// By which stored fields to sort, the first counting most; then, and without any, by number.
  public var order: [Order]
  /// Whether records that the order leaves equal come newest first.
  public var newestFirst: Bool
  /// How many records at most.
  public var limit: Int?

  /// Creates a query.
  public init(
    _ kind: RecordKind, _ conditions: [Condition] = [], onlyCurrent: Bool = false, order: [Order] = [],
    newestFirst: Bool = false, limit: Int? = nil
  ) {
    self.kind = kind
    self.conditions = conditions
    self.onlyCurrent = onlyCurrent
    self.order = order
    self.newestFirst = newestFirst
    self.limit = limit
  }
}

/// One thing that has to hold of a stored field.
public struct Condition: Sendable {
  /// How a field's value is compared. Only `equal` to `.none` and `notEqual` to `.none` concern missing values; no
  /// other comparison holds of a missing value, except `notEqual`.
  public enum Comparison: Sendable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, contains
    /// The text's last four characters (``RecordKind/Search/tailLength``) are the value.
    case tail
  }

  /// The English name of a stored field, or `id` for the record's number.
  public let field: String
  /// How to compare.
  public let comparison: Comparison
  /// What to compare with; of the field's type.
  public let value: Value

  /// Creates a condition on a field.
  public init(_ field: String, _ comparison: Comparison, _ value: Value) {
    self.field = field
    self.comparison = comparison
    self.value = value
  }

  /// The condition that a declared field has some value.
  public static func present<Content: FieldValue>(_ field: Field<Content?>) -> Condition {
    Condition(field.declaration.name.english, .notEqual, .none)
  }

  /// The condition that a declared field has a value.
  public static func equal<Content: FieldValue>(_ field: Field<Content>, _ content: Content) -> Condition {
    Condition(field.declaration.name.english, .equal, content.fieldValue)
  }
}

/// A stored field to sort by.
public struct Order: Sendable, Hashable {
  /// The English name of the field.
  public let field: String
  /// Whether the largest value comes first.
  public let descending: Bool

  /// Creates an order.
  public init(_ field: String, descending: Bool = false) {
    self.field = field
    self.descending = descending
  }
}
