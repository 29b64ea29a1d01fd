import CommandLanguage
import Diagnostics
import Foundation
import Office

/// The prompt: reads commands, runs each, goes on until Ctrl-D.
public final class Prompt {
  private let session: OfficeSession
  private let runner: Runner
  private let history: HistoryFile
  private let pager: Pager
  private let memory = PromptMemory()
  private var number = 0

  /// Creates a prompt on an office.
  public init(session: OfficeSession, runner: Runner, history: HistoryFile, pager: Pager) {
    self.session = session
    self.runner = runner
    self.history = history
    self.pager = pager
  }

  /// Reads and runs until the end.
  public func run() {
    guard let editor = LineEditor() else { return }
    let entries = history.load()
    entries.forEach(editor.remember)
    var last = entries.last
    editor.complete = { [session, runner] in
      Completer(
        table: session.table, language: session.language, names: { session.names(ofKinds: $0, prefix: $1) },
        defined: { runner.interpreter.definedNames }, codes: session.codes
      ).complete($0)
    }
    Terminal.write(greeting)
    session.transactions.isAllowed = true
    session.memory = memory
    runner.interpreter.keepResults()
    session.ask = { [session] question in
      // The editor redraws one line; what stands above it is written once.
      var lines = question[session.language].split(separator: "\n")
      let last = lines.popLast() ?? ""
      Terminal.write(lines.map { $0 + "\n" }.joined())
      if case .text(let answer) = editor.readLine(prompt: String(last)) { return answer }
      return nil
    }
    if Terminal.isOutput { session.page = { [pager] in try pager.show(waits: $0, $1) } }
    session.didErase = { [history] in history.forget($0) }
    defer { leave() }
    while let entry = read(editor) {
      guard !entry.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty else { continue }
      if entry != last {
        editor.remember(entry)
        history.append(entry)
        last = entry
      }
      if Prompt.endings.contains(entry.trimmingCharacters(in: .whitespaces)) { return }
      run(entry)
      if let earlier = memory.take(entry) {
        Terminal.write(earlier + "\n")
        run(earlier)
      }
    }
  }

  private func run(_ entry: String) {
    Interrupt.clear()
    number += 1
    let outcome = runner.run(Source(name: "prompt:\(number)", text: entry))
    pager.showHeld()
    if outcome == .done {
      _ = runner.report {
        if let done = try session.transactions.takeStep() { Terminal.write(done[session.language] + "\n") }
      }
    } else {
      session.transactions.forgetStep()
    }
    learn(from: runner.faults)
    Interrupt.clear()
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

  /// Nothing is kept that was not committed.
  private func leave() {
    session.transactions.isAllowed = false
    session.memory = nil
    (session.ask, session.page, session.didErase) = (nil, nil, nil)
    guard session.transactions.isOpen else { return }
    _ = runner.report { try session.store.rollback() }
    Terminal.write(
      Localized("The open transaction was taken back.\n", "未提交的事务已撤回。\n")[session.language], to: STDERR_FILENO)
  }

  private static let endings: Set<String> = ["quit", "exit", "退出"]

  private var greeting: String {
    Localized(
      "Linli. help lists the commands, Tab completes, Ctrl-D leaves.\n", "邻里。help 列出命令，Tab 补全，Ctrl-D 退出。\n")[
        session.language]
  }

  /// One entry: a line, and those that carry it on. Nothing at the end.
  private func read(_ editor: LineEditor) -> String? {
    var entry = ""
    while true {
      let prompt = entry.isEmpty ? "\(session.promptText)\(session.transactions.isOpen ? "*" : "")> " : "… "
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
