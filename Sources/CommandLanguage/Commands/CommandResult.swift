import Diagnostics
import Values

/// What one call of a command answered.
public enum CommandResult {
  /// Nothing at all.
  case nothing
  /// That something was done, in one line; `value` works out what `$(…)` gets, such as the new record's row.
  ///
  /// It is printed for a command that stands by itself, and kept quiet inside a block.
  case acknowledgement(Localized, value: () throws -> Value)
  /// One value.
  case value(Value)
  /// Rows, one by one; `columns` are the positions of the columns to show.
  case rows(RowStream, columns: [Int])
  /// A text in an encoding of its own, for a file.
  case encoded(EncodedText)
  /// A work for people that is too long to be held whole: thousands of cards.
  case printout(Printout)
  /// A text laid out for people; `value` is what `$(…)`, filters and the formats of rows get, and without one `$(…)` gets
  /// the text. Only what is asked for is worked out.
  case document(() throws -> Document, value: () throws -> Value = { .none })

  /// A text for the desk that is laid out already, ending in a line feed.
  public static func document(_ text: String, value: Value = .none) -> CommandResult {
    .document({ Document(for: .desk, [.verbatim(text)]) }, value: { value })
  }
}
