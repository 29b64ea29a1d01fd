import Diagnostics

/// A lesson: a script whose comments say what to do, step by step.
///
/// Run as a script it plays itself: what each step asks for is done, and its checks hold. A learner does it himself.
public struct Lesson: Sendable {
  /// What is done and learned at one go.
  public struct Step: Sendable {
    /// What to do.
    public let text: Localized
    /// What helps, one after another.
    public let hints: [Localized]
    /// Lines that do it, a statement each.
    public let solution: [Source]
    /// The `assert` statements that hold when it is done, and not before.
    public let checks: [Source]
  }

  /// The whole text.
  public let source: Source
  /// What it is called.
  public let title: Localized
  /// What it is about, in a sentence or two.
  public let about: Localized
  /// What is there before the first step, a statement each.
  public let setup: [Source]
  /// The steps, in order; at least one.
  public let steps: [Step]

  /// Reads a lesson.
  ///
  /// - Parameters:
  ///   - source: its text.
  ///   - isCommand: whether a word begins a command.
  /// - Throws: a ``DiagnosticList`` with everything that is wrong with the text.
  public init(_ source: Source, isCommand: @escaping (String) -> Bool) throws {
    var reader = LessonReader(source, isCommand: isCommand)
    self = try reader.read()
  }

  init(source: Source, title: Localized, about: Localized, setup: [Source], steps: [Step]) {
    self.source = source
    self.title = title
    self.about = about
    self.setup = setup
    self.steps = steps
  }
}
