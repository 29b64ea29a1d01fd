import CommandLanguage
import Diagnostics
import Foundation
import Lessons
import Values

extension DiagnosticCode {
  /// There is no such lesson.
  static let unknownLesson = DiagnosticCode(
    "E-UNKNOWN-LESSON", "There is no such lesson.", "没有这个课程。",
    mend: Localized(
      "lesson list shows numbers and names; a lesson of your own is named by its file's path, NAME.linli.",
      "课程 列出 可查看编号和名称；自己的课程写文件路径，如 名称.linli。"),
    example: .lines("lesson check 99", "课程 检查 99"))
}

/// A lesson that somebody asked for: one that comes with the program, or a file.
public struct ChosenLesson: Sendable {
  /// The lesson.
  public let lesson: Lesson
  /// What its progress is kept under.
  public let key: String
  /// What the prompt shows while it goes on.
  public let mark: Localized
  /// The folder in which its file stands, if it is one.
  private let folder: String?

  /// Finds a lesson by its number, its name or its file's path.
  ///
  /// - Throws: a ``DiagnosticList`` with the faults of the file, or a ``Diagnostic`` when there is none.
  static func find(_ which: Value, in session: OfficeSession) throws -> ChosenLesson {
    switch which {
    case .integer(let number) where LessonShelf.lessons.indices ~= number - 1:
      return try ChosenLesson(LessonShelf.lessons[number - 1], in: session)
    case .choice(let choice):
      guard let entry = LessonShelf.all.first(where: { $0.name == choice.name }) else { break }
      return try ChosenLesson(entry, in: session)
    case .text(let path) where path.contains(".") || path.contains("/"):
      return try ChosenLesson(path: path, in: session)
    default: break
    }
    throw unknown(which, in: session)
  }

  /// A lesson that comes with the program.
  init(_ entry: LessonShelf.Entry, in session: OfficeSession) throws {
    lesson = try Lesson(entry.source, isCommand: session.table.hasNoun)
    key = entry.name.english
    mark = entry.number.map { Localized("lesson \($0)", "第\($0)课") } ?? entry.name.localized
    folder = nil
  }

  /// A lesson in a file.
  private init(path: String, in session: OfficeSession) throws {
    let location = session.location(ofInput: path)
    let file = try InputFile(path: location, name: path)
    let source = try Source(name: path, bytes: file.bytes(at: 0, count: file.count))
    lesson = try Lesson(source, isCommand: session.table.hasNoun)
    key = URL(fileURLWithPath: location).path
    mark = Localized("lesson", "课程")
    folder = location.pathFolder
  }

  /// Opens an office for it.
  ///
  /// - Throws: a ``Diagnostic`` when no such office is to be had here.
  public func openSandbox(of session: OfficeSession) throws -> Sandbox { try Sandbox(of: session, inputs: folder) }

  private static func unknown(_ which: Value, in session: OfficeSession) -> Diagnostic {
    let text = session.text(of: which)
    let names = LessonShelf.all.flatMap { [$0.name.english, $0.name.chinese] }
    return Diagnostic(
      .unknownLesson, Localized("there is no lesson \(text)", "没有课程 \(text)"),
      hint: Suggestion.hint(for: text, in: names) ?? Localized("lesson list shows them", "可用 课程 列出 查看"),
      subject: "lesson")
  }
}
