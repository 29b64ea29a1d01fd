import CommandLanguage
import Diagnostics
import Foundation
import Office

/// The prompt: reads commands, runs each, goes on until Ctrl-D.
public final class Prompt {
  private let session: OfficeSession
  private let runner: Runner
  private let history: HistoryFile
  private var number = 0

  /// Creates a prompt on an office.
  public init(session: OfficeSession, runner: Runner, history: HistoryFile) {
    self.session = session
    self.runner = runner
    self.history = history
  }

  /// Reads and runs until the end, and says how that came: ``Runner/Outcome/done`` if it was wanted.
  ///
  /// - Throws: a ``Diagnostic`` when standard output cannot be written.
  public func run() throws -> Runner.Outcome {
    guard let editor = LineEditor() else { return .done }
    let entries = history.load()
    entries.forEach(editor.remember)
    var last = entries.last
    let completer = Completer(
      table: session.table, language: session.language, names: { [session] in session.names(ofKinds: $0, prefix: $1) },
      defined: { [runner] in runner.interpreter.definedNames }, codes: session.codes)
    editor.complete = { completer.complete($0) }
    try Terminal.write(greeting)
    session.transactions.isAllowed = true
    session.ask = { [session] question in
      if case .text(let answer) = editor.readLine(prompt: question[session.language]) { return answer }
      return nil
    }
    session.didErase = { [history] in history.forget($0) }
    defer { leave() }
    while let entry = read(editor) {
      guard !entry.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty else { continue }
      if entry != last {
        editor.remember(entry)
        history.append(entry)
        last = entry
      }
      if Prompt.endings.contains(entry.trimmingCharacters(in: .whitespaces)) { return .done }
      Interrupt.clear()
      number += 1
      let outcome = runner.run(Source(name: "prompt:\(number)", text: entry))
      if outcome == .done {
        _ = runner.report {
          if let done = try session.transactions.takeStep() { try Terminal.write(done[session.language] + "\n") }
        }
      } else {
        session.transactions.forgetStep()
      }
      Interrupt.clear()
    }
    return Interrupt.isEnding ? Interrupt.outcome ?? .done : .done
  }

  /// Nothing is kept that was not committed.
  private func leave() {
    session.transactions.isAllowed = false
    (session.ask, session.didErase) = (nil, nil)
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
        try? Terminal.write("\n")
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
