import Foundation

extension Decimal {
  /// The number as an integer, if it is a whole one that fits.
  ///
  /// Foundation's own conversion is asked, and its answer compared: just below the smallest integer it is wrong.
  var whole: Int? {
    guard let number = Int(exactly: NSDecimalNumber(decimal: self)), Decimal(number) == self else { return nil }
    return number
  }
}
