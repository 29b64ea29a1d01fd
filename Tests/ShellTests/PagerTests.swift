import Foundation
import Scratch
import Testing

/// What is longer than the window is read in a pager; here mostly in one that the tests wrote.
@Suite(.serialized) struct PagerTests {
  private let scratch = TemporaryFolder()
  private var home: String { scratch.path }

  /// Starts the prompt in an office with so many grids.
  private func start(pager: String?, grids: Int = 300, _ arguments: [String] = []) throws -> PseudoTerminal {
    var environment = ["HOME": home, "LANG": "C.UTF-8", "TERM": "xterm", "PATH": "/usr/bin:/bin"]
    environment["LINLI_PAGER"] = pager
    let database = ["--db", home + "/office.db"]
    if !FileManager.default.fileExists(atPath: home + "/office.db") {
      let filling = try PseudoTerminal(
        Program.path, database + ["-c", "for n in 1..\(grids) { grid add \"G$n\" name=\"网格$n\" }"],
        environment: environment)
      #expect(try filling.exitStatus() == 0)
    }
    return try PseudoTerminal(Program.path, database + arguments, environment: environment)
  }

  /// A pager that does what the lines of a shell script say.
  private func pager(_ lines: String) throws -> String {
    let path = home + "/pager"
    try Data("#!/bin/sh\n\(lines)\n".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    return path
  }

  @Test func whoLeavesThePagerEndsTheListing() throws {
    let terminal = try start(pager: "LC_ALL=C " + (try pager("head -n 3; echo left")))
    try terminal.wait(for: "linli> ")
    terminal.type("grid list; print 还在\n")
    try terminal.wait(for: "handle")
    try terminal.wait(for: "left\n还在\n")
    try terminal.wait(for: "linli> ")
    #expect(!terminal.shown.contains("300 rows") && !terminal.shown.contains("error"))
    // What fits the window needs no pager.
    terminal.type("grid list | first 3\n")
    try terminal.wait(for: "(3 rows)\n")
    try terminal.wait(for: "linli> ")
    terminal.type("\u{4}")
    #expect(try terminal.exitStatus() == 0)
  }

  @Test func controlCIsThePagersOwn() throws {
    let terminal = try start(
      pager: try pager("trap 'echo caught' INT; echo ready; read key < /dev/tty; cat > /dev/null"))
    try terminal.wait(for: "linli> ")
    terminal.type("grid list\n")
    try terminal.wait(for: "ready\n")
    terminal.type("\u{3}")
    try terminal.wait(for: "caught\n")
    terminal.type("\n")
    try terminal.wait(for: "linli> ")
    #expect(!terminal.shown.contains("stopped"))
    // Ctrl-C is this program's again.
    terminal.type("print 开始; while yes { }\n")
    try terminal.wait(for: "\n开始\n")
    terminal.type("\u{3}")
    try terminal.wait(for: "stopped; nothing was changed")
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/less")))
  func lessShowsPagesAndTheTerminalIsAsItWas() throws {
    let terminal = try start(pager: nil)
    try terminal.wait(for: "linli> ")
    terminal.type("grid list\n")
    try terminal.wait(for: "网格20")
    terminal.type(" ")
    try terminal.wait(for: "网格40")
    terminal.type("q")
    try terminal.wait(for: "linli> ")
    #expect(!terminal.shown.contains("网格299"))
    terminal.type("print 张三\u{7F}四\n")
    try terminal.wait(for: "\n张四\n")
  }

  /// A program that dies leaves the terminal as it likes; the prompt does not.
  @Test func aPagerThatIsKilledLeavesAUsableTerminal() throws {
    let terminal = try start(pager: try pager("stty raw -echo < /dev/tty; echo raw; kill -9 $$"))
    try terminal.wait(for: "linli> ")
    terminal.type("grid list\n")
    try terminal.wait(for: "raw")
    try terminal.wait(for: "linli> ")
    terminal.type("print 开始; while yes { }\n")
    try terminal.wait(for: "\n开始\n")
    terminal.type("\u{3}")
    try terminal.wait(for: "stopped; nothing was changed")
  }

  @Test(arguments: ["", "cat", "/nowhere/pager", "no-such-pager -x"])
  func withoutAPagerAllIsShown(pager: String) throws {
    let terminal = try start(pager: pager, grids: 40)
    try terminal.wait(for: "linli> ")
    terminal.type("grid list\n")
    try terminal.wait(for: "(40 rows)")
    try terminal.wait(for: "linli> ")
  }

  @Test func scriptsAreNotPaged() throws {
    let terminal = try start(pager: try pager("echo paged; cat > /dev/null"), ["-c", "grid list"])
    try terminal.wait(for: "(300 rows)")
    #expect(try terminal.exitStatus() == 0)
    #expect(!terminal.shown.contains("paged"))
  }

  /// What a line lists before it changes something is read before the change's answer, and before the error that takes
  /// the change back.
  @Test func aListingComesBeforeWhatFollowsIt() throws {
    let terminal = try start(pager: try pager("cat; echo 完"))
    try terminal.wait(for: "linli> ")
    terminal.type("grid list; grid add G301; print 还在\n")
    try terminal.wait(for: "(300 rows)\nG301: added\n还在\n完\n")
    try terminal.wait(for: "linli> ")
    terminal.type("grid list; grid add G302; print 仍在; grid add G301\n")
    try terminal.wait(for: "(301 rows)\n仍在\n完\n")
    try terminal.wait(for: "[E-DUPLICATE]")
    try terminal.wait(for: "linli> ")
  }

  @Test func whoIsAskedHasReadWhatWasListedBefore() throws {
    let terminal = try start(pager: try pager("cat; echo 完"))
    try terminal.wait(for: "linli> ")
    terminal.type("resident add 胡建国\n")
    try terminal.wait(for: "added")
    try terminal.wait(for: "linli> ")
    terminal.type("grid list; resident forget R1 reason=书面申请\n")
    try terminal.wait(for: "(300 rows)\n完\n")
    try terminal.wait(for: "R1")
    terminal.type("no\n")
    try terminal.wait(for: "[E-UNCONFIRMED]")
  }

  /// Looking at the past keeps others from writing; it is shown when that is over.
  @Test func nobodyWaitsForWhoReads() throws {
    let terminal = try start(pager: try pager("head -n 1; read key < /dev/tty; cat > /dev/null"))
    try terminal.wait(for: "linli> ")
    terminal.type("as of today grid list; print 后\n")
    try terminal.wait(for: "handle")
    let other = try start(pager: "", ["-c", "grid add G999 name=另一个"])
    try other.wait(for: "added")
    #expect(try other.exitStatus() == 0)
    terminal.type("\n")
    try terminal.wait(for: "linli> ")
  }
}
