import CLibEdit
import CTerminal
import Diagnostics
import Foundation

/// Reads lines from a terminal with libedit: editing, history, completion, Chinese text.
public final class LineEditor {
  /// What reading a line came to.
  public enum Line: Equatable {
    /// A line, without its end.
    case text(String)
    /// Ctrl-C: what was typed is dropped.
    case dropped
    /// Ctrl-D on an empty line, the end of the input, or of the program.
    case end
  }

  /// Gives the candidates for the text before the cursor.
  public var complete: (String) -> Completion = { _ in Completion(replacing: "", []) }

  private let editor: OpaquePointer
  private let history: OpaquePointer
  private var prompt: UnsafeMutablePointer<CChar>?
  private var isDropped = false

  /// Opens the terminal for editing; nothing if libedit cannot.
  public init?() {
    LineEditor.useUnicodeLocale()
    guard let editor = linli_el_init("linli"), let history = history_init() else { return nil }
    self.editor = editor
    self.history = history
    linli_history_set_size(history, Int32(HistoryFile.limit))
    linli_el_set_client_data(editor, Unmanaged.passUnretained(self).toOpaque())
    linli_el_set_prompt(editor) { editor in editor.flatMap(LineEditor.of)?.prompt }
    linli_el_set_editor(editor, "emacs")
    linli_el_set_history(editor, history)
    linli_el_clear_signal_keys(editor)
    linli_el_set_reader(editor, linli_read_character)
    linli_el_add_function(editor, "linli-complete", "Completes the word before the cursor") { editor, _ in
      editor.flatMap(LineEditor.of)?.completeAtCursor() ?? UInt8(CC_ERROR)
    }
    linli_el_add_function(editor, "linli-drop", "Drops the line") { editor, _ in
      editor.flatMap(LineEditor.of)?.drop() ?? UInt8(CC_ERROR)
    }
    linli_el_bind(editor, "^I", "linli-complete")
    linli_el_bind(editor, "^C", "linli-drop")
    linli_el_bind(editor, "^R", "em-inc-search-prev")
    linli_el_bind(editor, "^D", "em-delete-or-list")
    // The user's own ~/.editrc has the last word.
    el_source(editor, nil)
  }

  deinit {
    el_end(editor)
    history_end(history)
    free(prompt)
  }

  /// Makes an entry reachable with the arrow keys.
  public func remember(_ entry: String) { linli_history_enter(history, entry) }

  /// Reads a line.
  public func readLine(prompt text: String) -> Line {
    free(prompt)
    prompt = strdup(text)
    isDropped = false
    var count: Int32 = 0
    linli_el_take_terminal(editor)
    let bytes = el_gets(editor, &count)
    if isDropped { return .dropped }
    guard let bytes else { return .end }
    // libedit's count is not that of UTF-8 bytes; the text ends at its NUL.
    var line = String(cString: bytes)
    if line.isEmpty { return .end }
    if line.hasSuffix("\n") { line.removeLast() }
    return .text(line)
  }

  /// The editor that libedit calls back for.
  private static func of(_ editor: OpaquePointer) -> LineEditor? {
    linli_el_client_data(editor).map { Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Without a UTF-8 locale libedit would take Chinese text for single bytes.
  private static func useUnicodeLocale() {
    setlocale(LC_ALL, "")
    let codeset = nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
    if codeset != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }

  private func drop() -> UInt8 {
    isDropped = true
    try? Terminal.write("^C\n")
    return UInt8(CC_NEWLINE)
  }

  private func completeAtCursor() -> UInt8 {
    let text = textBeforeCursor
    let completion = complete(text)
    let names = completion.candidates.map(\.text)
    guard let first = names.first else { return UInt8(CC_REFRESH_BEEP) }
    if names.count == 1 {
      replace(completion.word, with: first + (completion.candidates[0].isOpen ? "" : " "))
      return UInt8(CC_REFRESH)
    }
    let common = names.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    if common.count > completion.word.count, common.lowercased().hasPrefix(completion.word.lowercased()) {
      replace(completion.word, with: common)
      return UInt8(CC_REFRESH)
    }
    try? Terminal.write("\n" + completion.list(width: Terminal.width ?? 80))
    return UInt8(CC_REDISPLAY)
  }

  private var textBeforeCursor: String {
    guard let info = el_line(editor)?.pointee, let start = info.buffer, let cursor = info.cursor else { return "" }
    let bytes = UnsafeRawBufferPointer(start: start, count: cursor - start)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func replace(_ word: String, with text: String) {
    if !word.isEmpty { el_deletestr(editor, Int32(word.unicodeScalars.count)) }
    el_insertstr(editor, text)
  }
}
