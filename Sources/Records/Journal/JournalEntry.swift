import Values

/// One change of one record, as the journal keeps it.
public struct JournalEntry: Sendable {
  /// The entry's number, from 1 without gaps; 0 before it is appended.
  public var number: Int
  /// When, by the office's clock.
  public let moment: Moment
  /// Who: the operator's name.
  public let by: String
  /// From where: `prompt:3`, `fuhu.linli:12`, `-c:1`.
  public let origin: String
  /// What was done: `add`, `change`, `remove`, `reveal`.
  public let act: String
  /// The record concerned.
  public let subject: Reference
  /// The changed fields as they were, as a JSON object; empty for a new record.
  public let before: String
  /// The changed fields as they are now, as a JSON object; empty for a removed record.
  public let after: String

  /// Creates an entry.
  public init(
    number: Int = 0, moment: Moment, by: String, origin: String, act: String, subject: Reference, before: String,
    after: String
  ) {
    self.number = number
    self.moment = moment
    self.by = by
    self.origin = origin
    self.act = act
    self.subject = subject
    self.before = before
    self.after = after
  }
}
