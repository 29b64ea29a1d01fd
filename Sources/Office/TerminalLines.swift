import Diagnostics

/// Makes a document of several lines harmless on a terminal; its own line feeds stay.
enum TerminalLines {
  /// The text, each line by itself made harmless.
  static func safe(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { TerminalText.safe(String($0)) }.joined(
      separator: "\n")
  }
}
