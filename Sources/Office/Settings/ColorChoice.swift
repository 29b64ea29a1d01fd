import Values

/// When answers and errors are coloured.
public enum ColorChoice: String, ChoiceValue {
  /// Where a terminal shows it and nobody asked for no colour.
  case auto
  /// Also into files and pipes.
  case always
  /// Nowhere.
  case never

  public var chineseName: String {
    switch self {
    case .auto: "自动"
    case .always: "总是"
    case .never: "从不"
    }
  }
}

extension ColorChoice {
  /// Whether what goes to a terminal or somewhere else is coloured.
  ///
  /// - Parameter environment: `NO_COLOR` (no-color.org) and a `TERM` of `dumb` speak against it.
  public func allows(terminal isTerminal: Bool, _ environment: [String: String]) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }
  }
}
