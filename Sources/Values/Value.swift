import Foundation

/// Everything that a field can hold and the command language can compute with.
public enum Value: Sendable, Equatable {
  /// No value.
  case none
  /// Yes or no.
  case yesNo(Bool)
  /// A whole number.
  case integer(Int)
  /// An exact decimal number.
  indirect case decimal(Decimal)
  /// An amount of money, exact to the fen.
  case money(Money)
  /// A date, known to the day or less precisely.
  case date(CalendarDate)
  /// A date and a time of day, in the office's own time zone.
  case moment(Moment)
  /// A time of day.
  case time(TimeOfDay)
  /// A length of time.
  case period(Period)
  /// A text.
  case text(String)
  /// One of a closed list.
  case choice(Choice)
  /// A record, named but not read.
  indirect case reference(Reference)
  /// Several values in order.
  case list([Value])
  /// A row of a listing, read.
  case row(Row)
}

extension Value {
  /// Whether there is a value at all.
  @inlinable public var isPresent: Bool {
    if case .none = self { return false }
    return true
  }
}
