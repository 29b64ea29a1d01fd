import CommandLanguage
import Diagnostics
import Foundation
import Office

/// The prompt: reads commands, runs each, goes on until Ctrl-D.
public final class Prompt {
  private let classroom: Classroom
  private var session: OfficeSession { classroom.session }
  private var runner: Runner { classroom.runner }
  private let history: HistoryFile?
  private let pager: Pager
  private let memory = PromptMemory()
  private var number = 0

  /// Creates a prompt on an office; what is typed in one that is gone at the end is kept nowhere.
  public init(session: OfficeSession, runner: Runner, history: HistoryFile?, pager: Pager) {
    classroom = Classroom(session, runner)
    self.history = history
    self.pager = pager
  }

  /// Reads and runs until the end, and says how that came: ``Runner/Outcome/done`` if it was wanted.
  ///
  /// - Throws: a ``Diagnostic`` when lines cannot be edited or standard output cannot be written.
  public func run() throws -> Runner.Outcome {
    let editor = try LineEditor()
    let entries = history?.load() ?? []
    entries.forEach(editor.remember)
    var last = entries.last
    editor.complete = { [unowned self] in completer.complete($0) }
    try Terminal.write(greeting)
    session.transactions.isAllowed = true
    session.memory = memory
    runner.interpreter.keepResults()
    editor.explain = { [unowned self] text in
      let help = (try? session.help(about: completer.topic(of: text))) ?? ""
      return help.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    editor.searchPrompt = Localized("search: ", "查找：")[session.language]
    editor.paint = { [unowned self] in session.paint }
    editor.isUnfinished = Parser.isUnfinished
    session.ask = { [unowned self] question in
      // The editor draws one line; what stands above it is written once.
      var lines = question[session.language].split(separator: "\n")
      let last = lines.popLast() ?? ""
      Terminal.show(lines.map { $0 + "\n" }.joined())
      return editor.readAnswer(to: String(last))
    }
    if Terminal.isOutput { session.page = { [pager] in try pager.show(hold: $0, $1) } }
    session.didErase = { [history, classroom] in
      history?.forget($0)
      classroom.forget($0)
    }
    classroom.run = { [unowned self] in run($0) }
    defer { leave() }
    while true {
      guard let read = read(editor), !PromptEnd.words.contains(read.trimmingCharacters(in: .whitespaces)) else {
        if classroom.leavePractice(), !Interrupt.isEnding { continue }
        return Interrupt.isEnding ? Interrupt.outcome ?? .done : .done
      }
      guard let entry = completed(read, editor) else { continue }
      guard !entry.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty else { continue }
      if entry != last {
        editor.remember(entry)
        // What is practised is no part of the office's history.
        if !classroom.isPractice { history?.append(entry) }
        last = entry
      }
      runTyped(entry)
      if let earlier = memory.take(entry) {
        Terminal.show(earlier + "\n")
        runTyped(earlier)
      }
    }
  }

  /// What completes a line; its language and its office may change.
  private var completer: Completer {
    Completer(
      table: session.table, language: session.language, names: { [session] in session.names(ofKinds: $0, prefix: $1) },
      defined: { [runner] in runner.interpreter.definedNames }, codes: session.codes)
  }

  private func runTyped(_ entry: String) {
    number += 1
    _ = run(Source(name: "prompt:\(number)", text: entry))
  }

  /// Runs an entry and takes the steps that it asks for. A Ctrl-C that came since it was read stops it.
  private func run(_ entry: Source) -> Runner.Outcome {
    let outcome = runner.run(entry)
    if outcome == .done {
      _ = runner.report {
        if let done = try session.transactions.takeStep() { try Terminal.write(done[session.language] + "\n") }
      }
    } else {
      session.transactions.forgetStep()
    }
    learn(from: runner.faults)
    Interrupt.clear()
    classroom.didRun(entry, outcome)
    Interrupt.clear()
    return outcome
  }

  /// Keeps what went wrong for `why`, which is mentioned once.
  private func learn(from faults: [Diagnostic]) {
    guard !faults.isEmpty else { return }
    if memory.faults.isEmpty {
      let hint = Localized("why explains this at length\n", "输入 为何 查看详细说明\n")[session.language]
      Terminal.write(hint, to: STDERR_FILENO)
    }
    memory.faults = faults
  }

  /// The entry with what it lacks, which is asked for; nothing if somebody left.
  private func completed(_ entry: String, _ editor: LineEditor) -> String? {
    guard let guide = GuidedEntry(entry, in: session.table) else { return entry }
    let (language, completer) = (session.language, completer)
    Terminal.show(GuidedEntry.introduction[language])
    let command = guide.run(
      in: language,
      ask: { question, type in editor.readAnswer(to: question) { completer.completion(of: type, $0) } },
      accepts: { [runner, session] text, type in runner.report { try session.check(text, as: type) } == .done },
      tell: Terminal.show)
    if let command { Terminal.show("→ \(command)\n") }
    return command
  }

  /// Nothing is kept that was not committed.
  private func leave() {
    // Of an open transaction nothing is recorded.
    defer { classroom.leave() }
    session.transactions.isAllowed = false
    session.memory = nil
    (session.ask, session.page, session.didErase) = (nil, nil, nil)
    guard session.transactions.isOpen else { return }
    _ = runner.report { try session.store.rollback() }
    Terminal.write(
      Localized("The open transaction was taken back.\n", "未提交的事务已撤回。\n")[session.language], to: STDERR_FILENO)
  }

  private var greeting: String {
    let keys = Localized(
      "Linli. help lists the commands, Tab completes, Ctrl-D leaves.\n", "邻里。help 列出命令，Tab 补全，Ctrl-D 退出。\n")
    let first = Localized(
      "This office is new. tour shows in five minutes how it works; lesson list, what there is to learn.\n",
      "这是新办公室。输入 导览 用五分钟了解用法；课程 列出 可查看全部课程。\n")
    return (session.isNew ? keys + first : keys)[session.language]
  }

  /// One entry: a line, or several. Nothing at the end.
  private func read(_ editor: LineEditor) -> String? {
    var begun = ""
    while true {
      let prompt = "\(classroom.prompt)\(session.transactions.isOpen ? "*" : "")> "
      switch editor.readLine(prompt: prompt, begun: begun) {
      case .end: return nil
      case .dropped: begun = ""
      case .text(let entry): return entry
      case .pasted(let text):
        switch editor.readAnswer(to: question(text))?.lowercased() {
        case "y", "yes", "是": return text
        case "e", "edit", "改": begun = text
        default: begun = ""
        }
      }
    }
  }

  private func question(_ pasted: String) -> String {
    let count = pasted.split(separator: "\n", omittingEmptySubsequences: false).count
    return Localized(
      "Run these \(count) lines as one script? y runs them, e edits them, anything else drops them: ",
      "将这 \(count) 行作为一个脚本执行？y 执行，e 修改，其他键放弃：")[session.language]
  }
}
