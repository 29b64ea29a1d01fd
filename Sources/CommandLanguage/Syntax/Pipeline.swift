import Diagnostics

/// A source of values, the filters that they flow through, and the file that they end in.
public struct Pipeline: Sendable {
  /// Where values come from.
  public enum Origin: Sendable {
    /// A command.
    case call(Call)
    /// A computation, such as a variable that holds rows.
    case expression(Expression)
    /// `print` and its words.
    case print([Word])
  }

  /// A filter between two bars.
  public struct Filter: Sendable {
    /// What follows a filter's name.
    public enum Content: Sendable {
      /// Words.
      case words([Word])
      /// An expression about the row at hand.
      case expression(Expression)
      /// Statements run for every row.
      case block(Block)
    }

    /// Its name.
    public let name: Identifier
    /// What it is told.
    public let content: Content
    /// Where it stands.
    public let span: Span
  }

  /// `> FILE` or `>> FILE`.
  public struct Redirection: Sendable {
    /// The file.
    public let path: Word
    /// Whether the file keeps what it has.
    public let appends: Bool
    /// Where it stands.
    public let span: Span
  }

  /// The moment as of which it is told, if it is not the present.
  public let moment: Word?
  /// Where values come from.
  public let origin: Origin
  /// The filters, in order.
  public let filters: [Filter]
  /// The file, if the result goes to one.
  public let redirection: Redirection?
  /// Where it stands.
  public let span: Span

  init(
    asOf moment: Word? = nil, _ origin: Origin, _ filters: [Filter], to redirection: Redirection?, at span: Span
  ) {
    self.moment = moment
    self.origin = origin
    self.filters = filters
    self.redirection = redirection
    self.span = span
  }
}

/// A command as it is written: its first word and all that follows.
public struct Call: Sendable {
  /// The first word.
  public let head: Identifier
  /// What follows, a verb included.
  public let arguments: [Argument]
  /// Where it stands.
  public let span: Span
}

/// One value given to a command, with or without a name.
public struct Argument: Sendable {
  /// The parameter's name, if it is written.
  public let name: Identifier?
  /// How name and value are joined; `equal` for a plain `=`.
  public let comparison: ComparisonOperator
  /// The value.
  public let value: Word
  /// Where it stands, name included.
  public let span: Span
}
