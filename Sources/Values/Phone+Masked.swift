extension Phone {
  /// A typed or stored number for eyes that need not see it; what is no number is hidden whole. Masking what is masked
  /// changes nothing.
  public static func masked(_ text: String) -> String {
    if let phone = Phone(text) { return phone.masked }
    return isMask(text) ? text : "***"
  }

  /// Whether a text is what ``masked`` makes of a number: stars with a few digits around them.
  private static func isMask(_ text: String) -> Bool {
    let digits = text.hasPrefix("+") ? text.dropFirst() : text[...]
    let start = digits.prefix(while: \.isASCIIDigit)
    let stars = digits.dropFirst(start.count).prefix { $0 == "*" }
    let end = digits.dropFirst(start.count + stars.count)
    return stars.count >= 3 && start.count <= 4 && end.count <= 4 && end.allSatisfy(\.isASCIIDigit)
  }
}
