import Diagnostics
import Foundation
import Office
import Records
import Scratch
import Testing

/// The prompt asks before what cannot be taken back and before what the public sees; scripts are not asked.
@Suite struct ConfirmingTests {
  private let scratch = TemporaryFolder()
  private var folder: String { scratch.path }

  /// A desk where somebody answers, and the questions that he was asked.
  private final class Asked {
    let desk: Desk
    var questions: [Localized] = []
    var answer: String? = "n"

    init(_ folder: String) throws {
      desk = try Desk(folder: folder)
      try desk.run(
        """
        office init 北正街社区 hotline=0731-56780000
        grid add G3
        building add 3栋 grid=G3 units=1 floors=1 doors-per-floor=1
        resident add 胡建国 building=3栋 unit=1 room=101
        """)
      try desk.run("backup before.db")
      desk.session.memory = PromptMemory()
      desk.session.ask = { [unowned self] question in
        questions.append(question)
        return answer
      }
    }

    func typed(_ line: String) throws -> String { try desk.refusal(line, at: "prompt:1") }
  }

  @Test func whatCannotBeTakenBackAsksForAWord() throws {
    let asked = try Asked(folder)
    for answer in ["n", "y", "yes", "", "r1", "R2", nil] {
      asked.answer = answer
      #expect(try asked.typed("resident forget 胡建国 reason=书面申请").hasPrefix("E-UNCONFIRMED"))
    }
    #expect(
      asked.questions.first?.english == "R1 胡建国 will be erased for good.\nType R1 to go on: ")
    #expect(asked.questions.first?.chinese == "将永久抹去 R1 胡建国 的信息。\n输入 R1 确认：")
    #expect(try asked.desk.run("resident count") == "1\n")
    asked.answer = "restore"
    #expect(try asked.typed("restore before.db").hasPrefix("done: restored"))
    #expect(asked.questions.last?.english.contains("before.db takes the place of") == true)
    // A plain yes may be spared; a word is asked for all the same.
    try asked.desk.run("config display confirm=no")
    asked.answer = " R1 "
    let count = asked.questions.count
    let answer = try asked.typed("resident forget R1 reason=书面申请")
    #expect(answer.hasPrefix("done: R1: erased"), "\(answer)")
    #expect(asked.questions.count == count + 1)
  }

  @Test func whatWouldBeRefusedIsNotAskedAbout() throws {
    let asked = try Asked(folder)
    #expect(!(try asked.typed("resident forget 胡建国")).hasPrefix("E-UNCONFIRMED"))
    #expect(!(try asked.typed("resident forget 无人 reason=书面申请")).hasPrefix("E-UNCONFIRMED"))
    // There is nothing to erase.
    #expect(try asked.typed("retention apply").hasPrefix("done: nothing"))
    #expect(asked.questions.isEmpty)
  }

  @Test func whatGoesOutToThePublicAsksForAYes() throws {
    let asked = try Asked(folder)
    let path = folder + "/card.txt"
    #expect(try asked.typed("card print format=text > card.txt").hasPrefix("E-UNCONFIRMED"))
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(asked.questions.last?.english.contains("is for the public. It goes into card.txt") == true)
    #expect(asked.questions.last?.chinese.hasSuffix("\n是否继续？[y/N] ") == true)
    #expect(try asked.typed("card set cards format=text").hasPrefix("E-UNCONFIRMED"))
    #expect(asked.questions.last?.english.hasPrefix("The cards of 1 places are for the public.") == true)
    asked.answer = "是"
    #expect(try asked.typed("card print format=text > card.txt") == "done: ")
    #expect(FileManager.default.fileExists(atPath: path))
    // Looking at it on the terminal, and what is for the desk, asks nothing.
    let count = asked.questions.count
    #expect(try asked.typed("card print format=text").hasPrefix("done: "))
    #expect(try asked.typed("resident list > people.txt") == "done: ")
    try asked.desk.run("config display confirm=no")
    #expect(try asked.typed("card print format=text > card.txt") == "done: ")
    #expect(asked.questions.count == count)
  }

  @Test func scriptsAreNotAsked() throws {
    let asked = try Asked(folder)
    #expect(try asked.desk.refusal("card print format=text > card.txt", at: "story.linli") == "done: ")
    #expect(
      try asked.desk.refusal("resident forget 胡建国 reason=书面申请", at: "story.linli").hasPrefix("done: "))
    #expect(asked.questions.isEmpty)
  }

  @Test func aScriptHasNoLineBefore() throws {
    let desk = try Desk()
    #expect(try desk.code("again") == "E-STATE")
    #expect(try desk.code("why") == "E-STATE")
    #expect(try desk.run("status").contains("in memory only"))
  }
}
