import Diagnostics

extension DiagnosticCode {
  /// What is for the prompt stands in a script.
  static let prompt = DiagnosticCode(
    "E-PROMPT", "This is for the prompt, where somebody types.", "此命令只用于有人输入的提示符。",
    mend: Localized(
      "Open Linli without a script, and type it on a line of its own.", "请不带脚本打开邻里，单独一行输入。"),
    example: .lines("lesson start 1", "课程 开始 1"))
}

/// What commands ask of the prompt. A line cannot put another office in the place of the one that it runs on: it asks,
/// and the prompt does it when the line has run.
public final class PromptRequests {
  /// What is asked for.
  public enum Request: Sendable {
    /// To begin a lesson where it was left, or all over again.
    case startLesson(ChosenLesson, again: Bool)
    /// To show the next hint, to show the step once more, to end the lesson.
    case hint, step, stopLesson
    /// To play a script.
    case play(Demonstration)
    /// To leave the office that a script was played in.
    case stopDemonstration
    /// To write down what is typed, for a file.
    case record(String)
    /// To write the file.
    case stopRecording
  }

  /// Refuses what cannot be done now; nothing where nobody types.
  public var accept: ((Request) throws -> Void)?
  private var pending: Request?

  /// Asks for something.
  func ask(_ request: Request) throws {
    guard let accept else {
      throw Diagnostic(
        .prompt, Localized("this is for the prompt, not for a script", "此命令用于提示符，不用于脚本"),
        hint: Localized("open linli without a script and type it there", "请不带脚本打开 linli，在提示符处输入"))
    }
    guard pending == nil else {
      throw Diagnostic(.misplaced, Localized("one such command stands on a line", "一行只能有一个此类命令"))
    }
    try accept(request)
    pending = request
  }

  /// What the line at hand has asked for, if anything; it is asked for no more.
  public func take() -> Request? {
    defer { pending = nil }
    return pending
  }
}
