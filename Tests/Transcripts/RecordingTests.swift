import Foundation
import Office
import Scratch
import Shell
import Testing

/// What becomes of what is typed while a recording goes on.
@Suite struct RecordingTests {
  private let run: SessionRun
  private let scratch = TemporaryFolder()
  private var path: String { scratch.path + "/run.linli" }
  private let recording: Recording

  init() throws {
    run = try SessionRun()
    run.run("office init 示例社区 hotline=0731-56780000; grid add G0")
    recording = try Recording(to: scratch.path + "/run.linli", of: run.office, load: SourceFile.included)
  }

  /// Types lines, keeps those that succeed, and gives the script without its first line.
  private func script(_ lines: String...) throws -> String {
    for line in lines where !run.run(line).contains("error: ") {
      #expect(try recording.note(line).isEmpty, "\(line)")
    }
    #expect(try recording.finish().faults.isEmpty)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    // It is a script, and another office comes to the same by it.
    let other = try SessionRun()
    other.run("office init 示例社区 hotline=0731-56780000; grid add G0")
    #expect(!other.run(text).contains("error: "), "\(text)")
    #expect(other.run("grid list | to csv") == run.run("grid list | to csv"))
    return text.replacing("#!/usr/bin/env linli\n", with: "")
  }

  @Test func whatWasUndoneIsNoPartOfIt() throws {
    #expect(
      try script(
        "grid add G1", "grid add G2", "grid add G3", "undo 2", "redo 2", "undo", "grid add G4", "撤销; 帮助", "重做") == """
          grid add G1
          grid add G2
          grid add G4

          """)
  }

  @Test func aTransactionIsKeptAsItsLinesOrNotAtAll() throws {
    #expect(
      try script(
        "begin", "grid add G1", "gird add G2", "grid add G2; help; grid add G3", "commit", "begin", "grid add G4",
        "rollback",
        "begin", "grid add G5", "commit", "undo") == """
          grid add G1
          grid add G2
          grid add G3

          """)
  }

  @Test func commentsAndVariablesStayWhereTheyWereTyped() throws {
    #expect(
      try script("# pause: Which grid?", "let n = 7", "def next(n) {\n  grid add \"G$n\"\n}", "next $n", "print $n # 完")
        == """
        # pause: Which grid?
        let n = 7
        def next(n) {
          grid add "G$n"
        }
        next $n
        print $n # 完

        """)
  }

  /// A script that needs what was undone could not run.
  @Test func whatStandsOnSomethingUndoneGoesWithIt() throws {
    for line in ["let g = $(grid add G1)", "print $g.code"] {
      run.run(line)
      #expect(try recording.note(line).isEmpty)
    }
    run.run("undo")
    #expect(try recording.note("undo").isEmpty)
    let (count, faults) = try recording.finish()
    #expect(count == 0 && faults.count == 1)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "#!/usr/bin/env linli\n")
  }

  @Test func whoAsksToBeErasedIsErasedHereToo() throws {
    run.office.didErase = { [weak recording] in recording?.forget($0) }
    #expect(
      try script("grid add G1", "resident add 周勇 phone=13800009999", "resident forget 周勇 reason=本人申请")
        == "grid add G1\n")
  }
}
