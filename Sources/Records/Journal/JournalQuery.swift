import Values

/// Which entries of the journal are wanted. Conditions all have to hold.
public struct JournalQuery: Sendable {
  /// In which order entries come.
  public enum Order: Sendable {
    /// As they were written.
    case oldestFirst
    /// The other way round.
    case newestFirst
    /// Those of one record together, as they were written.
    case byRecord
  }

  /// Entries about this record only.
  public var subject: Reference?
  /// Entries of this operator only.
  public var by: String?
  /// Entries of this act only: `reveal`.
  public var act: String?
  /// Entries from here on.
  public var since: Moment?
  /// Entries up to here.
  public var until: Moment?
  /// Entries of this transaction only.
  public var transaction: Int?
  /// Entries whose numbers lie here.
  public var numbers: ClosedRange<Int>
  /// Their order.
  public var order: Order
  /// How many entries at most.
  public var limit: Int?

  /// Creates a query.
  public init(
    subject: Reference? = nil, by: String? = nil, act: String? = nil, since: Moment? = nil, until: Moment? = nil,
    transaction: Int? = nil, numbers: ClosedRange<Int> = 1...Int.max, order: Order = .oldestFirst, limit: Int? = nil
  ) {
    self.subject = subject
    self.by = by
    self.act = act
    self.since = since
    self.until = until
    self.transaction = transaction
    self.numbers = numbers
    self.order = order
    self.limit = limit
  }
}
