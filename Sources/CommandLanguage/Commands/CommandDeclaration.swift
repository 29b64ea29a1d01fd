import Diagnostics
import Values

/// All that is known of a command except what it does: help, completion, checking and the reference page read it.
public final class CommandDeclaration: Sendable {
  /// What a command does to the records.
  public enum Effect: Sendable {
    /// It only reads.
    case reads
    /// It changes no record; it lays out what is for the board, and the journal notes that it was published.
    case publishes
    /// It changes records.
    case writes
    /// It changes the session (the operator, the clock), not the records.
    case session
  }

  /// What a command answers with.
  public enum Result: Sendable {
    /// Nothing, or a sentence.
    case nothing
    /// One value; like a row it may be shown as a text laid out for people.
    case value(ValueType)
    /// One row.
    case row(RowShape)
    /// Rows, one by one.
    case rows(RowShape)
    /// A text laid out for people.
    case document
    /// A text for a file, made of rows with these columns.
    case sheet(RowShape)

    /// The columns of the rows that the command gives or writes, if it does.
    var columns: RowShape? {
      switch self {
      case .rows(let shape), .sheet(let shape): shape
      case .nothing, .value, .row, .document: nil
      }
    }
  }

  /// The first word: what the command is about.
  public let noun: Name
  /// The second word: what is done; nothing for a command of one word.
  public let verb: Name?
  /// One sentence, for lists of commands.
  public let summary: Localized
  /// What it takes, positional parameters first and in order.
  public let parameters: [Parameter]
  /// What it does to the records.
  public let effect: Effect
  /// What it answers with.
  public let result: Result
  /// Whether a call gives one at least of the parameters that may be left out: what it does is to take them over.
  public let takesAny: Bool
  /// Lines to copy, each run by the tests on the demonstration office.
  public let examples: [Example]
  private let englishNames: [String]

  /// Declares a command.
  public init(
    _ noun: Name, _ verb: Name?, _ summary: Localized, parameters: [Parameter] = [], effect: Effect,
    result: Result = .nothing, takesAny: Bool = false, examples: [Example] = []
  ) {
    self.noun = noun
    self.verb = verb
    self.summary = summary
    self.parameters = parameters
    self.effect = effect
    self.result = result
    self.takesAny = takesAny
    self.examples = examples
    englishNames = parameters.map(\.field.name.english)
  }

  /// The position of the parameter of a name, in either language; capitals do not matter.
  public func slot(named name: String) -> Int? {
    // A few short names are compared sooner than hashed, and a table of them for every command would slow each start.
    englishNames.firstIndex(of: name) ?? parameters.firstIndex { $0.field.name.chinese == name }
      ?? parameters.firstIndex { $0.field.name.matches(name) }
  }
}
