import Values

/// What the language needs from the world that it drives: names of records, the clock, transactions, a place to print.
public protocol Host: AnyObject {
  /// What the clock shows.
  var now: Moment { get }
  /// The record that a text names among the given kinds; throws when there is none, or more than one.
  func resolve(_ text: String, kinds: [String]) throws -> Reference
  /// The record's present values.
  func row(for reference: Reference) throws -> Row
  /// The columns of a kind's rows.
  func shape(ofKind kind: String) -> RowShape?
  /// Runs `body` so that all or nothing of it happens.
  func atomically<Result>(_ body: () throws -> Result) throws -> Result
  /// Shows a result on standard output, or writes it into a file that is whole or not there at all.
  func show(_ result: CommandResult, as format: OutputFormat?, to destination: Destination) throws
  /// Called before each statement: where the coming changes come from.
  func enter(_ origin: @autoclosure () -> String)
}

/// Where a result goes.
public enum Destination: Sendable {
  /// Standard output.
  case standardOutput
  /// A new file, or a new content for an old one.
  case file(String)
  /// The end of a file.
  case appending(String)
}
