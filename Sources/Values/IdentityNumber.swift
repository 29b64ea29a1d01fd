/// A citizen's identity number of 18 places (GB 11643-1999). None is kept; this recognises them, so that they can be
/// refused and hidden.
public enum IdentityNumber {
  /// How many places it has.
  public static let length = 18

  /// Whether 18 digits, the last of them perhaps an X, are such a number: a province, a day of birth, the check digit.
  public static func isValid(_ digits: String) -> Bool {
    guard isPlausible(digits) else { return false }
    let places = Array(digits.utf8)
    // ISO 7064, MOD 11-2.
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(places, weights).reduce(0) { $0 + (Int($1.0) - 0x30) * $1.1 }
    return places[17] == Array("10X98765432".utf8)[sum % 11]
  }

  /// Whether 18 digits have a province and a day of birth in their places; the last of them may be mistyped.
  public static func isPlausible(_ digits: String) -> Bool {
    let values = digits.utf8.dropLast().map { Int($0) - 0x30 }
    guard values.count == length - 1, values.allSatisfy({ 0...9 ~= $0 }), provinces.contains(String(digits.prefix(2)))
    else { return false }
    func number(_ range: Range<Int>) -> Int { values[range].reduce(0) { $0 * 10 + $1 } }
    return 1850...2200 ~= number(6..<10)
      && CalendarDate(year: number(6..<10), month: number(10..<12), day: number(12..<14)) != nil
  }

  /// A number for eyes that need not see it: its last four places. What is no such number is hidden whole. Masking what
  /// is masked changes nothing.
  public static func masked(_ text: String) -> String {
    let stars = String(repeating: "*", count: length - 4)
    let places = FullWidth.fold(text).uppercased().filter { !$0.isWhitespace && $0 != "-" }
    let isNumber = places.count == length && places.dropLast().allSatisfy(\.isASCIIDigit)
    let isMask = text.count == length && text.hasPrefix(stars)
    let end = isMask ? String(text.suffix(4)) : String(places.suffix(4))
    return (isNumber || isMask) && end.allSatisfy { $0.isASCIIDigit || $0 == "X" } ? stars + end : "***"
  }

  /// The first two places: provinces, autonomous regions, municipalities (GB/T 2260).
  private static let provinces: Set<String> = [
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44",
    "45",
    "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83", "91",
  ]
}
