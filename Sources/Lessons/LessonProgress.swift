import Diagnostics
import Foundation
import Values

/// How far somebody has come with the lessons, in a file that only he reads: a line for each lesson, its fields between
/// tabs. A file that cannot be read or written never keeps anybody from learning.
public struct LessonProgress: Sendable {
  /// What is known of one lesson.
  public struct Mark: Sendable, Equatable {
    /// How many of its steps are done.
    public var steps = 0
    /// How many lines were tried in all.
    public var tries = 0
    /// How many hints were given in all.
    public var hints = 0
    /// When it was first finished.
    public var finished: CalendarDate?

    /// Nothing done yet.
    public init() {}
  }

  private let path: String

  /// Progress in a file.
  public init(path: String) { self.path = path }

  /// What is known of all lessons that were begun, by their names.
  public func load() -> [String: Mark] {
    guard let data = FileManager.default.contents(atPath: path) else { return [:] }
    var marks: [String: Mark] = [:]
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 5, let steps = Int(cells[1]), let tries = Int(cells[2]), let hints = Int(cells[3]) else {
        continue
      }
      var mark = Mark()
      (mark.steps, mark.tries, mark.hints) = (steps, tries, hints)
      mark.finished = CalendarDate(exchange: cells[4])
      marks[cells[0]] = mark
    }
    return marks
  }

  /// Keeps what is known of one lesson.
  public func save(_ mark: Mark, of name: String) {
    guard !name.contains(where: { $0.isNewline || $0 == "\t" }) else { return }
    var marks = load()
    marks[name] = mark
    let lines = marks.sorted { $0.key < $1.key }.map { name, mark in
      "\(name)\t\(mark.steps)\t\(mark.tries)\t\(mark.hints)\t\(mark.finished?.exchangeText ?? "")\n"
    }
    try? FileManager.default.createDirectory(
      atPath: path.pathFolder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    var template = Array("\(path).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return }
    let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    // A file made by mkstemp is its owner's alone.
    guard (try? file.write(contentsOf: Data(lines.joined().utf8))) != nil, rename(temporary, path) == 0 else {
      unlink(temporary)
      return
    }
  }
}
