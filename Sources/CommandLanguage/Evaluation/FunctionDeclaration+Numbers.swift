import Diagnostics
import Foundation
import Values

extension FunctionDeclaration {
  /// Functions of numbers and money.
  static let numbers: [FunctionDeclaration] = [
    FunctionDeclaration(
      Name("abs", "绝对值"), "abs(NUMBER)", Localized("The number without its sign.", "去掉正负号。"),
      takes: [[.integer, .decimal, .money, .nothing]],
      gives: { .some($0[0].kinds.intersection([.integer, .decimal, .money])) }, example: ("abs(3 - 5)", "2")
    ) { values, _ in
      try values[0].compare(.integer(0)).map { $0 < 0 } == true ? try values[0].negated() : values[0]
    },
    FunctionDeclaration(
      Name("min", "最小"), "min(VALUE, …)", Localized("The smallest of the values.", "各值中最小的。"), takes: [.any],
      arity: 1...100, gives: extreme, example: ("min(3, 1, 2)", "1")
    ) { values, _ in try extreme(values) { $0 < 0 } },
    FunctionDeclaration(
      Name("max", "最大"), "max(VALUE, …)", Localized("The largest of the values.", "各值中最大的。"), takes: [.any],
      arity: 1...100, gives: extreme, example: ("max(3, 1, 2)", "3")
    ) { values, _ in try extreme(values) { $0 > 0 } },
    FunctionDeclaration(
      Name("round", "四舍五入"), "round(NUMBER, PLACES)",
      Localized("The number rounded half up to so many decimal places.", "四舍五入到指定的小数位数。"),
      takes: [.number, .integer], arity: 1...2, gives: .number, example: ("round(2.345, 2)", "2.35")
    ) { values, _ in
      var places = 0
      if values.count > 1, case .integer(let number) = values[1] { places = number }
      guard 0...20 ~= places else { throw outOfRange("places are from 0 to 20", "小数位数须在 0 至 20 之间") }
      guard case .decimal(var exact) = values[0] else { return values[0] }
      var rounded = Decimal()
      NSDecimalRound(&rounded, &exact, places, .plain)
      return Value.number(rounded)
    },
    FunctionDeclaration(
      Name("percent", "百分比"), "percent(PART, WHOLE)",
      Localized(
        "The part in hundredths of the whole, cut off after two places, never rounded up.", "部分占整体的百分比，截尾保留两位，不进位。"),
      takes: [.integer, .integer], gives: .number, example: ("percent(4826, 5070)", "95.18")
    ) { values, _ in
      guard case .integer(let part) = values[0], case .integer(let whole) = values[1] else {
        preconditionFailure("the declaration takes whole numbers only")
      }
      guard whole > 0, part >= 0 else {
        throw outOfRange("a part of 0 or more and a whole above 0 are needed", "部分不能为负，整体须大于零")
      }
      guard let rate = Ratio(part, of: whole).percent(.truncate2).flatMap({ Decimal(string: $0) }) else {
        throw outOfRange("the number is too large", "数字过大")
      }
      return Value.number(rate)
    },
    FunctionDeclaration(
      Name("capital", "大写金额"), "capital(MONEY)",
      Localized("The amount in capital numerals, as receipts write it.", "金额的中文大写。"),
      takes: [[.integer, .decimal, .money, .text]], gives: .text, example: ("capital(1250元)", "壹仟贰佰伍拾元整")
    ) { values, host in
      guard case .money(let money)? = try ValueType.money.convert(values[0], now: host.now) else {
        preconditionFailure("the declaration takes amounts only")
      }
      return .text(money.capitalNumerals)
    },
  ]

  /// What is known of the smallest or largest of some values, or of a list's elements.
  private static func extreme(_ arguments: [StaticType]) throws -> StaticType {
    var candidates = arguments
    if arguments.count == 1, arguments[0].mayBe(.list) {
      candidates = [arguments[0].kinds == .list ? arguments[0].element : .unknown]
    }
    for (candidate, next) in zip(candidates, candidates.dropFirst()) { try candidate.checkOrder(with: next) }
    return candidates.union
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
