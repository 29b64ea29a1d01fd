import Foundation
import Testing

/// The real program in a real terminal.
@Suite(.serialized) struct PromptTests {
  private let home: String

  init() throws {
    home = NSTemporaryDirectory() + "linli-home-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
  }

  private func start(_ arguments: [String] = []) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      PseudoTerminal.program, ["--db", home + "/office.db"] + arguments,
      environment: ["HOME": home, "LANG": "C.UTF-8", "TERM": "xterm", "PATH": "/usr/bin:/bin"])
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
    try terminal.wait(for: "示例社区*> ")
    // What was not committed is gone.
    terminal.type("\u{4}")
    try terminal.wait(for: "taken back")
    #expect(try terminal.exitStatus() == 0)
    let again = try start(["-c", "print 共$(grid count)"])
    try again.wait(for: "共0")
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
      terminal.type("\u{4}")
      #expect(try terminal.exitStatus() == 0)
    }
    let file = home + "/.local/state/linli/history"
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
    let terminal = try start()
    try terminal.wait(for: "linli> ")
    terminal.type("\u{1B}[A\u{1B}[A\n")
    try terminal.wait(for: "\n第一\n")
  }

  @Test func controlCDropsTheLineOrStopsTheCommandAndNothingElse() throws {
    let terminal = try start()
    try terminal.wait(for: "linli> ")
    terminal.type("print 半句")
    try terminal.wait(for: "句")
    terminal.type("\u{3}")
    try terminal.wait(for: "linli> ")
    terminal.type("grid add G1; while yes { }\n")
    try terminal.wait(for: "\n")
    try terminal.wait(for: "added")
    terminal.type("\u{3}")
    try terminal.wait(for: "stopped; nothing was changed")
    try terminal.wait(for: "linli> ")
    terminal.type("grid count\n")
    try terminal.wait(for: "\n0\n")
    try terminal.wait(for: "linli> ")
    terminal.type("\u{4}")
    #expect(try terminal.exitStatus() == 0)
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
}
