/// Amounts in capital numerals, as payment slips write them (支付结算办法, annex 1 正确填写票据和结算凭证的基本规定).
enum CapitalNumerals {
  private static let digits: [Character] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
  private static let places: [String] = ["", "拾", "佰", "仟"]
  private static let groups: [String] = ["", "万", "亿", "万亿", "亿亿"]

  /// The numerals of an amount above zero.
  static func text(fen: Int) -> String {
    let yuan = fen / 100
    let (tenths, cents) = (fen / 10 % 10, fen % 10)
    var text = yuan > 0 ? whole(yuan) + "元" : ""
    if tenths == 0, cents == 0 { return text + "整" }
    if tenths > 0 {
      // A zero between yuan and jiao is written when the yuan end in one.
      if yuan > 0, yuan % 10 == 0 { text += "零" }
      text += "\(digits[tenths])角"
    } else if yuan > 0 {
      text += "零"
    }
    if cents > 0 { text += "\(digits[cents])分" }
    return text
  }

  /// A whole number: groups of four digits, one 零 for any run of zeros inside.
  private static func whole(_ number: Int) -> String {
    var parts: [Int] = []
    var rest = number
    while rest > 0 {
      parts.append(rest % 10_000)
      rest /= 10_000
    }
    var text = ""
    var needsZero = false
    for index in parts.indices.reversed() {
      let part = parts[index]
      guard part > 0 else {
        needsZero = !text.isEmpty
        continue
      }
      if !text.isEmpty, needsZero || part < 1_000 { text += "零" }
      text += group(part) + groups[index]
      needsZero = false
    }
    return text
  }

  /// A number from 1 to 9999.
  private static func group(_ number: Int) -> String {
    var text = ""
    var pendingZero = false
    for place in [3, 2, 1, 0] {
      let digit = number / [1, 10, 100, 1_000][place] % 10
      guard digit > 0 else {
        pendingZero = !text.isEmpty
        continue
      }
      if pendingZero { text += "零" }
      text += "\(digits[digit])\(places[place])"
      pendingZero = false
    }
    return text
  }

  /// The fen that capital numerals mean; nothing if the text is none.
  ///
  /// Reads a text only if writing the result gives it back, so that a slip of the pen is no amount.
  static func fen(of text: Substring) -> Int? {
    guard let first = text.first, digits.contains(first), text.count <= 60 else { return nil }
    // Wider than an amount: what is written wrong may mean far more than fits.
    var fen: Int128 = 0
    var total: Int128 = 0
    var group: Int128 = 0
    var digit: Int128 = 0
    for character in text {
      guard max(fen, total) <= Int.max else { return nil }
      if let value = digits.firstIndex(of: character) {
        digit = Int128(value)
        continue
      }
      switch character {
      case "拾", "佰", "仟":
        group += digit * ["拾": 10, "佰": 100, "仟": 1_000][character, default: 1]
        digit = 0
      case "万":
        total += (group + digit) * 10_000
        (group, digit) = (0, 0)
      case "亿":
        total = (total + group + digit) * 100_000_000
        (group, digit) = (0, 0)
      case "元":
        fen += (total + group + digit) * 100
        (total, group, digit) = (0, 0, 0)
      case "角":
        fen += digit * 10
        digit = 0
      case "分":
        fen += digit
        digit = 0
      case "整", "正": break
      default: return nil
      }
    }
    let written = text.hasSuffix("正") ? String(text.dropLast()) + "整" : String(text)
    guard let fen = Int(exactly: fen), fen > 0 else { return nil }
    let canonical = self.text(fen: fen)
    return canonical == written || canonical == written + "整" ? fen : nil
  }
}

extension Money {
  /// The amount in capital numerals, without 人民币 before it: `贰万壹仟零陆拾元整`. Only amounts above zero are written
  /// so; anything else reads 零元整.
  public var capitalNumerals: String { fen > 0 ? CapitalNumerals.text(fen: fen) : "零元整" }
}
