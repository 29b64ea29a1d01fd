import Foundation
import Values

/// The commands typed before in one office, in a file that only its owner reads: one entry a line, a line feed inside an
/// entry as `\n`. Numbers by which somebody can be reached or known do not get there, nor does an entry that begins with
/// a blank. A history that cannot be read or written never stops the shell.
public struct HistoryFile: Sendable {
  /// How many entries are kept.
  public static let limit = 10_000

  private let path: String

  /// A history in a file.
  public init(path: String) { self.path = path }

  /// The history of an office, by the XDG Base Directory Specification in `$XDG_STATE_HOME/linli/history`, else in
  /// `~/.local/state/linli/history`: a file that is called like the office's path, `%` for `/`.
  ///
  /// - Parameters:
  ///   - environment: the variables of the program.
  ///   - office: the office's file.
  public init(environment: [String: String], office: String) {
    let folder = HistoryFile.folder(in: environment) + "/history"
    let place = URL(fileURLWithPath: office).standardizedFileURL.path.replacing("/", with: "%")
    // A name may take 255 bytes; the end of a path tells more than its beginning.
    self.init(path: folder + "/" + String(decoding: place.utf8.suffix(200), as: UTF8.self))
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
    guard entry.first?.isWhitespace != true else { return }
    let directory = path.pathFolder
    try? FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    fchmod(descriptor, 0o600)
    Terminal.write(HistoryFile.escaped(HistoryFile.withoutNumbers(entry)) + "\n", to: descriptor)
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

  /// The entry with `…` for phone and identity numbers: seven digits or more, in groups of three or more.
  static func withoutNumbers(_ entry: String) -> String {
    entry.replacing(#/\d{3,}(?:[ -]\d{3,})*[Xx]?/#) { match in
      match.output.count(where: \.isNumber) < 7 ? match.output : "…"
    }
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
