import Diagnostics
import Foundation
import Office

/// What goes on at the prompt besides work: a lesson, a script that is played, a recording. It knows on which office
/// lines run.
final class Classroom {
  /// Runs an entry as if it had been typed.
  var run: (Source) -> Runner.Outcome = { _ in .done }

  private let office: Desk
  private var course: Course?
  /// Where a script is or was played, if not in the office.
  private var stage: Desk?
  private var isPlaying = false
  private var recording: Recording?

  /// Takes requests from an office.
  init(_ session: OfficeSession, _ runner: Runner) {
    office = Desk(session, runner)
    session.requests.accept = { [unowned self] in try accept($0) }
  }

  private var desk: Desk { course?.desk ?? stage ?? office }
  /// The office on which lines run.
  var session: OfficeSession { desk.session }
  /// What runs them.
  var runner: Runner { desk.runner }
  /// Whether lines run in an office for practice.
  var isPractice: Bool { desk.sandbox != nil }

  /// What the prompt shows.
  var prompt: String {
    if let course { return course.prompt }
    // While it is played it looks like any office, as whoever watches is to see it.
    if stage != nil, !isPlaying { return Localized("played: ", "演示：")[session.language] + session.promptName }
    return session.promptText + (recording == nil ? "" : Localized(" [recording]", " [录制中]")[session.language])
  }

  // MARK: Requests

  /// Refuses what cannot be done now.
  private func accept(_ request: PromptRequests.Request) throws {
    guard !isPlaying else { throw fault(Localized("a script that is played cannot do this", "演示脚本不能这样做")) }
    switch request {
    case .startLesson:
      try requireNoTransaction()
      try requireNoStage()
    case .play(let demonstration):
      try requireNoLesson()
      guard !demonstration.isHere else { return }
      try requireNoTransaction()
      try requireNoStage()
    case .hint, .step, .stopLesson:
      guard course != nil else {
        throw fault(
          Localized("no lesson is going on", "没有正在进行的课程"), Localized("lesson start 1 begins one", "课程 开始 1 可开始一课"))
      }
    case .stopDemonstration:
      guard stage != nil else { throw fault(Localized("no script was played", "没有演示过脚本")) }
    case .record:
      try requireNoLesson()
      try requireNoStage()
      guard recording == nil else {
        throw fault(
          Localized("a recording is going on", "正在录制"), Localized("record stop ends it", "录制 停止 可结束"))
      }
    case .stopRecording:
      guard recording != nil else {
        throw fault(
          Localized("nothing is being recorded", "没有在录制"), Localized("record start FILE begins", "录制 开始 文件 可开始"))
      }
    }
  }

  /// What an open transaction holds would keep others waiting meanwhile.
  private func requireNoTransaction() throws {
    guard office.session.transactions.isOpen else { return }
    throw fault(
      Localized("a transaction is open", "有未提交的事务"), Localized("end it with commit or rollback", "请先 提交 或 回滚"))
  }

  private func requireNoLesson() throws {
    guard course != nil else { return }
    throw fault(Localized("a lesson is going on", "课程正在进行"), Localized("lesson stop leaves it", "课程 停止 可离开"))
  }

  private func requireNoStage() throws {
    guard stage != nil else { return }
    throw fault(
      Localized("this is the office that a script was played in", "这里是演示用的办公室"),
      Localized("demo stop goes back to yours", "演示 停止 可回到自己的办公室"))
  }

  private func fault(_ message: Localized, _ hint: Localized? = nil) -> Diagnostic {
    Diagnostic(.state, message, hint: hint)
  }

  private func fulfil(_ request: PromptRequests.Request) throws {
    // What else the line did may have changed what can be done.
    try accept(request)
    switch request {
    case .startLesson(let chosen, let again):
      let next = try Course(chosen, again: again, at: office)
      course = next
      next.greet()
    case .hint: course?.giveHint()
    case .step: course?.showStep()
    case .stopLesson, .stopDemonstration: _ = leavePractice()
    case .play(let demonstration): try play(demonstration)
    case .record(let path):
      recording = try Recording(to: path, of: office.session, load: SourceFile.included)
      say(Localized("what is typed and succeeds is kept until record stop", "输入且成功的命令将被记下，直到 录制 停止"))
    case .stopRecording: try finishRecording()
    }
  }

  // MARK: Lines

  /// Told of each entry that has run, and how it ended.
  func didRun(_ entry: Source, _ outcome: Runner.Outcome) {
    let request = session.requests.take()
    let isWork = !isPractice && !isPlaying
    _ = runner.report {
      if isWork, outcome == .done { try keep(entry) }
      if let request, outcome == .done {
        try fulfil(request)
      } else if let course {
        try course.follow(outcome)
        if course.isFinished { self.course = nil }
      }
    }
  }

  /// Leaves an office for practice, if lines run in one.
  func leavePractice() -> Bool {
    guard isPractice else { return false }
    if let course {
      course.sayGoodbye()
    } else {
      say(Localized("back in the office", "已回到办公室"))
    }
    (course, stage) = (nil, nil)
    return true
  }

  /// Lets what is being recorded go that holds one of some words: somebody asked to be erased.
  func forget(_ words: [String]) { recording?.forget(words) }

  /// Writes what is being recorded, because the prompt is left.
  func leave() {
    guard recording != nil else { return }
    _ = runner.report { try finishRecording() }
  }

  // MARK: Playing

  private func play(_ demonstration: Demonstration) throws {
    if !demonstration.isHere {
      let folder = (demonstration.script.name as NSString).deletingLastPathComponent
      stage = Desk(try Sandbox(of: office.session, inputs: folder), like: office)
    }
    isPlaying = true
    // Whoever watches sees all of it; nobody turns pages.
    let (session, page) = (session, session.page)
    session.page = nil
    defer {
      isPlaying = false
      session.page = page
    }
    let player = Player(prompt: { [unowned self] in prompt }, run: run, language: session.language)
    Interrupt.clear()
    let end = player.play(demonstration)
    Interrupt.clear()
    if end == .stopped { Terminal.show("\n") }
    let what =
      end == .played ? Localized("the script was played", "脚本演示完毕") : Localized("the script was stopped", "演示已中止")
    say(
      demonstration.isHere
        ? what
        : what + Localized("; its office stays open until demo stop", "；演示用的办公室仍然打开，演示 停止 可离开"))
  }

  // MARK: Recording

  private func keep(_ entry: Source) throws {
    guard let recording else { return }
    report(try recording.note(entry.text(0..<entry.bytes.count)))
  }

  private func finishRecording() throws {
    guard let recording else { return }
    let (count, faults) = try recording.finish()
    self.recording = nil
    report(faults)
    say(
      Localized(
        "\(count) \(count == 1 ? "entry" : "entries") written to \(recording.path)",
        "已将 \(count) 条写入 \(recording.path)"))
  }

  /// Says why something is no part of the script.
  private func report(_ faults: [Diagnostic]) {
    guard !faults.isEmpty else { return }
    _ = runner.report { throw DiagnosticList(faults) }
    say(Localized("the script leaves this out", "脚本不收录此行"))
  }

  private func say(_ text: Localized) { Terminal.show(TerminalText.safe(text[session.language]) + "\n") }
}
