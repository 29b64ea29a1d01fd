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
    let completer = Completer(
      table: session.table, language: session.language, names: { [session] in session.names(ofKinds: $0, prefix: $1) },
      defined: { [runner] in runner.interpreter.definedNames }, codes: session.codes)
    editor.complete = { completer.complete($0) }
    Terminal.write(greeting)
    session.transactions.isAllowed = true
    session.ask = { [session] question in
      if case .text(let answer) = editor.readLine(prompt: question[session.language]) { return answer }
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
      Interrupt.clear()
    }
  }

  /// Nothing is kept that was not committed.
  private func leave() {
    session.transactions.isAllowed = false
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
      let prompt = entry.isEmpty ? "\(session.promptName)\(session.transactions.isOpen ? "*" : "")> " : "… "
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
