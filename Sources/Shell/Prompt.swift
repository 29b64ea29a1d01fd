import CommandLanguage
import Diagnostics
import Foundation
import Office

/// The prompt: reads commands, runs each, goes on until Ctrl-D.
public final class Prompt {
  private let classroom: Classroom
  private var session: OfficeSession { classroom.session }
  private var runner: Runner { classroom.runner }
  private let history: HistoryFile
  private var number = 0

  /// Creates a prompt on an office.
  public init(session: OfficeSession, runner: Runner, history: HistoryFile) {
    classroom = Classroom(session, runner)
    self.history = history
  }

  /// Reads and runs until the end.
  public func run() {
    guard let editor = LineEditor() else { return }
    let entries = history.load()
    entries.forEach(editor.remember)
    var last = entries.last
    let completer = Completer(
      table: session.table, language: session.language,
      names: { [classroom] in classroom.session.names(ofKinds: $0, prefix: $1) },
      defined: { [classroom] in classroom.runner.interpreter.definedNames }, codes: session.codes)
    editor.complete = { completer.complete($0) }
    Terminal.write(greeting)
    session.transactions.isAllowed = true
    session.ask = { [session] question in
      if case .text(let answer) = editor.readLine(prompt: question[session.language]) { return answer }
      return nil
    }
    session.didErase = { [history, classroom] in
      history.forget($0)
      classroom.forget($0)
    }
    classroom.run = { [unowned self] in run($0) }
    defer { leave() }
    while true {
      guard let entry = read(editor), !Prompt.endings.contains(entry.trimmingCharacters(in: .whitespaces)) else {
        if classroom.leavePractice() { continue } else { return }
      }
      guard !entry.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty else { continue }
      if entry != last {
        editor.remember(entry)
        // What is practised is no part of the office's history.
        if !classroom.isPractice { history.append(entry) }
        last = entry
      }
      number += 1
      _ = run(Source(name: "prompt:\(number)", text: entry))
    }
  }

  /// Runs an entry and takes the steps that it asks for.
  private func run(_ entry: Source) -> Runner.Outcome {
    Interrupt.clear()
    let outcome = runner.run(entry)
    if outcome == .done {
      _ = runner.report {
        if let done = try session.transactions.takeStep() { Terminal.write(done[session.language] + "\n") }
      }
    } else {
      session.transactions.forgetStep()
    }
    Interrupt.clear()
    classroom.didRun(entry, outcome)
    return outcome
  }

  /// Nothing is kept that was not committed.
  private func leave() {
    // Of an open transaction nothing is recorded.
    defer { classroom.leave() }
    session.transactions.isAllowed = false
    (session.ask, session.didErase) = (nil, nil)
    guard session.transactions.isOpen else { return }
    _ = runner.report { try session.store.rollback() }
    Terminal.write(
      Localized("The open transaction was taken back.\n", "未提交的事务已撤回。\n")[session.language], to: STDERR_FILENO)
  }

  private static let endings: Set<String> = ["quit", "exit", "退出"]

  private var greeting: String {
    let keys = Localized(
      "Linli. help lists the commands, Tab completes, Ctrl-D leaves.\n", "邻里。help 列出命令，Tab 补全，Ctrl-D 退出。\n")
    let first = Localized(
      "This office is new. tour shows in five minutes how it works; lesson list, what there is to learn.\n",
      "这是新办公室。输入 导览 用五分钟了解用法；课程 列出 可查看全部课程。\n")
    return (session.isNew ? keys + first : keys)[session.language]
  }

  /// One entry: a line, and those that carry it on. Nothing at the end.
  private func read(_ editor: LineEditor) -> String? {
    var entry = ""
    while true {
      let prompt = entry.isEmpty ? "\(classroom.prompt)\(session.transactions.isOpen ? "*" : "")> " : "… "
      switch editor.readLine(prompt: prompt) {
      case .end:
        Terminal.write("\n")
        return nil
      case .dropped:
        entry = ""
      case .text(let line):
        entry += entry.isEmpty ? line : "\n" + line
        if !Parser.isUnfinished(entry) { return entry }
      }
    }
  }
}
