import Foundation
import Scratch
import Testing

/// What asks the program to end takes back what runs, says so, and leaves everything else whole.
@Suite(.serialized) struct SignalTests {
  private let scratch = TemporaryFolder()
  private var folder: String { scratch.path + "/" }
  private var office: String { folder + "office.db" }

  private func count() throws -> String { try Program.run(["--db", office, "-c", "print $(grid count)"]).output }

  private func prompt() throws -> PseudoTerminal {
    try PseudoTerminal(
      Program.path, ["--db", office],
      environment: ["HOME": folder, "LANG": "C.UTF-8", "TERM": "xterm", "PATH": "/usr/bin:/bin"])
  }

  @Test(arguments: [(SIGTERM, 143), (SIGHUP, 129), (SIGINT, 130)] as [(Int32, Int32)])
  func aRunningScriptIsTakenBack(signal: Int32, status: Int32) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["--db", office, "-c", "grid add G1\nwhile yes { print 好 }"]
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    // It runs when something of it is seen.
    _ = output.fileHandleForReading.availableData
    kill(process.processIdentifier, signal)
    _ = output.fileHandleForReading.readDataToEndOfFile()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == status)
    #expect(said == "stopped; nothing was changed\n")
    #expect(try count() == "0\n")
  }

  /// Nobody reads what it writes, and it stops all the same.
  @Test func aScriptThatWaitsForItsReaderIsTakenBack() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["--db", office, "-c", "grid add G1\nwhile yes { print 好 }"]
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    _ = output.fileHandleForReading.availableData
    process.terminate()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 143 && said == "stopped; nothing was changed\n")
    #expect(try count() == "0\n")
  }

  /// It says nothing, and nobody gives it anything to run.
  @Test func aProgramThatWaitsForItsScriptEnds() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["--db", office]
    let (input, errors) = (Pipe(), Pipe())
    (process.standardInput, process.standardError) = (input, errors)
    try process.run()
    // It catches signals before it makes the office.
    while process.isRunning, !FileManager.default.fileExists(atPath: office) { sched_yield() }
    process.terminate()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 143)
    #expect(said == "stopped; nothing was changed\n")
  }

  @Test func aClosedTerminalTakesBackWhatIsOpenAndKeepsTheHistory() throws {
    let terminal = try prompt()
    try terminal.wait(for: "> ")
    terminal.type("grid add G1\n")
    try terminal.wait(for: "G1: added")
    try terminal.wait(for: "> ")
    terminal.type("begin\n")
    try terminal.wait(for: "*> ")
    terminal.type("grid add G2\n")
    try terminal.wait(for: "G2: added")
    try terminal.wait(for: "*> ")
    terminal.hangUp()
    #expect(try terminal.exitStatus() == 129)
    #expect(try count() == "1\n")
    let file = folder + ".local/state/linli/history/" + office.replacing("/", with: "%")
    let history = try String(contentsOfFile: file, encoding: .utf8)
    #expect(history == "grid add G1\nbegin\ngrid add G2\n")
  }

  @Test func aPromptThatIsAskedToEndSaysWhatBecomesOfTheTransaction() throws {
    let terminal = try prompt()
    try terminal.wait(for: "> ")
    terminal.type("begin\n")
    try terminal.wait(for: "*> ")
    terminal.type("grid add G1\n")
    try terminal.wait(for: "*> ")
    terminal.send(SIGTERM)
    try terminal.wait(for: "The open transaction was taken back.")
    #expect(try terminal.exitStatus() == 143)
    #expect(try count() == "0\n")
  }

  @Test func aPromptWhoseCommandRunsEndsToo() throws {
    let terminal = try prompt()
    try terminal.wait(for: "> ")
    terminal.type("print 好; grid add G1; while yes { }\n")
    try terminal.wait(for: "\n好\n")
    terminal.send(SIGTERM)
    try terminal.wait(for: "stopped; nothing was changed")
    #expect(try terminal.exitStatus() == 143)
    #expect(!terminal.shown.contains("G1: added"))
    #expect(try count() == "0\n")
  }
}
