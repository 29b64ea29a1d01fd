import Values

/// What is known of a value before the script runs. Whatever its kinds, it may turn out to be missing.
struct StaticType: Sendable {
  /// The kinds that it may be of; `nothing` alone says that it is missing for certain.
  let kinds: ValueKinds
  /// The columns that a row, or the record that a reference names, may have: those of one of these shapes. Nothing if
  /// they are not known.
  let shapes: [RowShape]?
  /// What is known of a list's elements, in an array because a type cannot hold itself.
  private let elements: [StaticType]
  /// How many lists stand inside each other.
  private let depth: Int

  /// How many lists inside each other, and how many shapes of one value, are told apart: more are not known.
  private static let limit = 8

  private init(_ kinds: ValueKinds, shapes: [RowShape]? = nil, elements: [StaticType] = []) {
    self.kinds = kinds
    self.shapes = shapes.flatMap { $0.isEmpty || $0.count > StaticType.limit ? nil : $0 }
    depth = (elements.first?.depth ?? 0) + 1
    self.elements = depth > StaticType.limit ? [] : elements
  }

  /// Nothing is known.
  static let unknown = StaticType(.any)
  /// There is no value.
  static let nothing = StaticType(.nothing)

  /// A value of one of some kinds, and no more is known of it.
  static func some(_ kinds: ValueKinds) -> StaticType { StaticType(kinds) }

  /// One row with these columns.
  static func row(_ shape: RowShape) -> StaticType { StaticType(.row, shapes: [shape]) }

  /// A record that has one of these shapes, or of which nothing is known.
  static func reference(_ shapes: [RowShape]?) -> StaticType { StaticType(.reference, shapes: shapes) }

  /// A list of elements of which this is known.
  static func list(_ element: StaticType) -> StaticType { StaticType(.list, elements: [element]) }

  /// A list of rows with these columns.
  static func rows(_ shape: RowShape) -> StaticType { .list(.row(shape)) }

  /// A value that stands in the text.
  static func constant(_ value: Value) -> StaticType {
    guard case .list(let values) = value else { return StaticType(ValueKinds(of: value)) }
    return .list(values.map(constant).union)
  }

  /// What is known of the elements of the value, if it is a list.
  var element: StaticType { elements.first ?? .unknown }

  /// Whether nothing at all is known.
  var isUnknown: Bool { kinds == .any }

  /// Whether the value may be of one of some kinds. One that is missing for certain is of none.
  func mayBe(_ others: ValueKinds) -> Bool { !kinds.isDisjoint(with: others) }

  /// What is known of a value of which either this is known or something else.
  func union(_ other: StaticType) -> StaticType {
    if isUnknown || other.isUnknown { return .unknown }
    let shapes = union(of: \.shapes, other, having: .record) { mine, others in
      mine + others.filter { shape in !mine.contains { $0 === shape } }
    }
    let elements = union(of: \.elementList, other, having: .list) { [($0 + $1).union] }
    return StaticType(kinds.union(other.kinds), shapes: shapes, elements: elements ?? [])
  }

  /// What is known of a part that values of some kinds have: of one of the two if only one may have it.
  private func union<Part>(
    of part: (StaticType) -> Part?, _ other: StaticType, having owners: ValueKinds, _ join: (Part, Part) -> Part
  ) -> Part? {
    guard mayBe(owners) else { return part(other) }
    guard other.mayBe(owners) else { return part(self) }
    guard let first = part(self), let second = part(other) else { return nil }
    return join(first, second)
  }

  private var elementList: [StaticType]? { elements.isEmpty ? nil : elements }
}

extension [StaticType] {
  /// What is known of a value of which one of these is known; of no value at all, nothing is.
  var union: StaticType {
    guard let first else { return .unknown }
    return dropFirst().reduce(first) { $0.union($1) }
  }
}

extension StaticType: Equatable {
  /// Two types are equal when the same is known.
  static func == (left: StaticType, right: StaticType) -> Bool {
    left.kinds == right.kinds && left.elements == right.elements
      && left.shapes?.map { ObjectIdentifier($0) } == right.shapes?.map { ObjectIdentifier($0) }
  }
}
