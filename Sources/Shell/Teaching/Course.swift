import Diagnostics
import Foundation
import Lessons
import Office
import Presentation
import Values

/// A lesson that somebody takes at the prompt: tells what to do, looks whether it was done, helps.
final class Course {
  /// Where the learner's lines run.
  let desk: Desk
  private let chosen: ChosenLesson
  private let run: LessonRun
  private let progress: LessonProgress?
  private var mark: LessonProgress.Mark
  /// The office's day.
  private let today: CalendarDate
  /// Tries and hints of the step at hand.
  private var (tries, hints) = (0, 0)
  /// Tries and hints of the lesson since it was begun this time.
  private var (allTries, allHints) = (0, 0)
  private var entry = 0
  /// Whether the learner has no office yet.
  private let isNewcomer: Bool

  /// After how many tries in vain a hint comes by itself.
  private static let patience = 3

  /// Begins a lesson where it was left, or from its first step.
  ///
  /// - Throws: what the lesson's own lines throw.
  init(_ chosen: ChosenLesson, again: Bool, at office: Desk) throws {
    self.chosen = chosen
    let sandbox = try chosen.openSandbox(of: office.session)
    desk = Desk(sandbox, like: office)
    run = LessonRun(chosen.lesson, desk.runner.interpreter)
    progress = office.session.lessonProgress
    today = office.session.now.date
    isNewcomer = office.session.isNew
    mark = progress?.load()[chosen.key] ?? LessonProgress.Mark()
    if again || mark.steps >= chosen.lesson.steps.count { mark.steps = 0 }
    sandbox.isQuiet = true
    try run.prepare(doing: mark.steps)
    sandbox.isQuiet = false
    entry = try desk.session.lastEntry()
  }

  /// What the prompt shows: `lesson 3 (2/5)`.
  var prompt: String {
    let place = "\(min(run.done + 1, run.lesson.steps.count))/\(run.lesson.steps.count)"
    return Localized("\(chosen.mark.english) (\(place))", "\(chosen.mark.chinese)（\(place)）")[language]
  }

  /// Whether all steps are done.
  var isFinished: Bool { run.step == nil }

  private var language: Language { desk.session.language }

  // MARK: What is said

  /// Says what the lesson is about, how to go about it, and the first step.
  func greet() {
    say(run.lesson.title)
    say(run.lesson.about, indent: 2)
    say(
      Localized(
        "All of this happens in an office for practice. lesson hint helps, lesson step shows the step again, lesson stop leaves.",
        "以下都在练习用的办公室中进行。课程 提示 给出提示，课程 步骤 再次显示本步，课程 停止 离开。"), indent: 2)
    showStep()
  }

  /// Says what to do.
  func showStep() {
    guard let step = run.step else { return }
    let count = run.lesson.steps.count
    say(Localized("\nStep \(run.done + 1) of \(count)", "\n第 \(run.done + 1) 步，共 \(count) 步"))
    say(step.text, indent: 2)
  }

  /// Gives the next hint; after the last, the lines that do it.
  func giveHint() {
    guard let step = run.step else { return }
    (hints, allHints, mark.hints) = (hints + 1, allHints + 1, mark.hints + 1)
    keep()
    if hints <= step.hints.count {
      let number = "\(hints)/\(step.hints.count)"
      say(Localized("Hint \(number): ", "提示 \(number)：") + step.hints[hints - 1], indent: 2)
    } else {
      say(Localized("One way to do it:", "一种做法："), indent: 2)
      for line in step.solution { Terminal.show("    " + line.text(0..<line.bytes.count) + "\n") }
    }
  }

  /// Says that the lesson is left, and how it goes on.
  func sayGoodbye() {
    say(
      Localized(
        "Left at step \(run.done + 1); it goes on there next time.", "停在第 \(run.done + 1) 步，下次从此处继续。"))
  }

  private func say(_ text: Localized, indent: Int = 0) {
    let margin = String(run: " ", indent)
    let width = min(Terminal.width ?? 80, 100) - indent - 1
    for line in TextWrap.lines(text[language], width: width) { Terminal.show(margin + line + "\n") }
  }

  // MARK: What is done

  /// Looks whether the line that has run did what the step asks for. Looking around is no try.
  ///
  /// - Throws: a ``Diagnostic`` when the records can no longer be read.
  func follow(_ outcome: Runner.Outcome) throws {
    let end = try desk.session.lastEntry()
    let isTry = outcome != .done || end != entry
    entry = end
    guard try run.isStepDone() else {
      if isTry { countTry() }
      if isTry, tries % Course.patience == 0, let step = run.step, hints < step.hints.count { giveHint() }
      return
    }
    countTry()
    repeat {
      say(Localized("✓ Step \(run.done + 1) is done.", "✓ 第 \(run.done + 1) 步完成。"))
      run.goOn()
    } while try run.isStepDone()
    (tries, hints) = (0, 0)
    mark.steps = run.done
    if isFinished, mark.finished == nil { mark.finished = today }
    keep()
    if isFinished { congratulate() } else { showStep() }
  }

  private func countTry() { (tries, allTries, mark.tries) = (tries + 1, allTries + 1, mark.tries + 1) }

  private func keep() { progress?.save(mark, of: chosen.key) }

  private func congratulate() {
    let steps = run.lesson.steps.count
    say(
      Localized(
        "\nThe lesson is finished: \(steps) steps, \(allTries) \(allTries == 1 ? "try" : "tries"), \(allHints) \(allHints == 1 ? "hint" : "hints").",
        "\n本课学完：\(steps) 步，尝试 \(allTries) 次，提示 \(allHints) 条。"))
    say(Localized("You are back in the office. lesson list shows what is left to learn.", "已回到办公室。课程 列出 可查看尚未学完的课程。"))
    guard isNewcomer else { return }
    say(Localized("Your own begins with: office init NAME hotline=PHONE", "建立自己的办公室：办公室 建立 名称 热线=电话"))
  }
}
