import Diagnostics

/// What the prompt remembers from line to line, for the commands that speak of the line before.
public final class PromptMemory {
  /// What was wrong with the last line that failed.
  public var faults: [Diagnostic] = []
  /// The last line that was no repetition.
  private(set) var line: String?
  private var isRepeating = false

  /// Creates a memory of nothing.
  public init() {}

  /// Asks for the last line to be run again.
  func askForRepetition() { isRepeating = true }

  /// Remembers a line that has run.
  ///
  /// - Returns: the line that is to be run now, if this one asked for it.
  public func take(_ line: String) -> String? {
    defer { isRepeating = false }
    if isRepeating { return self.line }
    self.line = line
    return nil
  }
}
