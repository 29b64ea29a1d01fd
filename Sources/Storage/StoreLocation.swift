import Foundation

/// Where an office is kept.
public enum StoreLocation: Sendable, Equatable {
  /// In memory, gone with the program.
  case memory
  /// In a file.
  case file(String)

  /// The file; nothing for memory.
  public var path: String? {
    if case .file(let path) = self { path } else { nil }
  }

  /// Reads what `--db` was given.
  public init(option: String) {
    self = option == ":memory:" ? .memory : .file(option)
  }

  /// The place without `--db`: `$LINLI_DB`, else `$XDG_DATA_HOME/linli/office.db` (XDG Base Directory Specification),
  /// else `~/.local/share/linli/office.db`.
  public init(environment: [String: String]) {
    if let path = environment["LINLI_DB"], !path.isEmpty {
      self.init(option: path)
      return
    }
    let home = environment["HOME"] ?? "."
    let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + "/.local/share"
    self = .file(data + "/linli/office.db")
  }
}
