import Diagnostics
import Values

extension FundAccounts {
  /// The most that one entry may move: the sum of many millions of them still is a number.
  private static let most = Money(fen: 1_000_000_000_000)

  /// Refuses amounts of zero and less, and those that nobody has.
  static func requireAmount(_ money: Money, subject: String = "amount") throws {
    if money <= .zero {
      throw Diagnostic(
        .amount, Localized("\(money.grouped) is not above zero", "\(money.grouped) 不大于零"), subject: subject)
    }
    guard money <= most else {
      throw Diagnostic(
        .amount, Localized("\(money.grouped) is more than \(most.grouped)", "\(money.grouped) 超过 \(most.grouped)"),
        subject: subject)
    }
  }

  /// Refuses to take out so much on a day that the balance would be below zero then or on any later day.
  static func requireCover(
    for amount: Money, from fund: Record, on date: CalendarDate, in reader: any RecordReader, subject: String = "amount"
  ) throws {
    let available = try lowestBalance(of: fund.reference, from: date, in: reader)
    guard amount > available else { return }
    let now = try balance(fund.reference, in: reader)
    throw Diagnostic(
      .balance,
      Localized(
        "\(fund[Fund.title]) holds \(available.grouped), and \(amount.grouped) is asked for",
        "\(fund[Fund.title]) 余额 \(available.grouped)，不足以支出 \(amount.grouped)"),
      hint: now == available
        ? nil
        : Localized(
          "that is its lowest balance from \(date.exchangeText) on; today it holds \(now.grouped)",
          "这是自 \(date.exchangeText) 起的最低余额；今天余额为 \(now.grouped)"), subject: subject)
  }

  /// Refuses a day on which a fund's money cannot have moved: unknown, before the fund opened, still to come, or before
  /// what it follows from.
  static func requireDay(
    _ date: CalendarDate, of fund: Record, after cause: CalendarDate? = nil, in writer: RecordWriter
  ) throws {
    let reason: Localized
    if date.precision != .day {
      reason = Localized("the day on which money moved must be known", "资金变动日期须精确到日")
    } else if date > writer.today {
      reason = Localized("\(date.exchangeText) is still to come", "\(date.exchangeText) 尚未到来")
    } else if date < fund[Fund.opened] {
      let opened = fund[Fund.opened].exchangeText
      reason = Localized(
        "\(fund[Fund.title]) opened on \(opened), after \(date.exchangeText)",
        "\(fund[Fund.title]) 于 \(opened) 开户，晚于 \(date.exchangeText)")
    } else if let cause, date < cause {
      reason = Localized(
        "\(date.exchangeText) is before \(cause.exchangeText), from which it follows",
        "\(date.exchangeText) 早于所依据的 \(cause.exchangeText)")
    } else {
      return
    }
    throw Diagnostic(.dates, reason, subject: "date")
  }
}
