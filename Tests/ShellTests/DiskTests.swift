import Foundation
import GRDB
import Scratch
import Testing

/// A disk that is full, a place that can only be read, a file that is no good any more.
@Suite(.serialized) struct DiskTests {
  private let scratch = TemporaryFolder()
  private var folder: String { scratch.path + "/" }
  private var office: String { folder + "office.db" }

  init() throws {
    chmod(folder, 0o755)
    let made = try Program.run(["--db", office, "-c", "grid add G1 name=甲"])
    #expect(made.status == 0, "\(made.errors)")
  }

  /// Runs it where no file grows beyond so many KiB, which is what a full disk is to a program.
  private func limited(_ size: Int, _ arguments: [String]) throws -> Program.Run {
    try Program.run(arguments, through: ["/bin/bash", "-c", "ulimit -f \(size); exec \"$@\"", "bash"])
  }

  private func script(_ count: Int) throws -> String {
    let lines = (1...count).map { "  grid add X\($0) name=一二三四五六七八九十\n" }.joined()
    try Data("if yes {\n\(lines)}\n".utf8).write(to: URL(fileURLWithPath: folder + "many.linli"))
    return folder + "many.linli"
  }

  private func requireWhole(_ count: Int) throws {
    let run = try Program.run(["--db", office, "-c", "print $(grid count); journal verify"])
    #expect(run.status == 0 && run.output.hasPrefix("\(count)\n"), "\(run.output)\(run.errors)")
  }

  /// With more room the script gets further before it fails.
  @Test(arguments: [40, 100, 200])
  func aFullDiskTakesAScriptBack(size: Int) throws {
    let script = try script(1_000)
    // It prints nothing: that would be a file, too.
    let run = try limited(size, ["--db", office, script])
    #expect(run.status == 1)
    #expect(
      run.errors == """
        error: the file may not grow any further [E-STORE-FULL]
          make room and try again; nothing was changed
        Nothing of \(script) was kept: what else it did was taken back.

        """)
    try requireWhole(1)
    #expect(try Program.run(["--db", office, script]).status == 0)
    try requireWhole(1_001)
  }

  @Test func withoutAnyRoomNothingIsOpened() throws {
    let run = try limited(1, ["--db", office, "--lang", "zh", "-c", "网格 添加 G2"])
    #expect(run.status == 2 && run.errors == "错误：磁盘已满 [E-STORE-FULL]\n  请腾出空间后重试；未作任何改动\n")
    try requireWhole(1)
  }

  @Test func aSheetThatHasNoRoomIsNotWrittenAtAll() throws {
    _ = try Program.run(["--db", office, script(1_000)])
    try Data("old\n".utf8).write(to: URL(fileURLWithPath: folder + "grids.csv"))
    let run = try limited(32, ["--db", office, "-c", "grid export > '\(folder)grids.csv'"])
    #expect(run.status == 1 && run.errors.contains("the file may not grow any further [E-FILE]"), "\(run.errors)")
    #expect(try String(contentsOfFile: folder + "grids.csv", encoding: .utf8) == "old\n")
    let left = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("grids.csv") }
    #expect(left == ["grids.csv"])
  }

  /// `/dev/full` takes nothing (full(4)).
  @Test(arguments: ["grid list", "grid add G2", "print $(grid set G1 name=乙)"])
  func anOutputThatCannotBeWrittenIsAnError(text: String) throws {
    let full = ["/bin/bash", "-c", "exec \"$@\" > /dev/full", "bash"]
    let run = try Program.run(["--db", office, "-c", text], through: full)
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("error: standard output cannot be written: the disk is full [E-FILE]\n"))
    // What could not be told has not been done.
    let after = try Program.run(["--db", office, "-c", "grid list | select name | to lines"])
    #expect(after.output == "甲\n")
    #expect(try Program.run(["--help"], through: full).status == 1)
  }

  @Test func aDeviceIsWrittenToAndNotReplaced() throws {
    let run = try Program.run(["--db", office, "-c", "grid list > /dev/full"])
    #expect(run.status == 1 && run.errors.contains("the disk is full [E-FILE]"))
    #expect(try Program.run(["--db", office, "-c", "grid list > /dev/null"]).status == 0)
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    // A link stays one, and the file behind it is written.
    symlink(folder + "behind", folder + "link")
    try Data("old\n".utf8).write(to: URL(fileURLWithPath: folder + "behind"))
    #expect(try Program.run(["--db", office, "-c", "print 好 > '\(folder)link'"]).status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "link") == folder + "behind")
    #expect(try String(contentsOfFile: folder + "behind", encoding: .utf8) == "好\n")
  }

  /// No file that is opened later takes the place of an output that was closed.
  @Test func aClosedOutputIsAnErrorAndNoFileTakesItsPlace() throws {
    let closed = ["/bin/bash", "-c", "exec \"$@\" >&-", "bash"]
    let run = try Program.run(
      ["--db", office, "-c", "print 好 > '\(folder)a'\ngrid add G2\ngrid list"], through: closed)
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("error: standard output cannot be written: it is closed [E-FILE]\n"), "\(run.errors)")
    #expect(try String(contentsOfFile: folder + "a", encoding: .utf8) == "好\n")
    #expect(
      try Program.run(["--db", office, "-c", "print 好 > '\(folder)b'; grid add G2 > '\(folder)c'"], through: closed)
        .status == 0)
    try requireWhole(2)
    // Nobody reads what it says; it fails all the same.
    let silent = ["/bin/bash", "-c", "exec \"$@\" <&- >&- 2>&-", "bash"]
    #expect(try Program.run(["--db", office, "-c", "grid add G2"], through: silent).status == 1)
    try requireWhole(2)
  }

  @Test func aReaderThatWentAwayIsNoFault() throws {
    let gone = ["/bin/bash", "-c", "\"$@\" | true; exit ${PIPESTATUS[0]}", "bash"]
    let run = try Program.run(["--db", office, "-c", "for i in 1..3000 { print 一二三四五六七八九十 }"], through: gone)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
  }

  // MARK: Read only

  /// Starts the program as somebody who may not write what this user has made. Root may write everything and goes by
  /// another name; for everybody else the modes below are enough.
  private static let asReader =
    geteuid() == 0 ? ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []
  /// A user who may not even reach the program, in a closed home, cannot show anything.
  private static let canRead = (try? Program.run(["--version"], through: asReader).status) == 0

  private func makeReadable() {
    chmod(office, 0o444)
    chmod(folder, 0o555)
  }

  private func makeWritable() {
    chmod(folder, 0o755)
    chmod(office, 0o644)
  }

  @Test(.enabled(if: Self.canRead, "another user cannot start the program here"))
  func whatCannotBeWrittenIsReadAllTheSame() throws {
    makeReadable()
    defer { makeWritable() }
    let read = try Program.run(
      ["--db", office, "-c", "grid list | to csv; grid show G1; journal verify; doctor; today; journal list"],
      through: Self.asReader)
    #expect(read.status == 0 && read.output.contains("G1,甲"), "\(read.errors)")
    let changed = try Program.run(["--db", office, "-c", "grid add G2"], through: Self.asReader)
    #expect(changed.status == 1)
    #expect(
      changed.errors == """
        -c:1:1: error: this office can only be read here [E-STORE-READONLY]
          1 | grid add G2
            | ^^^^^^^^ copy the file to where you may write, or ask its owner

        """)
    // Reading leaves nothing behind that its owner would stumble over.
    let left = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("office.db") }
    #expect(left == ["office.db"])
  }

  /// While its owner works, others read what is committed.
  @Test(.enabled(if: Self.canRead, "another user cannot start the program here"))
  func whatIsBeingWrittenIsReadByOthers() throws {
    let terminal = try PseudoTerminal(
      Program.path, ["--db", office],
      environment: ["HOME": folder, "LANG": "C.UTF-8", "TERM": "xterm", "PATH": "/usr/bin:/bin"])
    try terminal.wait(for: "> ")
    terminal.type("grid add G2\n")
    try terminal.wait(for: "G2: added")
    try terminal.wait(for: "> ")
    for name in ["", "-wal", "-shm"] { chmod(office + name, 0o444) }
    chmod(folder, 0o555)
    defer { makeWritable() }
    let read = try Program.run(["--db", office, "-c", "print $(grid count)"], through: Self.asReader)
    #expect(read.output == "2\n", "\(read.errors)")
    let changed = try Program.run(["--db", office, "-c", "grid add G3"], through: Self.asReader)
    #expect(changed.status == 1 && changed.errors.contains("[E-STORE-READONLY]"))
  }

  @Test func anOfficeThatShallOnlyBeReadIsNotChanged() throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: office))
    #expect(try Program.run(["--db", office, "--read-only", "-c", "print $(grid count)"]).output == "1\n")
    let changed = try Program.run(["--db", office, "--read-only", "--lang", "zh", "-c", "网格 添加 G2"])
    #expect(changed.status == 1 && changed.errors.hasPrefix("-c:1:1: 错误：此处只能查看该办公室 [E-STORE-READONLY]\n"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: office)) == before)
    #expect(try Program.run(["--db", folder + "none.db", "--read-only", "-c", "help"]).status == 2)
    #expect(!FileManager.default.fileExists(atPath: folder + "none.db"))
  }

  /// Gives the office a past, ahead of the wall's clock because it was made by that one.
  private func makePast() throws {
    let made = try Program.run([
      "--db", office, "-c",
      """
      office init 示例社区 hotline=0731-56780000 demo=yes
      clock set 2090-07-01
      grid set G1 name=乙
      clock set 2091-01-01
      grid add G2 name=丙
      """,
    ])
    #expect(made.status == 0, "\(made.errors)")
  }

  /// What looking back says where nothing can be written.
  private func lookBack(_ options: [String], through launcher: [String] = []) throws {
    let script = """
      def 数(day) { return $(as of $day grid count) }
      for day in [2090-06-30, 2090-07-01, 2091-01-01] { print $day $(数 $day) $(as of $day grid show G1).name }
      try { as of 2090-06-01 grid list | to csv } catch { print 不应如此 }
      grid list | to csv
      """
    let run = try Program.run(["--db", office] + options + ["-c", script], through: launcher)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output == """
        2090-06-30 1 甲
        2090-07-01 1 乙
        2091-01-01 2 乙
        handle,name,range,buildings\r
        G1,甲,,0\r
        handle,name,range,buildings\r
        G1,乙,,0\r
        G2,丙,,0\r

        """)
  }

  @Test func thePastOfAnOfficeThatShallOnlyBeReadIsRead() throws {
    try makePast()
    let before = try Data(contentsOf: URL(fileURLWithPath: office))
    try lookBack(["--read-only"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: office)) == before)
    let changed = try Program.run(["--db", office, "--read-only", "-c", "as of 2090-06-01 grid count\ngrid add G3"])
    #expect(changed.status == 1 && changed.output == "1\n" && changed.errors.contains("[E-STORE-READONLY]"))
  }

  @Test(.enabled(if: Self.canRead, "another user cannot start the program here"))
  func thePastOfWhatCannotBeWrittenIsRead() throws {
    try makePast()
    makeReadable()
    defer { makeWritable() }
    try lookBack([], through: Self.asReader)
  }

  // MARK: Damage

  @Test func aDamagedFileIsSaidToBe() throws {
    var bytes = try Data(contentsOf: URL(fileURLWithPath: office))
    for index in 4_096..<bytes.count { bytes[index] = 7 }
    try bytes.write(to: URL(fileURLWithPath: office))
    let run = try Program.run(["--db", office, "--lang", "zh", "-c", "网格 列出"])
    #expect(run.status == 2)
    #expect(run.errors == "错误：办公室数据文件无法使用：文件已损坏 [E-STORE-DAMAGED]\n  请保留此文件并恢复备份\n")
    // A file that was cut off is no better.
    try bytes.prefix(100).write(to: URL(fileURLWithPath: office))
    #expect(try Program.run(["--db", office, "-c", "grid list"]).status == 2)
  }

  @Test func anOfficeOfANewerProgramIsLeftAlone() throws {
    let queue = try DatabaseQueue(path: office)
    try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9999')") }
    try queue.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: office))
    let run = try Program.run(["--db", office, "-c", "grid add G2"])
    #expect(run.status == 2)
    #expect(
      run.errors == """
        error: this office was made by a newer Linli [E-STORE-NEWER]
          update the program; nothing was changed

        """)
    #expect(try Data(contentsOf: URL(fileURLWithPath: office)) == before)
  }

  /// The last entry is from a day that has not come yet, as if the clock had been set back since.
  @Test func aClockThatIsBehindIsToldAndKeepsNobodyFromWorking() throws {
    let queue = try DatabaseQueue(path: office)
    try queue.write {
      try $0.execute(
        sql: """
          DROP TRIGGER journal_unchanged;
          UPDATE journal SET moment = '2999-12-31 23:59' WHERE number = (SELECT max(number) FROM journal);
          """)
    }
    try queue.close()
    let run = try Program.run(["--db", office, "-c", "print $(grid count)"])
    #expect(run.status == 0 && run.output == "1\n")
    #expect(run.errors.contains("of the journal is from 2999-12-31 23:59 [E-CLOCK-BEHIND]\n"), "\(run.errors)")
  }

  @Test func whoWritesIsNamed() throws {
    let terminal = try PseudoTerminal(
      Program.path, ["--db", office],
      environment: ["HOME": folder, "LANG": "C.UTF-8", "TERM": "xterm", "PATH": "/usr/bin:/bin"])
    try terminal.wait(for: "> ")
    terminal.type("begin\n")
    try terminal.wait(for: "*> ")
    let run = try Program.run(["--db", office, "-c", "grid add G2"])
    #expect(run.status == 1)
    #expect(
      run.errors.hasPrefix("error: another program is writing to the office: linli, process \(terminal.process) of "),
      "\(run.errors)")
    #expect(try Program.run(["--db", office, "-c", "print $(grid count)"]).output == "1\n", "readers do not wait")
  }
}
