import Diagnostics
import Values

/// What the language needs from the world that it drives: names of records, the clock, transactions, a place to print.
public protocol Host: AnyObject {
  /// What the clock shows.
  var now: Moment { get }
  /// The language of messages.
  var language: Language { get }
  /// The record that a text names among the given kinds; throws when there is none, or more than one.
  func resolve(_ text: String, kinds: [String]) throws -> Reference
  /// The record's present values.
  func row(for reference: Reference) throws -> Row
  /// The columns of a kind's rows.
  func shape(ofKind kind: String) -> RowShape?
  /// A value as people read it.
  func text(of value: Value) -> String
  /// A document as plain text. Throws when it is for the board and something in it may not be published.
  func text(of document: Document) throws -> String
  /// Runs `body` so that all or nothing of it happens. What does not write keeps no other program from writing.
  func atomically<Result>(writing: Bool, _ body: () throws -> Result) throws -> Result
  /// Runs `body` on the records as they were at a moment; nothing that it does there is kept.
  ///
  /// - Throws: a diagnostic when the moment has not come yet, or what `body` throws.
  func asOf<Result>(_ moment: Moment, _ body: () throws -> Result) throws -> Result
  /// Told before each command that writes: where the coming changes come from. Throws when none may come now.
  func enter(_ place: Place, _ arguments: Arguments) throws
  /// Shows a result on standard output, or writes it into a file that is whole or not there at all.
  func show(_ result: CommandResult, as format: OutputFormat?, to destination: Destination) throws
}
