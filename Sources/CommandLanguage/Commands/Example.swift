import Diagnostics

/// A command line that shows a command at work on the demonstration office.
public struct Example: Sendable {
  /// The line, as it is typed.
  public let line: String
  /// What it does.
  public let explanation: Localized

  /// Declares an example.
  public init(_ line: String, _ english: String, _ chinese: String) {
    self.line = line
    self.explanation = Localized(english, chinese)
  }
}
