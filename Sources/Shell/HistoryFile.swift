import Foundation
import Values

/// The commands typed before, in a file that only its owner reads: one entry a line, a line feed inside an entry as
/// `\n`. A history that cannot be read or written never stops the shell.
public struct HistoryFile: Sendable {
  /// How many entries are kept.
  public static let limit = 10_000

  private let path: String

  /// A history in a file.
  public init(path: String) { self.path = path }

  /// The place by the XDG Base Directory Specification: `$XDG_STATE_HOME/linli/history`, else
  /// `~/.local/state/linli/history`.
  public init(environment: [String: String]) {
    self.init(path: HistoryFile.folder(in: environment) + "/history")
  }

  /// The folder for what is kept of one person's use of the program.
  public static func folder(in environment: [String: String]) -> String {
    let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (state ?? (environment["HOME"] ?? ".") + "/.local/state") + "/linli"
  }

  /// The entries, oldest first.
  public func load() -> [String] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    let entries = String(decoding: data, as: UTF8.self).split(separator: "\n").suffix(HistoryFile.limit)
    return entries.map { HistoryFile.unescaped(String($0)) }
  }

  /// Adds an entry at the end at once, so that two shells do not lose each other's.
  public func append(_ entry: String) {
    let directory = path.pathFolder
    try? FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    fchmod(descriptor, 0o600)
    Terminal.write(HistoryFile.escaped(entry) + "\n", to: descriptor)
  }

  /// Lets the entries go that hold one of some words: somebody asked to be erased. The file is written anew.
  public func forget(_ words: [String]) {
    let kept = load().filter { entry in !words.contains { entry.contains($0) } }
    let text = kept.map { HistoryFile.escaped($0) + "\n" }.joined()
    guard let file = FileHandle(forUpdatingAtPath: path) else { return }
    defer { try? file.close() }
    do {
      // The old bytes are overwritten in place before the file is cut to its new length.
      let length = try file.seekToEnd()
      try file.seek(toOffset: 0)
      try file.write(contentsOf: Data(text.utf8))
      let rest = Int(length) - text.utf8.count
      if rest > 0 { try file.write(contentsOf: Data(count: rest)) }
      try file.synchronize()
      try file.truncate(atOffset: UInt64(text.utf8.count))
    } catch {}
  }

  private static func escaped(_ entry: String) -> String {
    entry.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
  }

  private static func unescaped(_ line: String) -> String {
    var text = ""
    var isEscaped = false
    for character in line {
      if isEscaped {
        text.append(character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return text
  }
}
