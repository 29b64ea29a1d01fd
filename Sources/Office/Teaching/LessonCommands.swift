import CommandLanguage
import Diagnostics
import Lessons
import Values

/// `lesson` and `tour`: learning by doing, in an office for practice.
enum LessonCommands {
  static let all = [list, start, hint, step, stop, check, tour]

  private static let noun = Name("lesson", "课程")
  private static let which = Field<Value>(
    "lesson", "课程", "Its number, its name, or a lesson's file.", "编号、名称，或课程文件。",
    type: .either([
      .integer(1...LessonShelf.lessons.count),
      .choice(LessonShelf.all.map { Choice($0.name.english, $0.name.chinese) }), .path,
    ]))
  private static let again = Field<Bool>(
    "again", "重学", "From the first step, not from where it was left.", "从第一步重新开始。", default: false)
  private static let shape = RowShape([
    Column(Name("number", "编号"), .integer(1...1_000)), Column(Name("name", "名称"), .text(maximum: 60)),
    Column(Name("title", "课题"), .text(maximum: 500)), Column(Name("steps", "步数"), .integer(0...1_000)),
    Column(Name("done", "已完成"), .integer(0...1_000)), Column(Name("tries", "尝试"), .integer(0...Int.max)),
    Column(Name("hints", "提示数"), .integer(0...Int.max)), Column(Name("finished", "学完"), .date),
  ])

  static let list = OfficeCommand(
    CommandDeclaration(
      noun, Name("list", "列出"), Localized("Lists the lessons, and how far you are.", "列出课程和学习进度。"),
      effect: .reads, result: .rows(shape),
      examples: [
        Example("lesson list", "All lessons.", "全部课程。"),
        Example("lesson list | where finished == none", "What is left to learn.", "尚未学完的课程。"),
      ])
  ) { session, _ in
    let marks = session.environment.lessonProgress?.load() ?? [:]
    let rows = try LessonShelf.all.map { entry in
      let lesson = try Lesson(entry.source, isCommand: session.table.hasNoun)
      let mark = marks[entry.name.english] ?? LessonProgress.Mark()
      return Row(
        shape,
        [
          entry.number.map { .integer($0) } ?? .none, .text(entry.name[session.language]),
          .text(lesson.title[session.language]), .integer(lesson.steps.count), .integer(mark.steps),
          .integer(mark.tries), .integer(mark.hints), mark.finished.map { .date($0) } ?? .none,
        ])
    }
    return .rows(RowStream(shape, rows: rows), columns: shape.listed)
  }

  static let start = OfficeCommand(
    CommandDeclaration(
      noun, Name("start", "开始"),
      Localized(
        "Begins a lesson, or goes on where it was left; it touches nothing real.", "开始课程，或从上次停下处继续；不触及真实数据。"),
      parameters: [.positional(which), .named(again)], effect: .session,
      examples: [
        Example("lesson start 1", "The first lesson.", "第一课。"),
        Example("lesson start people --again", "The lesson about people from its beginning.", "从头学习居民一课。"),
        Example("lesson start keys.linli", "A lesson of one's own.", "自己编写的课程。"),
      ])
  ) { session, arguments in
    try session.requests.ask(
      .startLesson(ChosenLesson.find(arguments[which], in: session), again: arguments[again]))
    return .nothing
  }

  static let hint = request(
    .hint, Name("hint", "提示"), Localized("Gives the next hint; after the last, the line itself.", "给出下一条提示；提示用完后给出命令。"))

  static let step = request(
    .step, Name("step", "步骤"), Localized("Shows the step once more.", "再次显示当前步骤。"))

  static let stop = request(
    .stopLesson, Name("stop", "停止"), Localized("Leaves the lesson; it goes on there next time.", "离开课程，下次从此处继续。"))

  static let check = OfficeCommand(
    CommandDeclaration(
      noun, Name("check", "检查"),
      Localized(
        "Does a lesson as its file says, and makes sure that every step teaches something.", "按课程文件演练一遍，确认每一步都有所学。"),
      parameters: [.positional(which)], effect: .reads, result: .value(.integer(1...1_000)),
      examples: [Example("lesson check people", "Whether the lesson is right.", "核对该课程。")])
  ) { session, arguments in
    let chosen = try ChosenLesson.find(arguments[which], in: session)
    let sandbox = try chosen.openSandbox(of: session)
    sandbox.isQuiet = true
    let interpreter = Interpreter(
      table: sandbox.session.table, host: sandbox.session, load: { path, _ in Source(name: path, text: "") },
      isInterrupted: session.isInterrupted)
    let run = LessonRun(chosen.lesson, interpreter)
    try run.rehearse()
    return .acknowledgement(
      run.done == 1
        ? Localized("the step is right", "该步骤正确")
        : Localized("all \(run.done) steps are right", "\(run.done) 个步骤全部正确")
    ) { .integer(run.done) }
  }

  static let tour = OfficeCommand(
    CommandDeclaration(
      LessonShelf.tour.name, nil,
      Localized(
        "Five minutes for the first start: from nothing to a printed card; it touches nothing real.",
        "初次使用的五分钟导览：从零到印出联系卡；不触及真实数据。"),
      parameters: [.named(again)], effect: .session,
      examples: [Example("tour", "From nothing to a printed card.", "从零到印出联系卡。")])
  ) { session, arguments in
    try session.requests.ask(
      .startLesson(ChosenLesson(LessonShelf.tour, in: session), again: arguments[again]))
    return .nothing
  }

  private static func request(
    _ request: PromptRequests.Request, _ verb: Name, _ summary: Localized
  ) -> OfficeCommand {
    OfficeCommand(
      CommandDeclaration(
        noun, verb, summary, effect: .session,
        examples: [Example("lesson \(verb.english)", summary.english, summary.chinese)])
    ) { session, _ in
      try session.requests.ask(request)
      return .nothing
    }
  }
}
