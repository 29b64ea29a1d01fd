/// Room numbers in a text as people write them: `2单元501`, `3-2-402`, `402室`, `房号 五〇一`, with blanks and full-width
/// digits among them.
public enum RoomScan {
  /// A part of a text: a number, or one sign.
  private enum Token: Equatable {
    case number(String)
    case sign(Unicode.Scalar)
  }

  /// The first room number in a text; nothing if it holds none.
  public static func first(in text: String) -> String? {
    let tokens = tokens(of: text)
    for (index, token) in tokens.enumerated() {
      guard case .number(let digits) = token, 2...5 ~= digits.count else { continue }
      if isRoom(digits, tokens[..<index], tokens[(index + 1)...]) { return digits }
    }
    return nil
  }

  private static func isRoom(_ digits: String, _ before: ArraySlice<Token>, _ after: ArraySlice<Token>) -> Bool {
    if hasPrefix(after, ["室", "号房", "房间"]) { return true }
    if hasSuffix(before, ["室号", "房号", "房间", "单元", "门牌"]) { return true }
    guard 3...4 ~= digits.count, !hasPrefix(after, RoomScan.units), !isDateOrAmount(after) else { return false }
    if hasSuffix(before, ["栋", "幢", "座", "号楼", "门", "梯", "#"]) { return true }
    // 3-2-402, but no date: those have two digits at the end.
    let parts = Array(before.suffix(4))
    guard parts.count == 4, parts[1] == .sign("-"), parts[3] == .sign("-"), case .number(let building) = parts[0],
      case .number(let unit) = parts[2]
    else { return false }
    return building.count <= 3 && unit.count <= 2
  }

  /// What stands behind a number that counts something.
  private static let units = ["年", "月", "日", "元", "户", "人", "个", "次", "米", "栋"]

  /// Whether what follows a number makes a date (`-07-08`) or an amount (`.00`) of it.
  private static func isDateOrAmount(_ after: ArraySlice<Token>) -> Bool {
    let next = Array(after.prefix(3))
    guard next.count >= 2, case .number(let digits) = next[1], digits.count == 2 else { return false }
    return next[0] == .sign(".") || (next[0] == .sign("-") && next.count == 3 && next[2] == .sign("-"))
  }

  private static func hasPrefix(_ tokens: ArraySlice<Token>, _ words: [String]) -> Bool {
    words.contains { word in tokens.starts(with: word.unicodeScalars.map { .sign($0) }) }
  }

  private static func hasSuffix(_ tokens: ArraySlice<Token>, _ words: [String]) -> Bool {
    words.contains { word in tokens.reversed().starts(with: word.unicodeScalars.reversed().map { .sign($0) }) }
  }

  /// Numbers and signs, without blanks and what nobody sees; colons are left out, dashes are all of one sort. A blank
  /// parts two numbers, unless their digits are written one by one (`5 0 1`).
  private static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    var isParted = false
    // Whether the last number's digits stand one by one.
    var isSpelled = false
    for scalar in text.unicodeScalars {
      if let digit = NumberScan.digit(scalar) {
        if case .number(let digits)? = tokens.last, isParted ? isSpelled : !isSpelled || digits.count == 1 {
          isSpelled = isParted
          tokens[tokens.count - 1] = .number(digits + String(digit))
        } else {
          isSpelled = true
          tokens.append(.number(String(digit)))
        }
        isParted = false
        continue
      }
      // Hardly any text in Chinese has others.
      if NumberScan.han ~= scalar.value {
        tokens.append(.sign(scalar))
        continue
      }
      let folded = FullWidth.fold(scalar)
      switch folded.properties.generalCategory {
      case .format: continue
      case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator: isParted = true
      case .dashPunctuation: tokens.append(.sign("-"))
      default: if folded != ":" { tokens.append(.sign(folded)) }
      }
    }
    return tokens
  }
}
