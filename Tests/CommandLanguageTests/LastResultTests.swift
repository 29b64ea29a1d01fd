import Diagnostics
import Testing
import Values

@testable import CommandLanguage

/// `$_` is the last result at the prompt, and nothing in a script.
@Suite struct LastResultTests {
  private let host = TestHost()
  private let prompt: Interpreter

  init() {
    prompt = Interpreter(table: CommandTable(host.commands), host: host, keepsResults: true) { path, _ in
      Source(name: path, text: "")
    }
  }

  private func run(_ text: String) throws -> String {
    host.output = ""
    try prompt.run(Source(name: "prompt", text: text))
    return host.output
  }

  @Test func theNextLineKnowsWhatTheLastOneGave() throws {
    _ = try run("person list")
    #expect(try run("print $(len($_))") == "3\n")
    // What gives no value leaves it as it was.
    #expect(try run("let n = 1; print $(len($_))") == "3\n")
    #expect(try run("$_ | where age > 50 | select name age") == "胡建国 61\n")
    #expect(try run("print $(len($_))") == "1\n")
    _ = try run("$(20 + 22)")
    #expect(try run("print $($_ / 2)") == "21\n")
    // Within one line it is still the one of the line before.
    #expect(try run("$(1 + 1); print $_") == "2\n42\n")
    #expect(try run("print $_") == "2\n")
  }

  @Test func whatIsKnownOfItIsChecked() throws {
    _ = try run("person list | first")
    #expect(try run("print $_.name") == "胡建国\n")
    let fault = #expect(throws: DiagnosticList.self) { try run("print $_.nmae") }
    #expect(fault?.diagnostics.first?.code.id == "E-UNKNOWN-FIELD")
    _ = try run("person list")
    #expect(throws: DiagnosticList.self) { try run("$_ | where nmae == 1") }
  }

  @Test func aLineThatFailsLeavesIt() throws {
    _ = try run("$(5 + 5)")
    #expect(throws: Diagnostic.self) { try run("$(1 + 1); assert no") }
    #expect(try run("print $_") == "10\n")
  }

  @Test func whatIsTooLongOrCutOffIsNotKept() throws {
    host.reads = 2
    _ = try run("person list")
    let fault = #expect(throws: DiagnosticList.self) { try run("print $_") }
    #expect(fault?.diagnostics.first?.code.id == "E-UNKNOWN-VARIABLE")
    #expect(fault?.diagnostics.first?.hint?.english.contains("10,000 rows") == true)
    host.reads = nil
    _ = try run("person list")
    #expect(try run("print $(len($_))") == "3\n")
  }

  @Test func aScriptHasNone() throws {
    #expect(throws: DiagnosticList.self) { try TestHost().run("$(1 + 1)\nprint $_") }
  }
}
