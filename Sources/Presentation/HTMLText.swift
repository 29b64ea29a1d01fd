import Diagnostics

/// Text as HTML.
enum HTMLText {
  /// The text with what HTML would take for itself escaped, and what a terminal would obey made visible: a page may be
  /// looked at with any program.
  static func escaped(_ text: String) -> String {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.map { line in
      var shown = ""
      for scalar in TerminalText.safe(String(line)).unicodeScalars {
        switch scalar {
        case "&": shown += "&amp;"
        case "<": shown += "&lt;"
        case ">": shown += "&gt;"
        case "\"": shown += "&quot;"
        case "'": shown += "&#39;"
        default: shown.unicodeScalars.append(scalar)
        }
      }
      return shown
    }.joined(separator: "\n")
  }

  /// An element with a text in it.
  static func element(_ name: String, _ text: String, class style: String? = nil) -> String {
    "<\(name)\(style.map { " class=\"\($0)\"" } ?? "")>\(escaped(text))</\(name)>"
  }
}
