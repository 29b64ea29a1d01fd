import Diagnostics
import Values

extension StaticType {
  /// What is known of a value of a declared type.
  ///
  /// - Parameter shape: the columns of a kind of record.
  init(_ type: ValueType, shape: (String) -> RowShape?) {
    self =
      switch type {
      case .any: .unknown
      case .text, .code, .phone, .path: .some(.text)
      case .integer: .some(.integer)
      case .decimal: .some(.number)
      case .money: .some(.money)
      case .date: .some(.date)
      case .moment: .some(.moment)
      case .time: .some(.time)
      case .period: .some(.period)
      case .yesNo: .some(.yesNo)
      case .choice: .some(.choice)
      case .reference(let kinds): .reference(kinds.compactMap(shape))
      case .list(let element): .list(StaticType(element, shape: shape))
      case .either(let types): types.map { StaticType($0, shape: shape) }.union
      }
  }

  /// What is known of a field of the value.
  ///
  /// - Throws: a ``Diagnostic`` if no value of which this is known has the field.
  func field(_ name: String, at place: Place, shape: (String) -> RowShape?) throws -> StaticType {
    guard mayBe(.record) else {
      if kinds == .nothing { return .nothing }
      throw kinds == .list
        ? Diagnostic.fieldOfRows(at: place)
        : Diagnostic.noField(name, of: kinds.subtracting(.nothing).sample, at: place)
    }
    guard let shapes else { return .unknown }
    let columns = shapes.compactMap { shape in shape.slot(named: name).map { shape.columns[$0] } }
    guard !columns.isEmpty else { throw Diagnostic.unknownField(name, of: shapes, at: place) }
    return columns.map { StaticType($0.type, shape: shape) }.union
  }

  /// Makes sure that such values can be put in order with others; lists are by their elements.
  func checkOrder(with other: StaticType) throws {
    if kinds == .list, other.kinds == .list { return try element.checkOrder(with: other.element) }
    _ = try kinds.combined(with: other.kinds) {
      _ = try $0.compare($1)
      return .none
    }
  }

  /// What is known of the rows that flow through filters when the value does: a list's elements are rows, anything
  /// else is one, and what is no row stands in a row of one column.
  var rows: StaticType {
    let element = kinds == .list ? element : self
    if element.kinds == .row { return element }
    // A list inside a list is a value in a row of its own.
    guard !element.mayBe(kinds == .list ? .row : [.row, .list, .nothing]) else { return .unknown }
    return .row(RowShape([Column(CommandResult.valueShape.columns[0].name, element.columnType)]))
  }

  /// The type of a column that such values stand in.
  private var columnType: ValueType {
    switch kinds {
    case .yesNo: .yesNo
    case .integer: .integer(Int.min...Int.max)
    case .decimal, .number: .decimal
    case .money: .money
    case .date: .date
    case .moment: .moment
    case .time: .time
    case .period: .period
    case .text: .text(maximum: .max)
    default: .any
    }
  }
}
