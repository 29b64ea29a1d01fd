import CLibEdit
import Foundation

/// What keys do beyond libedit's own functions.
extension LineEditor {
  /// A function of ours: what libedit and `~/.editrc` call it, what it does, its keys.
  private struct Function {
    let name: String
    let help: String
    let keys: [String]
    let body: linli_key
  }

  private static let viSearch = "linli-vi-search"

  private static let functions = [
    Function(name: "linli-complete", help: "Completes the word before the cursor", keys: ["^I"]) { editor, _ in
      perform(editor) { $0.completeWord() }
    },
    Function(name: "linli-complete-back", help: "Chooses the candidate before", keys: ["\\e[Z"]) { editor, _ in
      perform(editor) { $0.choose(by: -1) }
    },
    Function(name: "linli-enter", help: "Ends the entry, or begins its next line", keys: ["^M", "^J"]) { editor, _ in
      perform(editor) { $0.enter() }
    },
    Function(name: "linli-drop", help: "Drops the entry", keys: ["^C"]) { editor, _ in
      perform(editor) { $0.search == nil ? $0.end(with: .dropped) : $0.leaveSearch() }
    },
    Function(name: "linli-search", help: "Searches the entries", keys: ["^R"]) { editor, _ in
      perform(editor) { $0.searchEntries() }
    },
    Function(name: viSearch, help: "Searches the entries from vi's command mode", keys: []) { editor, _ in
      perform(editor) { $0.searchFromCommandMode() }
    },
    Function(name: "linli-cancel", help: "Leaves the search", keys: ["^G"]) { editor, _ in
      perform(editor) { $0.leaveSearch() }
    },
    Function(name: "linli-up", help: "Goes a line up, or an entry back", keys: ["\\e[A", "\\eOA"]) { editor, _ in
      perform(editor) { $0.goUp() }
    },
    Function(name: "linli-down", help: "Goes a line down, or an entry on", keys: ["\\e[B", "\\eOB"]) { editor, _ in
      perform(editor) { $0.goDown() }
    },
    Function(name: "linli-right", help: "Goes right, or takes the suggestion", keys: ["\\e[C", "\\eOC", "^F"]) {
      editor, _ in
      perform(editor) { $0.go(by: 1) }
    },
    Function(
      name: "linli-end", help: "Goes to the end, or takes the suggestion", keys: ["^E", "\\e[F", "\\eOF", "\\e[4~"]
    ) {
      editor, _ in
      perform(editor) { $0.go(by: Int32.max) }
    },
    Function(name: "linli-explain", help: "Explains the command", keys: ["^Xh", "\\eOP", "\\e[11~", "\\e[[A"]) {
      editor, _ in
      perform(editor) { $0.explainCommand() }
    },
    Function(name: "linli-paste", help: "Takes a pasted text", keys: ["\\e[200~"]) { editor, _ in
      perform(editor) { $0.paste() }
    },
    Function(name: "linli-clear", help: "Clears the screen", keys: ["^L"]) { editor, _ in
      perform(editor) { $0.clearScreen() }
    },
    Function(name: "linli-suspend", help: "Suspends the program", keys: ["^Z"]) { editor, _ in
      perform(editor) { $0.suspend() }
    },
  ]

  /// Keys for functions of libedit's.
  private static let usualKeys = [
    ("^D", "em-delete-or-list"), ("\\e[3~", "ed-delete-next-char"),
    ("\\e[H", "ed-move-to-beg"), ("\\eOH", "ed-move-to-beg"), ("\\e[1~", "ed-move-to-beg"),
    ("\\e[1;5C", "em-next-word"), ("\\e[1;5D", "ed-prev-word"), ("\\e[D", "ed-prev-char"), ("\\eOD", "ed-prev-char"),
    // Not for fingers: how our functions ask for libedit's.
    (previousEntry.typed, "ed-prev-history"), (nextEntry.typed, "ed-next-history"),
  ]

  private static let previousEntry = (typed: "^\\\\p", pushed: "\u{1C}p")
  private static let nextEntry = (typed: "^\\\\n", pushed: "\u{1C}n")

  /// Makes our functions known to libedit.
  func addFunctions() {
    for function in LineEditor.functions { linli_el_add_function(editor, function.name, function.help, function.body) }
  }

  /// Gives keys to our functions and to those of libedit's that every terminal's keys should reach.
  func bindKeys() {
    for (key, name) in LineEditor.usualKeys { bind(key, name) }
    for function in LineEditor.functions {
      for key in function.keys { bind(key, function.name) }
    }
    // libedit draws the line anew there, which is never needed here.
    if isVi { linli_el_bind_command(editor, "^R", LineEditor.viSearch) }
  }

  private func bind(_ key: String, _ name: String) {
    guard isVi else { return linli_el_bind(editor, key, name) }
    let key = key.replacing("\\e", with: "^\\\\")
    linli_el_bind(editor, key, name)
    linli_el_bind_command(editor, key, name)
  }

  /// What is searched for is typed, behind what stands in the line.
  private func searchFromCommandMode() -> Int32 {
    if isCommand { linli_el_push(editor, "A") }
    return searchEntries()
  }

  private static func perform(_ editor: OpaquePointer?, _ body: (LineEditor) -> Int32) -> UInt8 {
    UInt8(editor.flatMap(LineEditor.of).map(body) ?? CC_ERROR)
  }

  // MARK: Completion

  private func completeWord() -> Int32 {
    if search != nil { return takeFound() }
    if menu != nil { return choose(by: 1) }
    let completion = isCommand ? complete(textBeforeCursor) : completeAnswer(textBeforeCursor)
    let names = completion.candidates.map(\.text)
    guard let first = names.first else { return CC_REFRESH_BEEP }
    if names.count == 1 {
      replace(completion.word.unicodeScalars.count, with: first + (completion.candidates[0].isOpen ? "" : " "))
      return CC_REFRESH
    }
    let common = names.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    var length = completion.word.unicodeScalars.count
    if common.count > completion.word.count, common.lowercased().hasPrefix(completion.word.lowercased()) {
      replace(length, with: common)
      length = common.unicodeScalars.count
    }
    menu = CompletionMenu(completion)
    choiceLength = length
    return CC_REFRESH
  }

  private func choose(by step: Int) -> Int32 {
    menu?.move(by: step)
    if search != nil { return CC_REFRESH }
    guard let chosen = menu?.chosen else { return CC_ERROR }
    replace(choiceLength, with: chosen.text)
    choiceLength = chosen.text.unicodeScalars.count
    return CC_REFRESH
  }

  /// Puts a text in the place of as many scalars before the cursor.
  private func replace(_ length: Int, with text: String) {
    if length > 0 { linli_el_delete(editor, Int32(length)) }
    linli_el_insert(editor, text)
  }

  // MARK: The entry

  private func enter() -> Int32 {
    if search != nil { return takeFound() }
    if let chosen = menu?.chosen {
      menu = nil
      if !chosen.isOpen { linli_el_insert(editor, " ") }
      return CC_REFRESH
    }
    let text = text
    if isCommand, isUnfinished(text) {
      menu = nil
      linli_el_insert(editor, "\n")
      return CC_REFRESH
    }
    return end(with: .text(text))
  }

  private func end(with line: Line) -> Int32 {
    result = line
    return CC_NEWLINE
  }

  /// A pasted line is typed; several are shown, and somebody has to say that they are to run.
  private func paste() -> Int32 {
    let pasted = input.text(until: "\u{1B}[201~").replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    let kept = pasted.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }
    let text = String(String.UnicodeScalarView(kept))
    guard isCommand else {
      linli_el_insert(editor, text.split(separator: "\n").first.map(String.init) ?? "")
      return CC_REFRESH
    }
    let lines = text.trimmingCharacters(in: .newlines)
    linli_el_insert(editor, lines)
    return lines.contains("\n") ? end(with: .pasted(self.text)) : CC_REFRESH
  }

  // MARK: Moving

  private func go(by step: Int32) -> Int32 {
    let suggestion = suggestion
    if !suggestion.isEmpty {
      linli_el_insert(editor, suggestion)
    } else {
      linli_el_move(editor, min(step, Int32(text.unicodeScalars.count - textBeforeCursor.unicodeScalars.count)))
    }
    return CC_REFRESH
  }

  private func goUp() -> Int32 {
    if menu != nil { return choose(by: -1) }
    let before = textBeforeCursor
    guard let lineStart = before.lastIndex(of: "\n") else {
      linli_el_push(editor, LineEditor.previousEntry.pushed)
      return CC_NORM
    }
    let column = before[lineStart...].dropFirst().count
    let above = before[..<lineStart].split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    let target = above.prefix(column)
    let left = before[lineStart...].unicodeScalars.count + above.unicodeScalars.count - target.unicodeScalars.count
    linli_el_move(editor, -Int32(left))
    return CC_REFRESH
  }

  private func goDown() -> Int32 {
    if menu != nil { return choose(by: 1) }
    let before = textBeforeCursor
    let after = text.dropFirst(before.count)
    guard let lineEnd = after.firstIndex(of: "\n") else {
      linli_el_push(editor, LineEditor.nextEntry.pushed)
      return CC_NORM
    }
    let column = before.split(separator: "\n", omittingEmptySubsequences: false).last?.count ?? 0
    let below = after[after.index(after: lineEnd)...].prefix { $0 != "\n" }.prefix(column)
    linli_el_move(editor, Int32(after[...lineEnd].unicodeScalars.count + below.unicodeScalars.count))
    return CC_REFRESH
  }

  // MARK: The screen

  private func explainCommand() -> Int32 {
    panel = explain(textBeforeCursor)
    return CC_REFRESH
  }

  private func clearScreen() -> Int32 {
    Terminal.show("\u{1B}[H\u{1B}[2J")
    display.forget()
    return CC_REFRESH
  }

  private func suspend() -> Int32 {
    Terminal.show(display.leave())
    releaseTerminal()
    kill(0, SIGTSTP)
    takeTerminal()
    return CC_REFRESH
  }
}
