import CommandLanguage
import Diagnostics
import Foundation
import Lessons
import Office
import Testing

/// What the lessons on the shelf promise, and what is said of a lesson that is wrong.
@Suite struct LessonTests {
  private static let names = LessonShelf.all.map(\.name.english)

  private func source(_ name: String) throws -> Source {
    try #require(LessonShelf.all.first { $0.name.english == name }).source
  }

  private func lesson(_ name: String, _ run: SessionRun) throws -> Lesson {
    try Lesson(source(name), isCommand: run.office.table.hasNoun)
  }

  @Test(arguments: names)
  func aLessonIsAScriptThatPlaysItself(name: String) throws {
    let run = try SessionRun()
    let source = try source(name)
    let seen = run.run("let done = no\n" + source.text(0..<source.bytes.count) + "\nset done = yes")
    #expect(run.run("print $done") == "yes\n", "\(seen)")
  }

  /// A step that is done already teaches nothing, and neither does one that is done before its last line.
  @Test(arguments: names)
  func aStepIsDoneByItsLastLineAndNotBefore(name: String) throws {
    let run = try SessionRun()
    let lesson = try lesson(name, run)
    func runs(_ part: Source) -> String { run.run(part.text(0..<part.bytes.count)) }
    for part in lesson.setup { #expect(!runs(part).contains("error: ")) }
    for (number, step) in lesson.steps.enumerated() {
      for line in step.solution {
        let isOpen = step.checks.contains { runs($0).contains("error: ") }
        #expect(isOpen, "step \(number + 1) of \(name) is done before \(line.text(0..<line.bytes.count))")
        let seen = runs(line)
        #expect(!seen.contains("error: ") || seen.contains("refused rows are in"), "\(seen)")
      }
      for check in step.checks { #expect(runs(check).isEmpty, "step \(number + 1) of \(name)") }
    }
  }

  /// What a step or a hint shows between back quotes is a line to type.
  @Test(arguments: names)
  func linesInTheTextsAreRight(name: String) throws {
    let run = try SessionRun()
    let lesson = try lesson(name, run)
    for step in lesson.steps {
      for text in [step.text] + step.hints {
        for language in Language.allCases {
          for match in text[language].matches(of: /`([^`]+)`/) {
            let line = String(match.1)
            let interpreter = Interpreter(table: run.office.table, host: run.office, load: { _, source in source })
            #expect(throws: Never.self, "\(line)") { try interpreter.check(Source(name: name, text: line)) }
          }
        }
      }
    }
  }

  @Test(arguments: names)
  func checkSaysThatALessonIsRight(name: String) throws {
    let run = try SessionRun()
    let steps = try lesson(name, run).steps.count
    #expect(run.run("lesson check \(name)") == "all \(steps) steps are right\n")
    #expect(run.run("resident count") == "0\n")
  }

  @Test func everyTextIsInBothLanguages() throws {
    let run = try SessionRun()
    for name in Self.names {
      let lesson = try lesson(name, run)
      for text in [lesson.title, lesson.about] + lesson.steps.flatMap({ [$0.text] + $0.hints }) {
        #expect(!text.english.isEmpty && !text.chinese.isEmpty, "\(name): \(text.english)")
      }
      #expect(lesson.steps.allSatisfy { !$0.hints.isEmpty }, "\(name)")
    }
  }

  private func said(of text: String) throws -> String {
    let run = try SessionRun()
    let path = NSTemporaryDirectory() + "linli-lesson-\(UUID().uuidString).linli"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return run.run("lesson check \"\(path)\"").replacing(path, with: "keys.linli")
  }

  private let head = "## lesson: Keys\n## 课程：钥匙\n## about: Keys.\n## 简介：钥匙。\n"
  private let step = "## step: Add G1.\n## 步骤：添加 G1。\n"

  @Test func aTrainersLessonIsCheckedWhole() throws {
    #expect(try said(of: head + step + "grid add G1\nassert $(grid count) == 1\n") == "the step is right\n")
    // What is done already.
    let done = try said(of: head + step + "grid add G1\nassert $(grid count) >= 0\n")
    #expect(done.contains("keys.linli:7:1: error: step 1 is done before this line"))
    // What its own lines do not do.
    #expect(try said(of: head + step + "grid add G2\nassert $(grid count code=G1) == 1\n").contains("E-ASSERT"))
    // What is no script.
    #expect(try said(of: head + step + "gird add G1\nassert yes\n").contains("did you mean grid?"))
  }

  @Test func theLessonInTheTrainersGuideIsRight() throws {
    let page = try Repository.text("docs/lessons.md")
    let text = try #require(page.components(separatedBy: "```").first { $0.hasPrefix("text\n#!/usr/bin/env linli\n") })
    #expect(try said(of: String(text.dropFirst("text\n".count))) == "the step is right\n")
  }

  @Test func everythingWrongWithALessonIsSaid() throws {
    let seen = try said(
      of: """
        ##  and more
        ## lesson: Keys
        ## lesson: Keys again
        ## hint: Too early.
        ## stpe: Add G1.
        ## step: Add G1.
        ## hint: Only in English.
        assert no
        grid add G1
        ##  and more
        include "other.linli"
        ## step: Nothing.
        ## 步骤：什么也没有。

        """)
    let faults = seen.split(separator: "\n").filter { $0.contains("error: ") }
    #expect(
      faults == [
        "keys.linli:1:1: error: this line carries nothing on [E-LESSON]",
        "keys.linli:1:1: error: the Chinese text is missing [E-LESSON]",
        "keys.linli:1:1: error: the English text is missing [E-LESSON]",
        "keys.linli:1:1: error: the Chinese text is missing [E-LESSON]",
        "keys.linli:3:1: error: a lesson says this once, before its first step [E-LESSON]",
        "keys.linli:4:1: error: a hint belongs to a step [E-LESSON]",
        "keys.linli:5:1: error: this begins nothing that a lesson has [E-LESSON]",
        "keys.linli:6:1: error: the Chinese text is missing [E-LESSON]",
        "keys.linli:7:1: error: hints: 1 in English, 0 in Chinese [E-LESSON]",
        "keys.linli:9:1: error: this stands behind the check of its step [E-LESSON]",
        "keys.linli:10:1: error: this line carries nothing on [E-LESSON]",
        "keys.linli:11:1: error: a lesson is one file and includes none [E-LESSON]",
        "keys.linli:12:1: error: the step has no line that does it [E-LESSON]",
        "keys.linli:12:1: error: the step has no check [E-LESSON]",
      ], "\(seen)")
  }

  @Test func whatIsForThePromptIsRefusedInAScript() throws {
    let run = try SessionRun()
    for line in [
      "lesson start 1", "lesson hint", "lesson stop", "tour", "demo stop", "record start a.linli", "record stop",
    ] {
      #expect(run.run(line).contains("[E-PROMPT]"), "\(line)")
    }
    #expect(run.run("lesson start 99").contains("[E-UNKNOWN-LESSON]"))
    #expect(run.run("lesson start peple").contains("did you mean people?"))
  }

  @Test func theListShowsHowFarOneIs() throws {
    let path = NSTemporaryDirectory() + "linli-\(UUID().uuidString)/lessons"
    let progress = LessonProgress(path: path)
    defer { try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent) }
    #expect(progress.load().isEmpty)
    var mark = LessonProgress.Mark()
    (mark.steps, mark.tries, mark.hints) = (2, 5, 1)
    progress.save(mark, of: "people")
    progress.save(LessonProgress.Mark(), of: "cards")
    #expect(progress.load() == ["people": mark, "cards": LessonProgress.Mark()])
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    // What was broken is begun anew.
    try Data("people\t2\nnonsense\n".utf8).write(to: URL(fileURLWithPath: path))
    #expect(progress.load().isEmpty)
  }
}
