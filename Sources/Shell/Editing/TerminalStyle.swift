/// How text looks on a terminal (ECMA-48, SGR).
enum TerminalStyle {
  /// Paler than the rest.
  static let faint = "\u{1B}[2m"
  /// The chosen one of several.
  static let chosen = "\u{1B}[7m"
  /// As usual again.
  static let plain = "\u{1B}[0m"
}
