import Diagnostics
import Foundation
import Testing

/// Sessions with their exact output. A line that begins with `> ` is typed, lines that begin with `… ` carry it on, all
/// other lines are what is seen. `scripts/update` records the outputs anew.
@Suite struct TranscriptTests {
  @Test(arguments: try Repository.files(in: "Tests/Transcripts/Sessions", ending: ".session"))
  func sessionsAreSeenAsRecorded(file: String) throws {
    let recorded = try Repository.text(file)
    let played = try Session.play(recorded, language: file.hasSuffix(".zh.session") ? .chinese : .english)
    if Repository.isUpdating {
      try Repository.write(played, to: file)
    } else {
      #expect(played == recorded, "\(file)")
    }
  }

  /// Every fenced block of the docs that begins with a prompt is a session; those of one page follow each other. A page
  /// that ends in `.zh.md` answers in Chinese.
  @Test(arguments: [
    "README.md", "docs/language.md", "docs/tutorial.md", "docs/architecture.md", "docs/cards.md", "docs/lessons.md",
    "docs/staff-guide.md", "docs/staff-guide.zh.md", "docs/script-guide.md",
  ])
  func sessionsInTheDocsAreTrue(file: String) throws {
    let page = try Repository.text(file)
    let run = try SessionRun(language: file.hasSuffix(".zh.md") ? .chinese : .english)
    var parts = page.components(separatedBy: "```")
    for index in stride(from: 1, to: parts.count, by: 2) where parts[index].hasPrefix("linli\n") {
      let session = String(parts[index].dropFirst("linli\n".count))
      parts[index] = "linli\n" + Session.play(session, on: run)
    }
    let played = parts.joined(separator: "```")
    if Repository.isUpdating {
      try Repository.write(played, to: file)
    } else {
      #expect(played == page, "\(file)")
    }
  }

  @Test func scriptsInTheGuideAreTheFiles() throws {
    let files = try Repository.files(in: "scripts/office", ending: ".linli").map { try Repository.text($0) }
    let blocks = try Repository.text("docs/script-guide.md").components(separatedBy: "```\n")
    let scripts = blocks.filter { $0.hasPrefix("#!") }
    #expect(scripts.count == 2)
    for script in scripts { #expect(files.contains(script)) }
  }

  @Test func theStoryIsSeenAsRecorded() throws {
    let file = "Tests/Transcripts/fuhu.txt"
    let played = try SessionRun(language: .chinese).runFile("scripts/demo/fuhu.linli")
    if Repository.isUpdating { try Repository.write(played, to: file) }
    #expect(played == (try Repository.text(file)))
    #expect(try SessionRun(language: .chinese).runFile("scripts/demo/fuhu.linli") == played, "twice the same bytes")
    #expect(played.hasSuffix("筹得 21,060.00，支出 19,610.00，退款 200.00，转入维护 1,250.00，余额 0.00；票号 154 个\n"))
  }
}

/// A recorded session.
enum Session {
  /// Plays a session on an office of its own.
  static func play(_ recorded: String, language: Language) throws -> String {
    play(recorded, on: try SessionRun(language: language))
  }

  /// Plays what is typed in a session and gives the session as it is seen now. Lines before the first typed one stay.
  static func play(_ recorded: String, on run: SessionRun) -> String {
    var text = ""
    var typed: [String] = []
    func flush() {
      guard !typed.isEmpty else { return }
      let entry = typed.map { String($0.dropFirst(2)) }.joined(separator: "\n")
      text += typed.joined(separator: "\n") + "\n" + run.run(entry)
      typed = []
    }
    // CSV ends its lines with CR and LF, which are one character.
    for line in recorded.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init) {
      if line.hasPrefix("> ") {
        flush()
        typed = [line]
      } else if line.hasPrefix("… "), !typed.isEmpty {
        typed.append(line)
      } else if line.hasPrefix("# ") {
        flush()
        text += (text.isEmpty ? "" : "\n") + line + "\n"
      }
    }
    flush()
    return text
  }
}
