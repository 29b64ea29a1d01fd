import Foundation
import Scratch
import Testing

/// The program without a terminal: options, standard input, exit statuses.
@Suite struct ProgramTests {
  private let scratch = TemporaryFolder()

  private func linli(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]
  ) throws -> Program.Run {
    try Program.run(arguments, input: input, environment: environment)
  }

  private func temporary(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = "\(scratch.path)/\(name)"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test func colourGoesWhereItIsAskedForAndNeverIntoAFile() throws {
    let path = try temporary("grids.txt", [])
    let line = "grid add G1; grid list; grid list > \"\(path)\""
    let usual = try linli(["--db", ":memory:", "-c", line])
    #expect(usual.status == 0 && !usual.output.contains("\u{1B}"))
    let painted = try linli(["--db", ":memory:", "--color", "always", "-c", line])
    #expect(painted.output.contains("\u{1B}[1mhandle\u{1B}[0m"))
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("handle"))
    #expect(!(try String(contentsOfFile: path, encoding: .utf8)).contains("\u{1B}"))
  }

  @Test func settingsThatCannotBeReadStopNobody() throws {
    let folder = scratch.path
    try FileManager.default.createDirectory(atPath: folder + "/linli", withIntermediateDirectories: true)
    try Data("color = pink\nlanguage = zh\n".utf8).write(to: URL(fileURLWithPath: folder + "/linli/settings"))
    let run = try linli(["--db", ":memory:", "-c", "print $(1 == 1)"], environment: ["XDG_CONFIG_HOME": folder])
    #expect(run.status == 0 && run.output == "是\n")
    #expect(run.errors.hasPrefix("\(folder)/linli/settings:1:1: 错误：") && run.errors.contains("[E-SETTINGS]"))
    // What is asked for now goes before what was set.
    let now = try linli(
      ["--lang", "en", "-c", "print $(1 == 1)", "--db", ":memory:"], environment: ["XDG_CONFIG_HOME": folder])
    #expect(now.output == "yes\n")
  }

  private let lines = "grid add G1 name=示例小区\nbuilding add 一栋 grid=G1\nbuilding list\n"

  @Test func everyWayInMeansTheSame() throws {
    let script = try temporary("a.linli", Array(lines.utf8))
    let fromFile = try linli(["--db", ":memory:", script])
    let fromOption = try linli(["--db", ":memory:", "-c", lines])
    let fromInput = try linli(["--db", ":memory:"], input: Array(lines.utf8))
    #expect(fromFile.status == 0 && fromFile.output.contains("1栋"))
    #expect(fromFile.output == fromOption.output)
    #expect(fromFile.output == fromInput.output)
  }

  private func officeScript(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../scripts/office/\(name).linli").standardized.path
  }

  /// What a script may do without is not asked for.
  @Test(arguments: ["import-residents", "overdue-opinions", "print-cards"])
  func theOfficeScriptsNeedOneValueAtMost(name: String) throws {
    let run = try linli(["--db", ":memory:", "--check", officeScript(name), "given"])
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func theTestOfTheOverdueOpinionsHolds() throws {
    let run = try linli(["--db", ":memory:", officeScript("test-overdue-opinions")])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasSuffix("handle,text,category,due\r\nO1,路灯不亮,facilities,2024-03-08\r\n"))
  }

  /// A call and the status that it ends with.
  struct Call: Sendable {
    let status: Int32
    let arguments: [String]

    init(_ status: Int32, _ arguments: String...) {
      self.status = status
      self.arguments = arguments
    }
  }

  private static let calls: [Call] = [
    Call(0, "-c", "print 好"), Call(0, "--check", "-c", "grid add G1"), Call(0, "--help"), Call(0, "--version"),
    // A command failed.
    Call(1, "-c", "assert no"), Call(1, "-c", "grid add G1; grid add G1"), Call(1, "--dry-run", "-c", "assert no"),
    Call(1, "-c", "print a > /nowhere/a"), Call(1, "-c", "help residnet"),
    // The text is wrong; nothing ran.
    Call(2, "-c", "residnet"), Call(2, "-c", "print 好; residnet"), Call(2, "--check", "-c", "let x ="),
    Call(2, "-c", "include '/nowhere.linli'"), Call(2, "--keep-going", "-c", "print 好; residnet"),
    // The call is wrong; nothing ran.
    Call(2, "--nonsense"), Call(2, "--lang", "fr"), Call(2, "-c"), Call(2, "--check", "--dry-run"),
    Call(2, "/nowhere.linli"), Call(2, "/"), Call(2, "--db", "/", "-c", "print 好"),
    Call(2, "--db", "/proc/office.db", "-c", "grid add G1"),
  ]

  @Test(arguments: calls)
  func statusesSayHowItEnded(call: Call) throws {
    let office = call.arguments.contains("--db") ? [] : ["--db", ":memory:"]
    let run = try linli(office + call.arguments)
    #expect(run.status == call.status, "\(run.errors)")
    #expect(run.errors.isEmpty == (call.status == 0))
    if call.status == 2 { #expect(run.output.isEmpty) }
  }

  @Test func anInterruptedRunSaysSo() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["--db", ":memory:", "-c", "while yes { print 好 }"]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // It runs when something of it is seen.
    _ = output.fileHandleForReading.availableData
    process.interrupt()
    _ = output.fileHandleForReading.readDataToEndOfFile()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(said == "stopped; nothing was changed\n")
  }

  @Test(arguments: [
    (["--chek", "-c", "help"], "error: there is no option --chek [E-OPTION]\n  did you mean --check?\n"),
    (["--scirpt"], "error: there is no option --scirpt [E-OPTION]\n  linli --help lists the options\n"),
    (["--scirpt=3"], "error: there is no option --scirpt [E-OPTION]\n  linli --help lists the options\n"),
    (["-q"], "error: there is no option -q [E-OPTION]\n  did you mean -c?\n"),
    (["--lang", "zh", "--keep-goign"], "错误：没有选项 --keep-goign [E-OPTION]\n  是否想写 --keep-going？\n"),
    (["--format", "cvs"], "error: --format cannot be cvs [E-OPTION]\n  did you mean csv?\n"),
    (["--lang=fr"], "error: --lang cannot be fr [E-OPTION]\n  it is one of: en, zh\n"),
    (["--db"], "error: --db wants a value [E-OPTION]\n  write --db FILE\n"),
    (["--lang", "zh", "-c"], "错误：-c 后缺少取值 [E-OPTION]\n  请写作 -c 文本\n"),
    (["--check=1"], "error: --check takes no value [E-OPTION]\n"),
    (["--check", "--dry-run"], "error: --check, --dry-run and --keep-going exclude each other [E-OPTION]\n"),
    (
      ["--format", "pdf", "-c", "help"],
      "error: --format is for rows and texts [E-OPTION]\n  write | to pdf behind one command\n"
    ),
  ])
  func optionsThatAreWrongAreExplained(arguments: [String], errors: String) throws {
    let run = try linli(arguments)
    #expect(run.errors == errors)
    #expect(run.status == 2 && run.output.isEmpty)
  }

  @Test func optionsAreExplainedInBothLanguages() throws {
    let help = try linli(["--help"]).output
    #expect(help.contains("Usage: linli [OPTION …] [SCRIPT [ARGUMENT …]]\n"))
    #expect(help.contains("\n--db FILE        The office's file, or :memory: for one that is gone at the end.\n"))
    let chinese = try linli(["--lang=zh", "-h"]).output
    #expect(chinese.contains("\n--db 文件      办公室文件；:memory: 表示只在内存中，结束即消失。\n"))
  }

  @Test func aScriptHappensWholeOrNotAtAll() throws {
    let office = try temporary("office.db", [])
    let failed = try linli(["--db", office, "-c", "grid add G1\ngrid add G2\ngrid add G1"])
    #expect(failed.status == 1)
    #expect(failed.errors.contains("-c:3:10: error:"))
    // Whoever read that something was done reads that it was not.
    let line = try linli(["--db", office, "-c", "grid add G1; grid add G1"])
    #expect(line.output == "G1: added\n")
    #expect(line.errors.hasSuffix("Nothing of -c was kept: what else it did was taken back.\n"))
    #expect(try !linli(["--db", office, "-c", "assert no"]).errors.contains("Nothing of"))
    #expect(try linli(["--db", office, "-c", "grid count"]).output == "0\n")
  }

  @Test func filesStayWhenTheirScriptFailsAndAreNamed() throws {
    let file = try temporary("grids.txt", [])
    let run = try linli([
      "--db", ":memory:", "-c", "grid add G1; grid list > \"\(file)\"; grid list >> \"\(file)\"; grid add G1",
    ])
    #expect(run.status == 1)
    #expect(
      run.errors.hasSuffix(
        "Nothing of -c was kept: what else it did was taken back.\nFiles stay that were written before: \(file).\n"))
    #expect(try String(contentsOfFile: file, encoding: .utf8).contains("G1"))
    let chinese = try linli(["--db", ":memory:", "--lang", "zh", "-c", "print 甲 > \"\(file)\"; assert no"])
    #expect(chinese.errors.hasSuffix("此前已写出的文件仍保留：\(file)。\n"))
    #expect(try !linli(["--db", ":memory:", "-c", "assert no; print a > \"\(file)\""]).errors.contains("Files"))
  }

  @Test func filesStayWhenStatementsAreLeftOutAndAreNamed() throws {
    let files = try [temporary("kept.txt", []), temporary("failed.txt", [])]
    let script = """
      grid add G1
      print 甲 > "\(files[0])"
      if yes {
        print 乙 > "\(files[1])"
        grid add G1
      }
      print 丙 >> "\(files[0])"
      """
    let run = try linli(["--db", ":memory:", "--keep-going", "-c", script])
    #expect(run.status == 1)
    #expect(
      run.errors.hasSuffix(
        "1 of 4 statements failed; the others were kept.\n"
          + "Files stay that were written before: \(files[0]), \(files[1]).\n"), "\(run.errors)")
    #expect(try linli(["--db", ":memory:", "--keep-going", "-c", "print 甲 > '\(files[0])'"]).errors.isEmpty)
  }

  @Test func aPathThatIsNotThereIsSaidToCountFromTheStart() throws {
    let script = try temporary("import.linli", Array("grid import unheard-of.csv".utf8))
    let run = try linli(["--db", ":memory:", script])
    #expect(run.errors.contains("^ a path counts from where linli was started\n"), "\(run.errors)")
    #expect(try !linli(["--db", ":memory:", "-c", "grid import /unheard-of.csv"]).errors.contains("counts from"))
  }

  @Test func aDryRunListsItsChangesAndKeepsNone() throws {
    let office = try temporary("office.db", [])
    let file = "\(scratch.path)/grids.csv"
    let run = try linli([
      "--db", office, "--dry-run", "-c",
      "grid add G1 name=甲; grid set G1 name=乙; grid list > '\(file)'; print $(grid count)",
    ])
    #expect(run.status == 0)
    #expect(
      run.output == """
        would write \(file)
        1
        would add grid G1: code=G1 name=甲
        would change grid G1: name=甲→乙
        changes: 2; nothing was kept

        """)
    #expect(!FileManager.default.fileExists(atPath: file))
    #expect(try linli(["--db", office, "-c", "grid count"]).output == "0\n")
    #expect(try linli(["--db", office, "--dry-run", "-c", "assert no"]).status == 1)
    #expect(try linli(["--db", office, "--dry-run", "--check", "-c", "help"]).status == 2)
  }

  @Test func whatFailsCanBeLeftOut() throws {
    let office = try temporary("office.db", [])
    let script = try temporary("c.linli", Array("grid add G1\ngrid add G1\ngrid add G2\nassert no\n".utf8))
    let run = try linli(["--db", office, "--keep-going", script])
    #expect(run.status == 1)
    #expect(run.errors.contains("\(script):2:10: error:") && run.errors.contains("\(script):4:8: error:"))
    #expect(run.errors.hasSuffix("2 of 4 statements failed; the others were kept.\n"))
    #expect(try linli(["--db", office, "-c", "grid count"]).output == "2\n")
    #expect(try linli(["--db", office, "--keep-going", "-c", "grid add G3\nnonsense"]).status == 2)
    #expect(try linli(["--db", office, "-c", "grid count"]).output == "2\n")
  }

  @Test func aLongScriptRunsFromAFileAndThroughAPipe() throws {
    let count = 20_000
    let lines =
      (1...count).map { "let x\($0 % 7) = \($0) # 注释\n" }.joined() + "print $(nine) $x3\ndef nine() { return 9 }\n"
    let text = Array(lines.utf8)
    #expect(text.count > 1 << 18)
    let script = try temporary("long.linli", [0xEF, 0xBB, 0xBF] + text)
    let fromFile = try linli(["--db", ":memory:", script])
    #expect(fromFile.output == "9 19995\n" && fromFile.errors.isEmpty)
    #expect(try linli(["--db", ":memory:"], input: text).output == fromFile.output)
    #expect(try linli(["--db", ":memory:", "/dev/stdin"], input: text).output == fromFile.output)
    let wrong = try linli(["--db", ":memory:"], input: text + Array("print $x9\n".utf8))
    #expect(wrong.status == 2 && wrong.errors.contains("stdin:\(count + 3):7: error:") && wrong.output.isEmpty)
    #expect(try linli(["--db", ":memory:"], input: text + [0xFF]).status == 2)
  }

  @Test func argumentsReachTheScript() throws {
    let script = try temporary("b.linli", Array("print $1 $(len($args))\n".utf8))
    #expect(try linli(["--db", ":memory:", script, "甲", "--乙"]).output == "甲 2\n")
    // All behind the script's name is its own, also what looks like an option.
    #expect(try linli(["--db", ":memory:", script, "--check", "--", "--help"]).output == "--check 3\n")
    #expect(try linli(["--db", ":memory:", "--", script, "甲"]).output == "甲 1\n")
    #expect(try linli(["--db", ":memory:", "--scirpt", script]).errors.hasPrefix("error: there is no option --scirpt"))
  }

  @Test func whatIsNoTextIsRefused() throws {
    #expect(try linli(["--db", ":memory:"], input: [0x67, 0xFF, 0xFE]).status == 2)
    #expect(try linli(["--db", ":memory:"], input: [0x67, 0x00]).status == 2)
    let nested = try linli(["--db", ":memory:"], input: Array((String(repeating: "if yes { ", count: 10_000)).utf8))
    #expect(nested.status == 2 && nested.errors.contains("E-NESTING"))
  }

  @Test func whatIsNoOfficeIsRefused() throws {
    #expect(try linli(["--db", NSTemporaryDirectory(), "-c", "help"]).errors.contains("E-STORE-FORMAT"))
    let text = try temporary("notes.txt", Array("no database at all".utf8))
    let run = try linli(["--db", text, "-c", "help"])
    #expect(run.status == 2 && run.errors.contains("E-STORE-FORMAT"))
    #expect(try linli(["--db", "/proc/office.db", "-c", "help"]).errors.contains("E-STORE-FILE"))
  }

  @Test func filesAreWrittenWhole() throws {
    let file = try temporary("out.csv", Array("old\n".utf8))
    let made = "grid add G1 name=甲; grid list | select name | to csv > '\(file)'"
    #expect(try linli(["--db", ":memory:", "-c", made]).status == 0)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "name\r\n甲\r\n")
    #expect(try linli(["--db", ":memory:", "-c", "print 乙 >> '\(file)'"]).status == 0)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "name\r\n甲\r\n乙\n")
    #expect(try linli(["--db", ":memory:", "-c", "print 丙 > /nowhere/x"]).status == 1)
  }
}
