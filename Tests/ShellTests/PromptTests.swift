import Foundation
import Scratch
import Testing

/// The real program in a real terminal.
@Suite(.serialized) struct PromptTests {
  private let scratch = TemporaryFolder()
  private var home: String { scratch.path }

  private func start(_ arguments: [String] = [], terminal name: String = "xterm", pager: String = "less") throws
    -> PseudoTerminal
  {
    let terminal = try PseudoTerminal(
      Program.path, ["--db", home + "/office.db"] + arguments,
      environment: ["HOME": home, "LANG": "C.UTF-8", "TERM": name, "PATH": "/usr/bin:/bin", "PAGER": pager])
    return terminal
  }

  private func enterOffice(_ terminal: PseudoTerminal) throws {
    try terminal.wait(for: "linli> ")
    terminal.type("office init 示例社区 hotline=0731-56780000\n")
    try terminal.wait(for: "established")
    try terminal.wait(for: "示例社区> ")
  }

  @Test func chineseTextIsEditedCharacterByCharacter() throws {
    let terminal = try start()
    try terminal.wait(for: "linli> ")
    terminal.type("print 张三李四王五")
    try terminal.wait(for: "五")
    // Left twice, delete 四, to the end.
    terminal.type("\u{1B}[D\u{1B}[D\u{7F}\u{5}\n")
    try terminal.wait(for: "\n张三李王五\n")
    // Keys count as keys only while a line is edited.
    try terminal.wait(for: "linli> ")
    terminal.type("\u{4}")
    #expect(try terminal.exitStatus() == 0)
  }

  @Test func thePromptShowsAnOpenTransaction() throws {
    let terminal = try start()
    try enterOffice(terminal)
    terminal.type("begin\n")
    try terminal.wait(for: "示例社区*> ")
    terminal.type("grid add G1 name=一网格\n")
    try terminal.wait(for: "added")
    try terminal.wait(for: "示例社区*> ")
    // What was not committed is gone.
    terminal.type("\u{4}")
    try terminal.wait(for: "taken back")
    #expect(try terminal.exitStatus() == 0)
    let again = try start(["-c", "print 共$(grid count)"])
    try again.wait(for: "共0")
  }

  /// A Ctrl-C that comes as soon as the line is seen drops it or stops what it began: there is no moment at which it is
  /// lost.
  @Test func whatWasJustEnteredIsStopped() throws {
    let terminal = try start()
    try enterOffice(terminal)
    for round in 1...12 {
      terminal.type("while yes { }\n")
      try terminal.wait(for: "while yes { }")
      terminal.send(SIGINT)
      try terminal.wait(for: "示例社区> ")
      terminal.type("print round$(\(round) + 100)\n")
      try terminal.wait(for: "round\(round + 100)")
      try terminal.wait(for: "示例社区> ")
    }
    terminal.type("\u{4}")
    #expect(try terminal.exitStatus() == 0)
  }

  @Test func whoChangesTheOfficeIsAskedWhat() throws {
    let terminal = try start()
    try enterOffice(terminal)
    terminal.type("office set\n")
    try terminal.wait(for: "Enter takes")
    terminal.type("伏虎街道\n.\n")
    try terminal.wait(for: "→ office set subdistrict=伏虎街道\n")
    try terminal.wait(for: "changed")
    try terminal.wait(for: "示例社区> ")
    terminal.type("\u{4}")
    #expect(try terminal.exitStatus() == 0)
  }

  @Test func tabCompletesNounsVerbsParametersAndNames() throws {
    let terminal = try start()
    try enterOffice(terminal)
    terminal.type("grid add G3 name=伏虎小区\n")
    try terminal.wait(for: "added")
    try terminal.wait(for: "> ")
    terminal.type("building add 3栋 grid=G3\n")
    try terminal.wait(for: "added")
    try terminal.wait(for: "> ")
    terminal.type("resident add 胡建国 building=3栋\n")
    try terminal.wait(for: "added")
    try terminal.wait(for: "> ")
    terminal.type("resi\tsh\t胡\t\n")
    try terminal.wait(for: "status")
    try terminal.wait(for: "> ")
    terminal.type("resident list bu\t3\tpar\tyes\n")
    try terminal.wait(for: "(0 rows)")
    try terminal.wait(for: "> ")
    terminal.type("居民 \t")
    try terminal.wait(for: "list")
    terminal.type("\u{3}")
    try terminal.wait(for: "> ")
    terminal.type("lead appoint 胡建国 how=\t")
    try terminal.wait(for: "nominated")
    terminal.type("\u{3}")
  }

  @Test func historyOutlivesTheProgram() throws {
    do {
      let terminal = try start()
      try terminal.wait(for: "linli> ")
      terminal.type("print 第一\n")
      try terminal.wait(for: "\n第一\n")
      try terminal.wait(for: "linli> ")
      terminal.type("print 第二\n")
      try terminal.wait(for: "\n第二\n")
      try terminal.wait(for: "linli> ")
      terminal.type("print 电话 13800001234 0731-56780000 43010219900101123X 2026-11-29\n")
      try terminal.wait(for: "2026-11-29\n")
      try terminal.wait(for: "linli> ")
      terminal.type(" print 悄悄\n")
      try terminal.wait(for: "\n悄悄\n")
      try terminal.wait(for: "linli> ")
      terminal.type("\u{4}")
      #expect(try terminal.exitStatus() == 0)
    }
    let folder = home + "/.local/state/linli/history"
    let file = folder + "/" + (home + "/office.db").replacing("/", with: "%")
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
    let terminal = try start()
    try terminal.wait(for: "linli> ")
    terminal.type("\u{1B}[A\u{1B}[A\u{1B}[A\n")
    try terminal.wait(for: "\n第一\n")
    // Who can be reached or known by a number is no part of it.
    let kept = try String(contentsOfFile: file, encoding: .utf8)
    #expect(kept == "print 第一\nprint 第二\nprint 电话 … 2026-11-29\nprint 第一\n")
  }

  @Test func controlCDropsTheLineOrStopsTheCommandAndNothingElse() throws {
    let terminal = try start()
    try terminal.wait(for: "linli> ")
    terminal.type("print 半句")
    try terminal.wait(for: "句")
    terminal.type("\u{3}")
    try terminal.wait(for: "linli> ")
    terminal.type("print 好; grid add G1; while yes { }\n")
    try terminal.wait(for: "\n好\n")
    terminal.type("\u{3}")
    try terminal.wait(for: "stopped; nothing was changed")
    try terminal.wait(for: "linli> ")
    terminal.type("grid count\n")
    try terminal.wait(for: "\n0\n")
    try terminal.wait(for: "linli> ")
    terminal.type("\u{4}")
    #expect(try terminal.exitStatus() == 0)
  }

  @Test func controlCStopsAListing() throws {
    let terminal = try start(pager: "cat")
    try enterOffice(terminal)
    terminal.type("for n in 1..3000 { grid add \"G$n\" }\r")
    try terminal.wait(for: "> ")
    // It would show itself for hours.
    terminal.type("for n in 1..100000 { grid list }\r")
    try terminal.wait(for: "G7 ")
    terminal.type("\u{3}")
    try terminal.wait(for: "stopped; nothing was changed")
    terminal.type("grid count\r")
    try terminal.wait(for: "\n3000\n")
  }

  @Test func controlCStopsAnImportAndNothingOfItIsKept() throws {
    let rows = (1...60_000).map { "居民\($0),3栋" }.joined(separator: "\n")
    try "姓名,楼栋\n\(rows)\n".write(toFile: home + "/居民.csv", atomically: true, encoding: .utf8)
    let terminal = try start()
    try enterOffice(terminal)
    terminal.type("grid add G1; building add 3栋 grid=G1\r")
    try terminal.wait(for: "B1 3栋: added")
    terminal.type("resident import \(home)/居民.csv\r")
    // How far it is is said as soon as it takes longer than a second.
    try terminal.wait(for: "rows")
    terminal.type("\u{3}")
    try terminal.wait(for: "stopped; nothing was changed")
    terminal.type("resident count\r")
    try terminal.wait(for: "\n0\n")
  }

  @Test func anUnfinishedLineGoesOn() throws {
    let terminal = try start()
    try terminal.wait(for: "linli> ")
    terminal.type("if yes {\n")
    try terminal.wait(for: "… ")
    terminal.type("print 好\n")
    try terminal.wait(for: "… ")
    terminal.type("}\n")
    try terminal.wait(for: "\n好\n")
    try terminal.wait(for: "linli> ")
    terminal.type("print \"没写完\n")
    try terminal.wait(for: "… ")
    terminal.type("\u{3}")
    try terminal.wait(for: "linli> ")
    terminal.type("print 完\n")
    try terminal.wait(for: "\n完\n")
  }

  @Test func anErrorDoesNotEndThePrompt() throws {
    let terminal = try start()
    try terminal.wait(for: "linli> ")
    terminal.type("residnet list\n")
    try terminal.wait(for: "did you mean resident?")
    try terminal.wait(for: "linli> ")
    terminal.type("quit\n")
    #expect(try terminal.exitStatus() == 0)
  }

  @Test func aMenuUnderTheLineIsChosenFrom() throws {
    let terminal = try start()
    try enterOffice(terminal)
    terminal.type("grid \t")
    try terminal.wait(for: "count")
    // add, set, show, list, count, list; Enter takes it and runs nothing.
    terminal.type("\t\t\t\u{1B}[B\u{1B}[B\u{1B}[Z")
    try terminal.wait(for: "▸ list")
    terminal.type("\r")
    terminal.type("name~七\r")
    try terminal.wait(for: "(0 rows)")
    // A key of the text closes it.
    terminal.type("resident \tlist\r")
    try terminal.wait(for: "(0 rows)")
  }

  @Test func whatWasTypedBeforeIsSuggestedAndTakenByTheRightArrow() throws {
    let terminal = try start()
    try terminal.wait(for: "linli> ")
    terminal.type("print 第一\r")
    try terminal.wait(for: "\n第一\n")
    terminal.type("pri")
    try terminal.wait(for: "nt 第一")
    // Not taken it is no part of the line.
    terminal.type("nt 第\r")
    try terminal.wait(for: "\n第\n")
    terminal.type("print 第")
    try terminal.wait(for: "一")
    terminal.type("\u{1B}[C章\r")
    try terminal.wait(for: "\n第一章\n")
    let plain = try start(["--color", "never"])
    try plain.wait(for: "linli> ")
    plain.type("pri\u{1B}[Cx\r")
    try plain.wait(for: "no command begins with prix")
  }

  @Test(arguments: ["\u{18}h", "\u{1B}OP"]) func theHelpKeyExplainsAndKeepsTheLine(key: String) throws {
    let terminal = try start()
    try enterOffice(terminal)
    terminal.type("grid add G7 na")
    try terminal.wait(for: " na")
    terminal.type(key)
    try terminal.wait(for: "Adds a grid")
    terminal.type("me=七\r")
    try terminal.wait(for: "G7 七: added")
  }

  @Test func controlRFindsWhatWasTypedByAnyPartOfIt() throws {
    let terminal = try start()
    try terminal.wait(for: "linli> ")
    for word in ["第一", "第二", "第三"] {
      terminal.type("print \(word)\r")
      try terminal.wait(for: "\n\(word)\n")
      try terminal.wait(for: "linli> ")
    }
    terminal.type("\u{12}")
    try terminal.wait(for: "▸ print 第三")
    terminal.type("二")
    try terminal.wait(for: "▸ print 第二")
    terminal.type("\r好\r")
    try terminal.wait(for: "\n第二好\n")
    // Left, the line is what it was.
    terminal.type("print 甲\u{12}\u{7}乙\r")
    try terminal.wait(for: "\n甲乙\n")
  }

  @Test func pastedLinesAreOneScriptAfterOneQuestion() throws {
    let terminal = try start()
    try enterOffice(terminal)
    let paste = "\u{1B}[200~grid add G1\rgrid add G2\rgrid add G1\r\u{1B}[201~"
    terminal.type(paste)
    try terminal.wait(for: "Run these 3 lines as one script?")
    terminal.type("y\r")
    try terminal.wait(for: "taken back")
    terminal.type("grid count\r")
    try terminal.wait(for: "\n0\n")
    terminal.type(paste)
    try terminal.wait(for: "Run these 3 lines as one script?")
    // Edited: the last line goes.
    terminal.type("e\r")
    try terminal.wait(for: "… grid add G1")
    terminal.type("\u{7F}3\r")
    try terminal.wait(for: "G3: added")
    terminal.type(paste)
    try terminal.wait(for: "Run these 3 lines as one script?")
    terminal.type("\r")
    // One line is typed as if by hand.
    terminal.type("\u{1B}[200~grid count\u{1B}[201~")
    try terminal.wait(for: "> grid count")
    terminal.type("\r")
    try terminal.wait(for: "\n3\n")
  }

  @Test func valuesThatAreMissingAreAskedFor() throws {
    let terminal = try start()
    try enterOffice(terminal)
    terminal.type("grid add G1 name=一网格; building add 3栋 grid=G1; building add 5栋 grid=G1\r")
    try terminal.wait(for: "B2 5栋: added")
    terminal.type("resident add\r")
    try terminal.wait(for: "name: ")
    // Needed, explained, given; the building is completed, corrected and found.
    terminal.type("\r")
    try terminal.wait(for: "This one is needed.")
    terminal.type("?\r")
    try terminal.wait(for: "Expected: ")
    terminal.type("张 三\r")
    try terminal.wait(for: "building [leave out]: ")
    terminal.type("3\t\r")
    try terminal.wait(for: "unit [leave out]: ")
    terminal.type("back\r")
    try terminal.wait(for: "building [leave out]: ")
    terminal.type("7栋\r")
    try terminal.wait(for: "no building is named")
    terminal.type("5栋\r")
    try terminal.wait(for: "unit [leave out]: ")
    terminal.type("2\r")
    try terminal.wait(for: "room [leave out]: ")
    terminal.type(".\r")
    try terminal.wait(for: "→ resident add \"张 三\" building=5栋 unit=2\n")
    try terminal.wait(for: "added")
    // Who gave some is asked only for what is needed; who leaves has changed nothing.
    terminal.type("building add grid=G1\r")
    try terminal.wait(for: "name: ")
    terminal.type("\u{3}")
    try terminal.wait(for: "示例社区> ")
    terminal.type("building count\r")
    try terminal.wait(for: "\n2\n")
  }

  @Test func controlZStopsTheProgramAndTheLineIsThereAfterwards() throws {
    let terminal = try start()
    try terminal.wait(for: "linli> ")
    terminal.type("print 半")
    try terminal.wait(for: "半")
    terminal.type("\u{1A}")
    // A program that leads its session has nobody to wake it and is not stopped; it draws its line again.
    try terminal.wait(for: "linli> print 半")
    terminal.type("句\r")
    try terminal.wait(for: "\n半句\n")
  }

  @Test func anotherWidthDrawsTheLineAgain() throws {
    let terminal = try start()
    try terminal.wait(for: "linli> ")
    terminal.type("print 一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十")
    try terminal.wait(for: "九十一二三四五六七八九十")
    terminal.resize(columns: 33)
    // Of 33 cells the prompt and the command take 13; in the second row one stays empty.
    try terminal.wait(for: "print 一二三四五六七八九十\n一二三四五六七八九十一二三四五六\n七八九十")
    terminal.type("\r")
    try terminal.wait(for: "九十\n")
  }

  @Test func aDumbTerminalReadsLines() throws {
    let terminal = try start(terminal: "dumb")
    try terminal.wait(for: "linli> ")
    terminal.type("if yes {\n")
    try terminal.wait(for: "… ")
    terminal.type("print 好\n")
    try terminal.wait(for: "… ")
    terminal.type("}\n")
    try terminal.wait(for: "\n好\n")
    #expect(!terminal.shown.contains("\u{1B}"))
  }

  @Test func viKeysEditToo() throws {
    try "bind -v\n".write(toFile: home + "/.editrc", atomically: true, encoding: .utf8)
    let terminal = try start()
    try terminal.wait(for: "linli> ")
    terminal.type("print 甲乙丙")
    try terminal.wait(for: "丙")
    terminal.type("\u{1B}")
    terminal.type("hx\r")
    try terminal.wait(for: "\n甲丙\n")
    try terminal.wait(for: "linli> ")
    // The arrow keys are no Escape.
    terminal.type("\u{1B}[A")
    try terminal.wait(for: "print 甲丙")
    terminal.type("\r")
    try terminal.wait(for: "\n甲丙\n")
  }

  /// From vi's command mode as from its insert mode.
  @Test(arguments: ["", "\u{1B}"]) func controlRFindsWithViKeysToo(lead: String) throws {
    try "bind -v\n".write(toFile: home + "/.editrc", atomically: true, encoding: .utf8)
    let terminal = try start()
    for text in ["甲乙", "丙丁"] {
      try terminal.wait(for: "linli> ")
      terminal.type("print \(text)\r")
      try terminal.wait(for: "\n\(text)\n")
    }
    try terminal.wait(for: "linli> ")
    terminal.type("pri")
    try terminal.wait(for: "pri")
    terminal.type(lead)
    terminal.type("\u{12}")
    try terminal.wait(for: "search: pri")
    terminal.type("nt 甲")
    try terminal.wait(for: "▸ print 甲乙")
    terminal.type("\r丙\r")
    try terminal.wait(for: "\n甲乙丙\n")
    // Escape leaves the search; the line is as it was.
    try terminal.wait(for: "linli> ")
    terminal.type("print 戊")
    try terminal.wait(for: "戊")
    terminal.type(lead)
    terminal.type("\u{12}")
    try terminal.wait(for: "search: print 戊")
    terminal.type("\u{1B}")
    try terminal.wait(for: "linli> print 戊")
    terminal.type("己\r")
    try terminal.wait(for: "\n戊己\n")
  }

  /// Every key is followed on the screen of a terminal emulator, at every width.
  @Test(arguments: [20...46, 47...73, 74...100]) func theScreenShowsTheLineAfterEveryKey(widths: ClosedRange<Int>)
    throws
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("screen.py").path
    process.arguments = [script, Program.path, "\(widths.lowerBound)", "\(widths.upperBound)", "60", "1"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(text)")
  }
}
