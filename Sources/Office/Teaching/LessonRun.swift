import CommandLanguage
import Diagnostics
import Lessons

/// A lesson that goes on in an office for practice.
public final class LessonRun {
  /// The lesson.
  public let lesson: Lesson
  /// How many steps are done.
  public private(set) var done = 0
  private let interpreter: Interpreter

  /// Begins a lesson.
  ///
  /// - Parameter interpreter: runs what the learner types.
  public init(_ lesson: Lesson, _ interpreter: Interpreter) {
    self.lesson = lesson
    self.interpreter = interpreter
  }

  /// The step at hand; nothing when all are done.
  public var step: Lesson.Step? { done < lesson.steps.count ? lesson.steps[done] : nil }

  /// Makes what is there before the first step, and does the first steps.
  ///
  /// - Throws: a ``DiagnosticList`` when the lesson is no script that could run, or what its own lines throw.
  public func prepare(doing steps: Int = 0) throws {
    try interpreter.check(lesson.source)
    try lesson.setup.forEach(interpreter.run)
    for step in lesson.steps.prefix(steps) {
      try step.solution.forEach(interpreter.run)
      done += 1
    }
  }

  /// Whether the checks of the step at hand hold. What cannot be worked out yet, as of a record that is not there, does
  /// not hold.
  ///
  /// - Throws: an ``Interruption``.
  public func isStepDone() throws -> Bool {
    guard let step else { return false }
    do {
      try step.checks.forEach(interpreter.run)
      return true
    } catch is Diagnostic {
      return false
    } catch is DiagnosticList {
      return false
    }
  }

  /// Goes on to the next step.
  public func goOn() { done += 1 }

  /// Does the lesson as it stands in its file, and makes sure that no step is done before its last line.
  ///
  /// - Throws: what a line or a check throws, or a ``Diagnostic`` for a line that teaches nothing.
  public func rehearse() throws {
    try prepare()
    while let step {
      for line in step.solution {
        guard try !isStepDone() else {
          throw Diagnostic(
            .lesson, Localized("step \(done + 1) is done before this line", "第 \(done + 1) 步在此行之前就已完成"),
            hint: Localized("let a check ask for what the line changes", "请让检查涉及此行所改变的内容"),
            at: Place(line, Span(0, line.bytes.count)))
        }
        try interpreter.run(line)
      }
      try step.checks.forEach(interpreter.run)
      goOn()
    }
  }
}
