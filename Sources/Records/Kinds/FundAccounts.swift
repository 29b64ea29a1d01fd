import Diagnostics
import Values

/// A fund's figures, worked out from its entries each time; none is stored.
public enum FundAccounts {
  /// One movement of money.
  public struct Entry: Sendable {
    /// The day.
    public let date: CalendarDate
    /// The record behind it.
    public let record: Record
    /// What came in; negative where it went out.
    public let change: Money
  }

  /// All valid gifts.
  public static func raised(_ fund: Reference, in reader: any RecordReader) throws -> Money {
    Money(fen: try reader.sum("amount", Query(Gift.kind, [.equal(Gift.fund, fund), .equal(Gift.voided, nil)])))
  }

  /// How many valid gifts there are.
  public static func giftCount(_ fund: Reference, in reader: any RecordReader) throws -> Int {
    try reader.count(Query(Gift.kind, [.equal(Gift.fund, fund), .equal(Gift.voided, nil)]))
  }

  /// All expenses less what was reversed.
  public static func spent(_ fund: Reference, in reader: any RecordReader) throws -> Money {
    Money(fen: try reader.sum("amount", Query(Expense.kind, [.equal(Expense.fund, fund)])))
  }

  /// All refunds.
  public static func refunded(_ fund: Reference, in reader: any RecordReader) throws -> Money {
    Money(fen: try reader.sum("amount", Query(Refund.kind, [.equal(Refund.fund, fund)])))
  }

  /// Transfers out less transfers in.
  public static func transferred(_ fund: Reference, in reader: any RecordReader) throws -> Money {
    let out = try reader.sum("amount", Query(Transfer.kind, [.equal(Transfer.fund, fund)]))
    let into = try reader.sum("amount", Query(Transfer.kind, [.equal(Transfer.into, fund)]))
    return Money(fen: out - into)
  }

  /// Gifts less refunds, expenses and transfers.
  public static func balance(_ fund: Reference, in reader: any RecordReader) throws -> Money {
    Money(
      fen: try raised(fund, in: reader).fen - refunded(fund, in: reader).fen - spent(fund, in: reader).fen
        - transferred(fund, in: reader).fen)
  }

  /// Every movement in order of day, gifts of a day before what left on it.
  public static func entries(of fund: Reference, in reader: any RecordReader) throws -> [Entry] {
    let gifts = try reader.all(Gift.kind, .equal(Gift.fund, fund), .equal(Gift.voided, nil)).map {
      Entry(date: $0[Gift.date], record: $0, change: $0[Gift.amount])
    }
    let arrivals = try reader.all(Transfer.kind, .equal(Transfer.into, fund)).map {
      Entry(date: $0[Transfer.date], record: $0, change: $0[Transfer.amount])
    }
    let refunds = try reader.all(Refund.kind, .equal(Refund.fund, fund)).map {
      Entry(date: $0[Refund.date], record: $0, change: Money(fen: -$0[Refund.amount].fen))
    }
    let expenses = try reader.all(Expense.kind, .equal(Expense.fund, fund)).map {
      Entry(date: $0[Expense.date], record: $0, change: Money(fen: -$0[Expense.amount].fen))
    }
    let departures = try reader.all(Transfer.kind, .equal(Transfer.fund, fund)).map {
      Entry(date: $0[Transfer.date], record: $0, change: Money(fen: -$0[Transfer.amount].fen))
    }
    return (gifts + arrivals + refunds + expenses + departures).enumerated().sorted { left, right in
      (left.element.date, left.offset) < (right.element.date, right.offset)
    }.map(\.element)
  }

  /// Refuses to take out so much on a day that the balance would be below zero then or on any later day.
  static func requireCover(
    for amount: Money, from fund: Record, on date: CalendarDate, in reader: any RecordReader, subject: String = "amount"
  ) throws {
    var available = try balance(fund.reference, in: reader)
    let all = try entries(of: fund.reference, in: reader)
    if let last = all.last, date < last.date {
      // The lowest balance from that day's end on decides.
      var running = Money.zero
      var lowest: Money?
      for (index, entry) in all.enumerated() {
        running = Money(fen: running.fen + entry.change.fen)
        let endsDay = index == all.count - 1 || all[index + 1].date > date
        if endsDay { lowest = min(lowest ?? running, running) }
      }
      available = lowest ?? available
    }
    guard amount <= available else {
      throw Diagnostic(
        .balance,
        Localized(
          "\(fund[Fund.title]) holds \(available.grouped), and \(amount.grouped) is asked for",
          "\(fund[Fund.title]) 余额 \(available.grouped)，不足以支出 \(amount.grouped)"), subject: subject)
    }
  }
}
