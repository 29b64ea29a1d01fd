import CLibEdit
import CTerminal
import Diagnostics
import Foundation

/// Reads commands from a terminal. libedit edits (keys, history, search, emacs and vi, `~/.editrc`); what the terminal
/// shows is drawn here, because libedit's own drawing goes wrong where text of double width wraps, and because a menu,
/// an explanation and a suggestion stand under and behind the text.
public final class LineEditor {
  /// What reading an entry came to.
  public enum Line: Equatable {
    /// What was entered: a line, or several.
    case text(String)
    /// Several lines that were pasted; nobody has said yet that they are to run.
    case pasted(String)
    /// Ctrl-C: what was typed is dropped.
    case dropped
    /// Ctrl-D on an empty line, the end of the input, or of the program.
    case end
  }

  /// Gives the candidates for the text before the cursor.
  public var complete: (String) -> Completion = { _ in Completion(replacing: "", []) }
  /// Explains the command that a text begins, in lines.
  public var explain: (String) -> [String] = { _ in [] }
  /// What stands before a text that is searched for.
  public var searchPrompt = "? "
  /// Whether a text wants another line before it can run.
  public var isUnfinished: (String) -> Bool = { _ in false }
  /// The colours of what could follow, which is shown behind what is typed; without colours nobody could tell the two.
  public var paint: () -> Paint = { .none }

  let editor: OpaquePointer
  /// Whether the keys are vi's. Escape alone is a key there; what begins a terminal's sequence then becomes ``viLead``.
  private(set) var isVi = false
  var input = KeyInput()
  var display = LineDisplay()
  var menu: CompletionMenu?
  /// How many scalars before the cursor the chosen candidate takes the place of.
  var choiceLength = 0
  /// What is explained under the line.
  var panel: [String] = []
  var result: Line?
  /// The search among the entries, while there is one: the text is what is searched for, the menu what was found.
  var search: HistorySearch?

  private let history: OpaquePointer
  private(set) var entries: [String] = []
  private var prompt = ""
  private var prefilled = ""
  /// Gives the candidates for what is begun of an answer.
  private(set) var completeAnswer: (String) -> Completion = { Completion(replacing: $0, []) }
  /// Whether a command is read, and not the answer to a question.
  private(set) var isCommand = true
  /// The keys left of a sequence that keeps the menu open.
  private var keptKeys = 0
  /// Whether the terminal can move its cursor.
  private let canDraw: Bool

  /// Opens libedit, and the terminal for editing.
  ///
  /// - Throws: a ``Diagnostic`` that names the package to install if there is no libedit.
  public init() throws {
    LineEditor.useUnicodeLocale()
    if let missing = linli_libedit_missing() { throw LineEditor.unavailable(String(cString: missing)) }
    guard let editor = linli_el_init("linli"), let history = linli_history_init(Int32(HistoryFile.limit)) else {
      throw LineEditor.unavailable("libedit")
    }
    self.editor = editor
    self.history = history
    let terminal = getenv("TERM").map { String(cString: $0) } ?? ""
    canDraw = Terminal.isOutput && !["", "dumb", "emacs"].contains(terminal)
    linli_el_set_client_data(editor, Unmanaged.passUnretained(self).toOpaque())
    linli_el_set_reader(editor) { editor, key in
      guard let line = editor.flatMap(LineEditor.of), let key else { return 0 }
      return line.nextKey(&key.pointee)
    }
    linli_el_set_editor(editor, "emacs")
    linli_el_set_history(editor, history)
    linli_el_clear_signal_keys(editor)
    linli_catch_resizes()
    addFunctions()
    bindKeys()
    // The user's own ~/.editrc has the last word, but choosing vi's keys drops those that were bound.
    linli_el_source(editor)
    isVi = linli_el_is_vi(editor)
    if isVi { bindKeys() }
  }

  deinit {
    linli_el_end(editor)
    linli_history_end(history)
  }

  /// Makes an entry reachable with the arrow keys.
  public func remember(_ entry: String) {
    linli_history_enter(history, entry)
    entries.append(entry)
  }

  /// Reads a command.
  ///
  /// - Parameters:
  ///   - text: what stands before it.
  ///   - begun: a text to go on with.
  public func readLine(prompt text: String, begun: String = "") -> Line { read(text, begun, isCommand: true) }

  /// Reads the answer to a question; nothing if there is none.
  ///
  /// - Parameter complete: gives the candidates for what is begun of it.
  public func readAnswer(
    to question: String, complete: @escaping (String) -> Completion = { Completion(replacing: $0, []) }
  ) -> String? {
    completeAnswer = complete
    if case .text(let answer) = read(question, "", isCommand: false) { return answer }
    return nil
  }

  private func read(_ prompt: String, _ begun: String, isCommand: Bool) -> Line {
    (self.prompt, prefilled, self.isCommand) = (prompt, begun, isCommand)
    guard canDraw else {
      forgetInterrupt()
      return readPlainly(prompt)
    }
    result = nil
    display.forget()
    takeTerminal()
    forgetInterrupt()
    defer { releaseTerminal() }
    var count: Int32 = 0
    let bytes = linli_el_gets(editor, &count)
    let line = result ?? (bytes.map { .text(String(cString: $0)) } ?? .end)
    (menu, panel, search) = (nil, [], nil)
    // What was answered or dropped stays to be read; nothing that was only offered does.
    draw(text: { if case .text(let text) = line { text } else { text } }(), isLast: true)
    Terminal.show(line == .dropped ? "^C" + display.leave() : display.leave())
    return line
  }

  /// A Ctrl-C from before a command is read was for the one before; one from now on is a key, and one behind Enter for
  /// what was entered. A question is part of what runs.
  private func forgetInterrupt() {
    if isCommand { Interrupt.clear() }
  }

  // MARK: The terminal

  /// Every key is the editor's, and a pasted text is marked as one.
  func takeTerminal() {
    linli_el_take_terminal(editor, true)
    Terminal.show("\u{1B}[?2004h")
  }

  /// The terminal is as it was.
  func releaseTerminal() {
    Terminal.show("\u{1B}[?2004l")
    linli_el_take_terminal(editor, false)
  }

  private func draw(text: String, isLast: Bool = false) {
    let (columns, rows) = Terminal.size
    if search != nil { updateSearch(text) }
    var below = panel
    let room = max(3, rows - 4)
    if below.count > room { below = below.prefix(room - 1) + ["  …"] }
    if let menu { below = menu.rows(columns: columns, limit: room) }
    let cursor = isLast ? text.unicodeScalars.count : textBeforeCursor.unicodeScalars.count
    let frame = LineFrame(
      prompt: search == nil ? prompt : searchPrompt, continuation: LineEditor.continuation, text: text, cursor: cursor,
      suggestion: isLast ? "" : suggestion, panel: below, columns: columns)
    Terminal.show(display.update(to: frame.fitted(to: rows), columns: columns, paint: paint()))
  }

  private static let continuation = "… "

  // MARK: The keys

  private func nextKey(_ key: inout wchar_t) -> Int32 {
    if !prefilled.isEmpty {
      linli_el_insert(editor, prefilled)
      prefilled = ""
    }
    while true {
      if let failure = input.wait(drawing: { draw(text: text) }) {
        if failure == .signal, !Interrupt.isRaised { continue }
        result = failure == .end || Interrupt.isEnding ? .end : .dropped
        Interrupt.clear()
        return 0
      }
      if closesPanel() { continue }
      let isSequence = input.isNext("\u{1B}[") || input.isNext("\u{1B}O")
      if case .scalar(let scalar) = input.next() {
        if isVi, isSequence {
          key = numericCast(LineEditor.viLead.value)
          return 1
        }
        // A NUL is no text and would end what C reads.
        key = numericCast(scalar == "\0" ? 0xFFFD : scalar.value)
        return 1
      }
    }
  }

  /// Closes what stands under the line unless the next key is for it; whether that is all that the key was for.
  private func closesPanel() -> Bool {
    if keptKeys > 0 {
      keptKeys -= 1
      return false
    }
    if search != nil { return input.takesEscape() && leaveSearch() == CC_REFRESH }
    guard menu != nil || !panel.isEmpty else { return false }
    panel = []
    if menu != nil, let sequence = LineEditor.menuKeys.first(where: input.isNext) {
      keptKeys = sequence.utf8.count - 1
      return false
    }
    menu = nil
    return input.takesEscape()
  }

  /// What the terminal's sequences begin with for libedit when Escape is a key of its own.
  static let viLead: Unicode.Scalar = "\u{1C}"
  private static let menuKeys = ["\t", "\u{1B}[Z", "\u{1B}[A", "\u{1B}[B", "\u{1B}OA", "\u{1B}OB", "\r", "\n"]

  // MARK: The text

  /// The whole text.
  var text: String {
    guard let info = linli_el_line(editor)?.pointee, let start = info.buffer, let end = info.lastchar else { return "" }
    return String(decoding: UnsafeRawBufferPointer(start: start, count: end - start), as: UTF8.self)
  }

  /// The text before the cursor.
  var textBeforeCursor: String {
    guard let info = linli_el_line(editor)?.pointee, let start = info.buffer, let cursor = info.cursor else {
      return ""
    }
    return String(decoding: UnsafeRawBufferPointer(start: start, count: cursor - start), as: UTF8.self)
  }

  /// What could follow: the rest of the latest entry that begins with the text. Nothing while something else is shown,
  /// or when the cursor is not at the end.
  var suggestion: String {
    guard paint().isOn, isCommand, menu == nil, panel.isEmpty else { return "" }
    let text = text
    guard !text.isEmpty, text == textBeforeCursor, let entry = entries.last(where: { $0 != text && $0.hasPrefix(text) })
    else { return "" }
    return String(entry.dropFirst(text.count).prefix { !$0.isNewline })
  }

  /// The editor that libedit calls back for.
  static func of(_ editor: OpaquePointer) -> LineEditor? {
    linli_el_client_data(editor).map { Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The fault that a library of a name is missing.
  public static func unavailable(_ library: String) -> Diagnostic {
    Diagnostic(
      .lineEditor, Localized("the prompt needs \(library), which cannot be opened", "提示符需要 \(library)，无法打开"),
      hint: Localized(
        "install it: apt-get install libedit2; scripts and -c need none", "请安装：apt-get install libedit2；脚本与 -c 不需要"))
  }

  /// Without a UTF-8 locale libedit would take Chinese text for single bytes.
  private static func useUnicodeLocale() {
    setlocale(LC_ALL, "")
    let codeset = nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
    if codeset != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }

  /// Reads from a terminal that cannot move its cursor: as it comes, line by line.
  private func readPlainly(_ prompt: String) -> Line {
    let output = Terminal.isOutput ? STDOUT_FILENO : STDERR_FILENO
    Terminal.write(prompt, to: output)
    var text = ""
    while let line = Swift.readLine() {
      text += text.isEmpty ? line : "\n" + line
      guard isCommand, isUnfinished(text) else { return .text(text) }
      Terminal.write(LineEditor.continuation, to: output)
    }
    if Interrupt.isRaised, !Interrupt.isEnding {
      Interrupt.clear()
      return .dropped
    }
    return text.isEmpty ? .end : .text(text)
  }
}
