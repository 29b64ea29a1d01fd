import Diagnostics
import Values

/// A comment of a lesson that means something: `## step: …`, with the lines that carry it on.
struct LessonItem {
  /// What it gives.
  enum Kind: CaseIterable {
    case lesson, about, step, hint

    /// The words that begin it: the first for its English text, the second for its Chinese one.
    var name: Name {
      switch self {
      case .lesson: Name("lesson", "课程")
      case .about: Name("about", "简介")
      case .step: Name("step", "步骤")
      case .hint: Name("hint", "提示")
      }
    }
  }

  let kind: Kind
  /// The language of its text.
  let language: Language
  /// Where it begins.
  let span: Span
  /// Its lines, without what marks them.
  var text: String

  /// Reads the line in a range of a source; nothing if it does not begin an item.
  init?(_ line: String, at span: Span) {
    guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let word = line[..<colon].trimmingPrefix { $0 == "#" || $0 == " " }
    guard let kind = Kind.allCases.first(where: { $0.name.english == word || $0.name.chinese == word }) else {
      return nil
    }
    self.kind = kind
    language = kind.name.english == word ? .english : .chinese
    self.span = span
    text = String(line[line.index(after: colon)...].trimmingPrefix { $0.isWhitespace })
  }

  /// What a line begins with that carries an item on.
  static let continuation = "##  "

  /// Adds a line that carries the text on; one without text ends a paragraph.
  mutating func carryOn(_ line: String) {
    let more = line.dropFirst(2).trimmingPrefix { $0 == " " }
    // Between words stands a blank; Chinese text goes on without one.
    let joins = text.isEmpty || text.hasSuffix("\n")
    text += more.isEmpty ? "\n" : (joins || language == .chinese ? "" : " ") + more
  }
}
