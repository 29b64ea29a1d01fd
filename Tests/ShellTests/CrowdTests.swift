import Foundation
import GRDB
import Testing

/// Several programs at once on one office: four write, four read.
@Suite(.serialized) struct CrowdTests {
  /// For how many seconds they work; without it each writer has so many commands.
  private static let seconds = Int(ProcessInfo.processInfo.environment["LINLI_CROWD"] ?? "")
  private static let commands = 25
  private static let writers = 4

  /// What one writer or reader came to.
  private struct Tally: Sendable {
    /// How many scripts said that they were done, or how many times was read.
    var done = 0
    /// How many scripts found the office busy for too long, and said so.
    var busy = 0
    /// What should not have been.
    var faults: [String] = []
  }

  @Test func nothingIsLostAndNobodySeesHalfOfIt() async throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let office = folder + "office.db"
    #expect(try Program.run(["--db", office, "-c", "grid add G1"]).status == 0)
    let end = Self.seconds.map { Date(timeIntervalSinceNow: Double($0)) }
    let (written, read) = await withTaskGroup(of: (Bool, Tally).self, returning: (Tally, Tally).self) { group in
      for number in 1...Self.writers {
        group.addTask { (true, await Self.inThread { Self.write(number, office, until: end) }) }
        group.addTask { (false, await Self.inThread { Self.read(office, until: end) }) }
      }
      var (written, read) = (Tally(), Tally())
      for await (isWriter, tally) in group {
        var sum = isWriter ? written : read
        sum.done += tally.done
        sum.busy += tally.busy
        sum.faults += tally.faults
        if isWriter { written = sum } else { read = sum }
      }
      return (written, read)
    }
    print("\(written.done) scripts written, \(written.busy) refused, \(read.done) times read")
    #expect(written.faults.isEmpty && read.faults.isEmpty, "\((written.faults + read.faults).prefix(5))")
    #expect(written.done > 0 && read.done > 0)

    try Self.check(office, written.done)
  }

  @Test func severalMayMakeOneOfficeAtOnce() async throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let office = folder + "office.db"
    let programs = 1...16
    let faults = await withTaskGroup(of: String?.self, returning: [String].self) { group in
      for number in programs {
        group.addTask { await Self.inThread { Self.fault(of: ["--db", office, "-c", "grid add G\(number)"]) } }
      }
      return await group.reduce(into: []) { faults, fault in if let fault { faults.append(fault) } }
    }
    #expect(faults.isEmpty, "\(faults)")
    #expect(try Program.run(["--db", office, "-c", "print $(grid count)"]).output == "\(programs.count)\n")
  }

  /// What a call says when it should not have failed.
  private static func fault(of arguments: [String]) -> String? {
    do {
      let run = try Program.run(arguments)
      return run.status == 0 ? nil : run.errors
    } catch {
      return "\(error)"
    }
  }

  private static func check(_ office: String, _ scripts: Int) throws {
    // Each script has added three records, and none was added by one that was refused.
    let count = try Program.run(["--db", office, "-c", "print $(building count); journal verify"])
    #expect(count.status == 0 && count.output.hasPrefix("\(scripts * 3)\n"), "\(count.output)\(count.errors)")
    // The last one has folded the log into the file, and nothing is locked.
    #expect(!FileManager.default.fileExists(atPath: office + "-wal"))
    let queue = try DatabaseQueue(path: office)
    try queue.inDatabase { try $0.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; ROLLBACK") }
    #expect(try queue.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") } == ["ok"])
    try queue.close()
  }

  /// Runs what waits for other programs where nobody else waits for it.
  private static func inThread<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: body()) }
    }
  }

  private static func goesOn(_ round: Int, _ end: Date?) -> Bool { end.map { Date() < $0 } ?? (round < commands) }

  /// Adds three buildings at once, again and again.
  private static func write(_ number: Int, _ office: String, until end: Date?) -> Tally {
    var (tally, round) = (Tally(), 0)
    while goesOn(round, end) {
      let first = number * 1_000_000 + round * 3
      let lines = (first..<first + 3).map { "building add \($0)栋 grid=G1" }.joined(separator: "\n")
      do {
        let run = try Program.run(["--db", office, "-c", lines])
        if run.status == 0 {
          tally.done += 1
        } else if run.errors.contains("[E-STORE-BUSY]") {
          tally.busy += 1
        } else {
          tally.faults.append(run.errors)
        }
      } catch {
        tally.faults.append("\(error)")
      }
      round += 1
    }
    return tally
  }

  /// Counts the buildings again and again: always whole scripts, and never fewer than before.
  private static func read(_ office: String, until end: Date?) -> Tally {
    var (tally, round, last) = (Tally(), 0, 0)
    while goesOn(round, end) {
      do {
        let run = try Program.run(["--db", office, "-c", "print $(building count) $(len($(building list)))"])
        let counts = run.output.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        if run.status == 0, counts.count == 2, counts[0] == counts[1], counts[0] % 3 == 0, counts[0] >= last {
          last = counts[0]
          tally.done += 1
        } else {
          tally.faults.append("after \(last): \(run.output)\(run.errors)")
        }
      } catch {
        tally.faults.append("\(error)")
      }
      round += 1
    }
    return tally
  }
}
