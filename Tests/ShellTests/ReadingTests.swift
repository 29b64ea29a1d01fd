import Foundation
import Scratch
import Testing

/// What the prompt says of the lines before, and where one is.
@Suite(.serialized) struct ReadingTests {
  private let scratch = TemporaryFolder()
  private var home: String { scratch.path }

  private func start(columns: UInt16 = 80, _ extra: [String: String] = [:]) throws -> PseudoTerminal {
    let environment = ["HOME": home, "LANG": "C.UTF-8", "TERM": "xterm", "PATH": "/usr/bin:/bin", "USER": "示例甲"]
    let terminal = try PseudoTerminal(
      Program.path, ["--db", home + "/office.db"], environment: environment.merging(extra) { $1 },
      columns: columns)
    try terminal.wait(for: "> ")
    return terminal
  }

  @Test func theFirstErrorMentionsWhyAndWhyExplainsTheLast() throws {
    let terminal = try start()
    terminal.type("grid show G9\n")
    try terminal.wait(for: "[E-UNKNOWN-RECORD]")
    try terminal.wait(for: "why explains this at length\n")
    terminal.type("grid ad G9\n")
    try terminal.wait(for: "[E-UNKNOWN-COMMAND]")
    try terminal.wait(for: "linli> ")
    terminal.type("why\n")
    try terminal.wait(for: "did you mean add?")
    try terminal.wait(for: "What to do")
    try terminal.wait(for: "linli> ")
    #expect(terminal.shown.components(separatedBy: "why explains this").count == 2)
  }

  @Test func againRunsTheLastLine() throws {
    let terminal = try start(["LINLI_LANG": "zh"])
    terminal.type("再来\n")
    try terminal.wait(for: "之前没有执行过命令")
    try terminal.wait(for: "> ")
    terminal.type("let n = 1; print 第$n次\n")
    try terminal.wait(for: "\n第1次\n")
    terminal.type("再来\n")
    try terminal.wait(for: "\nlet n = 1; print 第$n次\n第1次\n")
    terminal.type("again\n")
    try terminal.wait(for: "\n第1次\n")
  }

  @Test func thePromptSaysWhoWorksIfItIsNotWhoLoggedIn() throws {
    let terminal = try start()
    terminal.type("office init 示例社区 hotline=0731-56780000\n")
    try terminal.wait(for: "\n示例社区> ")
    terminal.type("operator as 示例乙\n")
    try terminal.wait(for: "\n示例乙@示例社区> ")
    terminal.type("begin\n")
    try terminal.wait(for: "\n示例乙@示例社区*> ")
    terminal.type("status\n")
    try terminal.wait(for: "示例乙\n")
    try terminal.wait(for: "open until commit or rollback\n")
  }

  @Test func whatIsSetHoldsAtOnceAndNextTime() throws {
    do {
      let terminal = try start()
      terminal.type("config display language=zh\n")
      try terminal.wait(for: "（4 行）")
      try terminal.wait(for: "> ")
      terminal.type("\u{4}")
      #expect(try terminal.exitStatus() == 0)
    }
    let terminal = try start()
    terminal.type("grid list\n")
    try terminal.wait(for: "（0 行）")
  }

  @Test func aNarrowWindowLosesNothing() throws {
    let terminal = try start(columns: 30)
    terminal.type("grid add G1 name=伏虎小区第一网格 range=伏虎路以东\n")
    try terminal.wait(for: "added")
    terminal.type("grid list\n")
    let shown = try terminal.wait(for: "(1 row)")
    for line in shown.split(separator: "\n").dropFirst(3) {
      #expect(line.reduce(0) { $0 + ($1.isASCII || "─│…".contains($1) ? 1 : 2) } <= 30, "\(line)")
    }
    let joined = shown.filter { !$0.isWhitespace }
    #expect("伏虎小区第一网格".allSatisfy { joined.contains($0) })
  }

  @Test func aPublicFileAsksForAYesAndNothingIsANo() throws {
    let terminal = try start()
    terminal.type("office init 示例社区 hotline=0731-56780000\n")
    try terminal.wait(for: "示例社区> ")
    terminal.type("grid add G3; building add 3栋 grid=G3 units=1 floors=1 doors-per-floor=1\n")
    try terminal.wait(for: "示例社区> ")
    terminal.type("card print format=text > \(home)/cards.txt\n")
    try terminal.wait(for: "Go on? [y/N] ")
    terminal.type("\n")
    try terminal.wait(for: "[E-UNCONFIRMED]")
    #expect(!FileManager.default.fileExists(atPath: home + "/cards.txt"))
    try terminal.wait(for: "示例社区> ")
    terminal.type("again\n")
    try terminal.wait(for: "Go on? [y/N] ")
    terminal.type("y\n")
    try terminal.wait(for: "示例社区> ")
    #expect(FileManager.default.fileExists(atPath: home + "/cards.txt"))
    terminal.type("\u{4}")
    #expect(try terminal.exitStatus() == 0)
  }
}
