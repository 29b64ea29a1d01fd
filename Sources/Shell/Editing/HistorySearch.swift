import CLibEdit
import Diagnostics

/// A search among the entries typed before.
struct HistorySearch {
  /// What stood in the line before.
  let text: String
  /// What the menu was made for; nothing yet.
  var searched: String?
}

extension LineEditor {
  /// Begins a search for what stands in the line; in a search, goes to an older entry.
  func searchEntries() -> Int32 {
    guard isCommand else { return CC_ERROR }
    if search == nil {
      search = HistorySearch(text: text)
    } else {
      menu?.move(by: 1)
    }
    return CC_REFRESH
  }

  /// Offers the entries that hold every word of a text, the latest first.
  func updateSearch(_ text: String) {
    guard search?.searched != text else { return }
    search?.searched = text
    let words = text.lowercased().split(separator: " ")
    let found = entries.reversed().filter { entry in
      let entry = entry.lowercased()
      return words.allSatisfy { entry.contains($0) }
    }
    menu = CompletionMenu(
      Completion(replacing: "", found.map { Completion.Candidate(TerminalText.safe($0), isFound: true) }))
    menu?.move(by: 1)
  }

  /// Puts the chosen entry into the line, to be changed or run; with none the search goes on.
  func takeFound() -> Int32 {
    guard let index = menu?.choice, let chosen = menu?.completion.candidates[index].text else { return CC_ERROR }
    let entry = entries.last { TerminalText.safe($0) == chosen }
    replaceText(with: entry ?? chosen)
    return endSearch()
  }

  /// Leaves the search; the line is as it was before.
  func leaveSearch() -> Int32 {
    guard let search else { return CC_ERROR }
    replaceText(with: search.text)
    return endSearch()
  }

  private func endSearch() -> Int32 {
    (search, menu) = (nil, nil)
    return CC_REFRESH
  }

  private func replaceText(with text: String) {
    linli_el_move(editor, Int32(self.text.unicodeScalars.count - textBeforeCursor.unicodeScalars.count))
    linli_el_delete(editor, Int32(self.text.unicodeScalars.count))
    if !text.isEmpty { linli_el_insert(editor, text) }
  }
}
