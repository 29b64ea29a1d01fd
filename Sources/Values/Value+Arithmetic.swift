import Diagnostics
import Foundation

extension Value {
  /// The sum: of numbers, of money (a plain number counts as yuan), of a date and a period, of texts, of lists.
  ///
  /// This and the other computations throw a ``Diagnostic``: `E-NO-VALUE` when a value is missing, `E-TYPE` when values
  /// of these kinds cannot be computed with, `E-ARITHMETIC` when these very values cannot.
  public func adding(_ other: Value) throws -> Value {
    switch (self, other) {
    case (.integer(let left), .integer(let right)): return try Value.whole(left.addingReportingOverflow(right))
    case (.text(let left), .text(let right)): return .text(left + right)
    case (.list(let left), .list(let right)): return .list(left + right)
    case (.date, .period(let period)), (.moment, .period(let period)): return try moved(by: period, sign: 1)
    case (.period(let left), .period(let right)):
      return .period(
        Period(
          months: Int(left.months) + Int(right.months), days: Int(left.days) + Int(right.days),
          minutes: Int(left.minutes) + Int(right.minutes)))
    default: return try combined(other, "+") { $0 + $1 }
    }
  }

  /// The difference: of numbers, of money, of a date and a period; between two dates, a period in days.
  public func subtracting(_ other: Value) throws -> Value {
    switch (self, other) {
    case (.integer(let left), .integer(let right)): return try Value.whole(left.subtractingReportingOverflow(right))
    case (.date, .period(let period)), (.moment, .period(let period)): return try moved(by: period, sign: -1)
    case (.date(let left), .date(let right)): return .period(Period(days: left.ordinal - right.ordinal))
    case (.moment(let left), .moment(let right)): return .period(Period(minutes: (left.seconds - right.seconds) / 60))
    default: return try combined(other, "-") { $0 - $1 }
    }
  }

  /// The product: of numbers, or of money and a number, rounded half up to the fen.
  public func multiplied(by other: Value) throws -> Value {
    switch (self, other) {
    case (.integer(let left), .integer(let right)): return try Value.whole(left.multipliedReportingOverflow(by: right))
    case (.money, .money): throw unfit("*", other)
    case (.money(let money), _), (_, .money(let money)):
      let factor: Decimal?
      if case .money = self { factor = other.yuan } else { factor = yuan }
      guard let factor else { throw unfit("*", other) }
      return try Value.rounded(money.yuan * factor)
    default:
      guard let left = yuan, let right = other.yuan else { throw unfit("*", other) }
      return try Value.checked(left * right)
    }
  }

  /// The quotient: of numbers, exact to 38 digits; of money and a number, rounded half up to the fen; of money and
  /// money, a number.
  public func divided(by other: Value) throws -> Value {
    guard let left = yuan, let right = other.yuan else { throw unfit("/", other) }
    guard right != 0 else {
      throw Value.divisionByZero
    }
    switch (self, other) {
    case (.money, .money): return try Value.checked(left / right)
    case (.money, _): return try Value.rounded(left / right)
    case (_, .money): throw unfit("/", other)
    default: return try Value.checked(left / right)
    }
  }

  /// The negative.
  public func negated() throws -> Value {
    if case .money = self { return try Value.money(.zero).subtracting(self) }
    return try Value.integer(0).subtracting(self)
  }

  /// The remainder of two whole numbers, with the sign of the first.
  public func remainder(dividingBy other: Value) throws -> Value {
    guard case .integer(let left) = self, case .integer(let right) = other else {
      switch (self, other) {
      case (.decimal, .integer), (.integer, .decimal), (.decimal, .decimal):
        throw Diagnostic(.range, Localized("% works with whole numbers only", "% 只用于整数"))
      default: throw unfit("%", other)
      }
    }
    guard right != 0 else { throw Value.divisionByZero }
    return .integer(right == -1 ? 0 : left % right)
  }

  private func combined(_ other: Value, _ sign: String, _ compute: (Decimal, Decimal) -> Decimal) throws -> Value {
    guard let left = yuan, let right = other.yuan else { throw unfit(sign, other) }
    let result = compute(left, right)
    switch (self, other) {
    case (.money, _), (_, .money):
      guard let money = Money(yuan: result) else {
        throw Diagnostic(
          .arithmetic, Localized("the amount is no whole number of fen, or too large", "金额不是整数分，或过大"))
      }
      return .money(money)
    default: return try Value.checked(result)
    }
  }

  /// A date or a moment, a period later or earlier.
  private func moved(by period: Period, sign: Int) throws -> Value {
    let (months, days) = (sign * Int(period.months), sign * Int(period.days))
    switch self {
    case .date(let date):
      guard let day = date.moved(months: months, days: days) else { throw Value.outsideCalendar }
      return .date(day)
    case .moment(let moment):
      guard let day = moment.date.moved(months: months, days: days) else { throw Value.outsideCalendar }
      let second = moment.seconds - Moment(moment.date).seconds
      let moved = Moment(seconds: Moment(day).seconds + second + sign * Int(period.minutes) * 60)
      guard CalendarDate.ordinals ~= moved.date.ordinal else { throw Value.outsideCalendar }
      return .moment(moved)
    default: preconditionFailure("only dates and moments are moved")
    }
  }

  private static var outsideCalendar: Diagnostic {
    Diagnostic(.arithmetic, Localized("the date would lie outside the years 1 to 9999", "日期将超出公元1年至9999年"))
  }

  private func unfit(_ sign: String, _ other: Value) -> Diagnostic {
    guard isPresent, other.isPresent else {
      return Diagnostic(
        .noValue, Localized("\(sign) needs two values, and one is missing", "\(sign) 需要两个值，但有一个为空"),
        hint: Localized("look first whether there is one: if $x != none { … }", "请先判断是否有值：if $x != none { … }"))
    }
    return Diagnostic(
      .type,
      Localized(
        "\(sign) does not work with \(typeName.english) and \(other.typeName.english)",
        "\(typeName.chinese)与\(other.typeName.chinese)不能用 \(sign) 计算"),
      hint: sign == "+" && [typeName, other.typeName].contains(Value.text("").typeName)
        ? Localized("write text(…) to make a text of a value", "可用 text(…) 把值变为文字") : nil)
  }

  private static func whole(_ result: (partialValue: Int, overflow: Bool)) throws -> Value {
    guard !result.overflow else {
      throw Diagnostic(.arithmetic, Localized("the number is too large", "数字过大"))
    }
    return .integer(result.partialValue)
  }

  private static func checked(_ number: Decimal) throws -> Value {
    guard number.isFinite else {
      throw Diagnostic(.arithmetic, Localized("the number is too large", "数字过大"))
    }
    return .number(number)
  }

  private static func rounded(_ yuan: Decimal) throws -> Value {
    var exact = yuan
    var rounded = Decimal()
    NSDecimalRound(&rounded, &exact, 2, .plain)
    guard let money = Money(yuan: rounded) else {
      throw Diagnostic(.arithmetic, Localized("the amount is too large", "金额过大"))
    }
    return .money(money)
  }
}
