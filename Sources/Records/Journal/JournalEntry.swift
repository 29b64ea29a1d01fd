import Values

/// One change of one record, as the journal keeps it.
public struct JournalEntry: Sendable {
  /// The entry's number, from 1 without gaps; 0 before it is appended.
  public var number: Int
  /// The number of the first entry of the transaction that it belongs to: what is undone together.
  public var transaction: Int
  /// When, by the office's clock.
  public let moment: Moment
  /// Who: the operator's name.
  public let by: String
  /// From where: `prompt:3`, `fuhu.linli:12`, `-c:1`; for a row of a file `prompt:3 < people.csv:57`.
  public let origin: String
  /// The command that made the change, as canonical English text; empty for all but the first change of a command.
  public let command: String
  /// What was done: `add`, `change`, `remove`, `reveal`.
  public let act: String
  /// The record concerned.
  public let subject: Reference
  /// The changed fields as they were, as a JSON object; empty for a new record.
  public let before: String
  /// The changed fields as they are now, as a JSON object; empty for a removed record.
  public let after: String
  /// The transaction that this one takes back, if it does.
  public let undoes: Int?
  /// The entry that tells why the values of this one were erased, if they were.
  public let erased: Int?

  /// Creates an entry.
  public init(
    number: Int = 0, transaction: Int = 0, moment: Moment, by: String, origin: String, command: String = "",
    act: String, subject: Reference, before: String, after: String, undoes: Int? = nil, erased: Int? = nil
  ) {
    self.number = number
    self.transaction = transaction
    self.moment = moment
    self.by = by
    self.origin = origin
    self.command = command
    self.act = act
    self.subject = subject
    self.before = before
    self.after = after
    self.undoes = undoes
    self.erased = erased
  }
}

extension JournalEntry {
  /// What stands between the line of a command and the line of a file that it read, in ``origin``.
  private static let separator = " < "

  /// Where the command stands, whatever it read.
  public var line: Substring { origin.firstRange(of: Self.separator).map { origin[..<$0.lowerBound] } ?? origin[...] }

  /// Where a change comes from that a command made because of a file: `prompt:3 < people.csv:57`.
  public static func origin(_ command: String, reading file: String) -> String { command + separator + file }
}
