import Diagnostics
import Foundation
import Values

extension FunctionDeclaration {
  /// Functions of numbers and money.
  static let numbers: [FunctionDeclaration] = [
    FunctionDeclaration(
      Name("abs", "绝对值"), "abs(NUMBER)", Localized("The number without its sign.", "去掉正负号。"), arity: 1...1,
      example: ("abs(3 - 5)", "2")
    ) { values, _ in
      let negative = try values[0].compare(zero(like: values[0])).map { $0 < 0 } ?? false
      return negative ? try zero(like: values[0]).subtracting(values[0]) : values[0]
    },
    FunctionDeclaration(
      Name("min", "最小"), "min(VALUE, …)", Localized("The smallest of the values.", "各值中最小的。"), arity: 1...100,
      example: ("min(3, 1, 2)", "1")
    ) { values, _ in try extreme(values) { $0 < 0 } },
    FunctionDeclaration(
      Name("max", "最大"), "max(VALUE, …)", Localized("The largest of the values.", "各值中最大的。"), arity: 1...100,
      example: ("max(3, 1, 2)", "3")
    ) { values, _ in try extreme(values) { $0 > 0 } },
    FunctionDeclaration(
      Name("round", "四舍五入"), "round(NUMBER, PLACES)",
      Localized("The number rounded half up to so many decimal places.", "四舍五入到指定的小数位数。"), arity: 1...2,
      example: ("round(2.345, 2)", "2.35")
    ) { values, _ in
      var places = 0
      if values.count > 1 {
        guard case .integer(let number) = values[1], 0...20 ~= number else {
          throw unfit(values[1], Localized("a number of places from 0 to 20", "0 到 20 的位数"))
        }
        places = number
      }
      switch values[0] {
      case .integer: return values[0]
      case .decimal(let number):
        var exact = number
        var rounded = Decimal()
        NSDecimalRound(&rounded, &exact, places, .plain)
        return Value.number(rounded)
      default: throw unfit(values[0], Localized("a number", "数字"))
      }
    },
    FunctionDeclaration(
      Name("percent", "百分比"), "percent(PART, WHOLE)",
      Localized(
        "The part in hundredths of the whole, cut off after two places, never rounded up.", "部分占整体的百分比，截尾保留两位，不进位。"),
      arity: 2...2, example: ("percent(4826, 5070)", "95.18")
    ) { values, _ in
      guard case .integer(let part) = values[0], case .integer(let whole) = values[1] else {
        throw unfit(values[0], Localized("two whole numbers", "两个整数"))
      }
      guard whole > 0, part >= 0 else { throw unfit(values[1], Localized("a whole above zero", "大于零的整体")) }
      let (scaled, overflow) = part.multipliedReportingOverflow(by: 10_000)
      guard !overflow else { throw unfit(values[0], Localized("a smaller number", "较小的数")) }
      return Value.number(Decimal(scaled / whole) / 100)
    },
    FunctionDeclaration(
      Name("capital", "大写金额"), "capital(MONEY)",
      Localized("The amount in capital numerals, as receipts write it.", "金额的中文大写。"), arity: 1...1,
      example: ("capital(1250元)", "壹仟贰佰伍拾元整")
    ) { values, host in
      guard case .money(let money)? = try ValueType.money.convert(values[0], now: host.now) else {
        throw unfit(values[0], Localized("an amount of money", "金额"))
      }
      return .text(money.capitalNumerals)
    },
  ]

  private static func zero(like value: Value) -> Value {
    if case .money = value { return .money(Money(fen: 0)) }
    return .integer(0)
  }

  private static func extreme(_ values: [Value], _ isBetter: (Int) -> Bool) throws -> Value {
    var candidates = values
    if values.count == 1, case .list(let elements) = values[0] { candidates = elements }
    guard var best = candidates.first else { return .none }
    for value in candidates.dropFirst() {
      if let order = try value.compare(best), isBetter(order) { best = value }
    }
    return best
  }
}
