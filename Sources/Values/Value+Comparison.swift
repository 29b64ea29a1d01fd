import Diagnostics
import Foundation

extension Value {
  /// Whether two values are the same. A plain number meets money as yuan, a text meets a choice by either of its
  /// names, a record meets a row that shows it; values that cannot be compared are simply not the same.
  public func equals(_ other: Value) throws -> Bool {
    switch (self, other) {
    case (.none, .none): return true
    case (.none, _), (_, .none): return false
    case (.choice(let choice), .text(let text)), (.text(let text), .choice(let choice)):
      return choice.name.matches(text)
    case (.choice(let left), .choice(let right)): return left == right
    case (.yesNo(let left), .yesNo(let right)): return left == right
    case (.list, _), (_, .list): return self == other
    case (.row(let row), .reference(let reference)), (.reference(let reference), .row(let row)):
      return row.reference == reference
    case (.row, _), (.reference, _), (_, .row), (_, .reference): return self == other
    default: return (try? compare(other)) == 0
    }
  }

  /// How two values stand to each other: below zero when this one comes first, zero when neither does, nothing when
  /// one of them is missing. Texts are ordered by their Unicode scalars, choices by their English names.
  ///
  /// - Throws: a ``Diagnostic`` when values of these kinds have no order.
  public func compare(_ other: Value) throws -> Int? {
    switch (self, other) {
    case (.none, _), (_, .none): return nil
    case (.integer(let left), .integer(let right)): return Value.order(left, right)
    case (.money(let left), .money(let right)): return Value.order(left, right)
    case (.date(let left), .date(let right)): return Value.order(left, right)
    case (.moment(let left), .moment(let right)): return Value.order(left, right)
    case (.time(let left), .time(let right)): return Value.order(left, right)
    case (.text(let left), .text(let right)): return Value.order(left, right)
    case (.moment(let left), .date(let right)): return Value.order(left, Moment(right))
    case (.date(let left), .moment(let right)): return Value.order(Moment(left), right)
    case (.choice(let left), .choice(let right)): return Value.order(left.name.english, right.name.english)
    case (.choice(let choice), .text(let text)):
      return choice.name.matches(text) ? 0 : Value.order(choice.name.english, text)
    case (.text(let text), .choice(let choice)):
      return choice.name.matches(text) ? 0 : Value.order(text, choice.name.english)
    case (.yesNo(let left), .yesNo(let right)): return Value.order(left ? 1 : 0, right ? 1 : 0)
    case (.period(let left), .period(let right)): return try Value.order(left, right)
    case (.list(let left), .list(let right)):
      for (first, second) in zip(left, right) {
        if let order = try first.compare(second), order != 0 { return order }
      }
      return Value.order(left.count, right.count)
    case (.reference(let left), .reference(let right)):
      return left.kind == right.kind ? Value.order(left.id, right.id) : Value.order(left.kind, right.kind)
    default:
      if let left = yuan, let right = other.yuan { return Value.order(left, right) }
      throw Diagnostic(
        .type,
        Localized(
          "\(typeName.english) cannot be compared with \(other.typeName.english)",
          "\(typeName.chinese)不能与\(other.typeName.chinese)比较"))
    }
  }

  /// The value as a number, money in yuan.
  var yuan: Decimal? {
    switch self {
    case .integer(let number): Decimal(number)
    case .decimal(let number): number
    case .money(let money): money.yuan
    default: nil
    }
  }

  /// A month is no fixed number of days: periods are compared if the shortest and the longest months tell the same.
  private static func order(_ left: Period, _ right: Period) throws -> Int {
    let months = Int(left.months) - Int(right.months)
    let minutes = (Int(left.days) - Int(right.days)) * 1_440 + Int(left.minutes) - Int(right.minutes)
    let orders = [28, 31].map { order(months * $0 * 1_440 + minutes, 0) }
    guard orders[0] == orders[1] else {
      throw Diagnostic(
        .arithmetic,
        Localized("which is longer depends on the months: they have 28 to 31 days", "哪个更长取决于具体月份：一个月有 28 至 31 天"))
    }
    return orders[0]
  }

  private static func order<Key: Comparable>(_ left: Key, _ right: Key) -> Int {
    left < right ? -1 : (right < left ? 1 : 0)
  }
}
