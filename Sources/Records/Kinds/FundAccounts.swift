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

  /// The records of one kind that move a fund's money one way.
  private struct Source {
    let query: Query
    let date: Field<CalendarDate>
    /// 1 if the amounts come in, -1 if they go out. A reversal has an amount below zero and goes the other way.
    let sign: Int
  }

  private static let amount = Gift.amount.declaration.name.english

  /// All that moves a fund's money: its balance is the sum of these, whichever way it is worked out.
  private static func sources(of fund: Reference) -> [Source] {
    [
      Source(query: gifts(of: fund), date: Gift.date, sign: 1),
      Source(query: Query(Transfer.kind, [.equal(Transfer.into, fund)]), date: Transfer.date, sign: 1),
      Source(query: Query(Refund.kind, [.equal(Refund.fund, fund)]), date: Refund.date, sign: -1),
      Source(query: Query(Expense.kind, [.equal(Expense.fund, fund)]), date: Expense.date, sign: -1),
      Source(query: Query(Transfer.kind, [.equal(Transfer.fund, fund)]), date: Transfer.date, sign: -1),
    ]
  }

  private static func gifts(of fund: Reference) -> Query {
    Query(Gift.kind, [.equal(Gift.fund, fund), .equal(Gift.voided, nil)])
  }

  /// All valid gifts.
  public static func raised(_ fund: Reference, in reader: any RecordReader) throws -> Money {
    Money(fen: try reader.sum(amount, gifts(of: fund)))
  }

  /// How many valid gifts there are.
  public static func giftCount(_ fund: Reference, in reader: any RecordReader) throws -> Int {
    try reader.count(gifts(of: fund))
  }

  /// The valid gifts of each day, in order of the days.
  public static func giftsByDay(_ fund: Reference, in reader: any RecordReader) throws -> [Total] {
    try reader.totals(amount, by: Gift.date.declaration.name.english, gifts(of: fund))
  }

  /// All expenses less what was reversed.
  public static func spent(_ fund: Reference, in reader: any RecordReader) throws -> Money {
    Money(fen: try reader.sum(amount, Query(Expense.kind, [.equal(Expense.fund, fund)])))
  }

  /// All refunds less what was reversed.
  public static func refunded(_ fund: Reference, in reader: any RecordReader) throws -> Money {
    Money(fen: try reader.sum(amount, Query(Refund.kind, [.equal(Refund.fund, fund)])))
  }

  /// Transfers out less transfers in.
  public static func transferred(_ fund: Reference, in reader: any RecordReader) throws -> Money {
    let out = try reader.sum(amount, Query(Transfer.kind, [.equal(Transfer.fund, fund)]))
    return Money(fen: out - (try received(fund, in: reader)).fen)
  }

  /// Transfers in from other funds.
  public static func received(_ fund: Reference, in reader: any RecordReader) throws -> Money {
    Money(fen: try reader.sum(amount, Query(Transfer.kind, [.equal(Transfer.into, fund)])))
  }

  /// Gifts less refunds, expenses and transfers.
  public static func balance(_ fund: Reference, in reader: any RecordReader) throws -> Money {
    Money(fen: try sources(of: fund).reduce(0) { $0 + $1.sign * (try reader.sum(amount, $1.query)) })
  }

  /// Every movement in order of day, what came in on a day before what left on it.
  public static func entries(of fund: Reference, in reader: any RecordReader) throws -> [Entry] {
    let entries = try sources(of: fund).flatMap { source in
      try reader.records(source.query).collect().map { record in
        Entry(date: record[source.date], record: record, change: Money(fen: source.sign * amount(of: record).fen))
      }
    }
    return entries.enumerated().sorted { left, right in
      (left.element.date, left.element.change < .zero ? 1 : 0, left.offset)
        < (right.element.date, right.element.change < .zero ? 1 : 0, right.offset)
    }.map(\.element)
  }

  /// The amount of a record that moves money.
  static func amount(of record: Record) -> Money {
    guard let slot = record.kind.slot(of: amount), case .money(let money) = record.values[slot] else { return .zero }
    return money
  }

  /// The lowest that the balance is at the end of a day or of any later one.
  static func lowestBalance(
    of fund: Reference, from date: CalendarDate, in reader: any RecordReader
  ) throws -> Money {
    var changes: [CalendarDate: Int] = [:]
    for source in sources(of: fund) {
      for total in try reader.totals(amount, by: source.date.declaration.name.english, source.query) {
        if case .date(let day) = total.value { changes[day, default: 0] += source.sign * total.sum }
      }
    }
    var running = changes.reduce(0) { $1.key <= date ? $0 + $1.value : $0 }
    var lowest = running
    for (_, change) in changes.filter({ $0.key > date }).sorted(by: { $0.key < $1.key }) {
      running += change
      lowest = min(lowest, running)
    }
    return Money(fen: lowest)
  }
}
