/// What values a field, a parameter or a column takes.
public indirect enum ValueType: Sendable {
  /// Any value at all, as written.
  case any
  /// A text of 1 to `maximum` characters.
  case text(maximum: Int)
  /// A text of 1 to `maximum` characters that stands for a thing, such as a room: full-width letters and digits in it
  /// are ASCII.
  case code(maximum: Int)
  /// A whole number within bounds.
  case integer(ClosedRange<Int>)
  /// An exact decimal number.
  case decimal
  /// Money; whether zero or less is allowed is a rule of the command, not of the type.
  case money
  /// A date.
  case date
  /// A date and a time.
  case moment
  /// A time of day.
  case time
  /// A length of time.
  case period
  /// A telephone number.
  case phone
  /// Yes or no.
  case yesNo
  /// One of a closed list.
  case choice([Choice])
  /// A record of one of the kinds, given by their English names.
  case reference([String])
  /// Several values of one type, separated by commas or given in brackets.
  case list(ValueType)
  /// The path of a file.
  case path
  /// A value of the first of these types that fits.
  case either([ValueType])
}
