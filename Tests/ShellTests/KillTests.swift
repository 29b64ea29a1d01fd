import Foundation
import GRDB
import Sentences
import Testing

/// The program is killed, without any warning, at moments that nobody chose. What it had acknowledged is there afterwards,
/// and of everything else all or nothing.
///
/// `scripts/torture` runs it with more moments; the seed that is printed makes them the same again, as far as the machine
/// allows.
@Suite(.serialized) struct KillTests {
  private static let kills = Int(ProcessInfo.processInfo.environment["LINLI_KILLS"] ?? "") ?? 30
  private static let seed =
    UInt64(ProcessInfo.processInfo.environment["LINLI_SEED"] ?? "") ?? UInt64.random(in: 1...999_999)

  /// What is under way when the program is killed.
  enum Work: String, CaseIterable, Sendable {
    case script, sheet, command, prompt
  }

  /// How many records a script, a sheet, a prompt adds.
  private static let size = 150

  @Test(arguments: Work.allCases)
  func whatWasAcknowledgedIsThere(work: Work) throws {
    var random = SeededGenerator(seed: Self.seed)
    print("killed during a \(work.rawValue): seed \(Self.seed)")
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let office = folder + "office.db"
    #expect(try Program.run(["--db", office, "-c", "grid add G0"]).status == 0)
    var trial = Trial(work: work, office: office, folder: folder)
    // How long it takes undisturbed is how long there is something to kill.
    let length = try trial.run(0, killedAfter: nil)
    for round in 1...max(1, Self.kills / Work.allCases.count) {
      try trial.run(round, killedAfter: UInt32.random(in: 0...length, using: &random))
      try trial.check("seed \(Self.seed), \(work.rawValue) \(round)")
    }
  }

  /// One kind of work on one office, killed again and again.
  private struct Trial {
    let work: Work
    let office: String
    let folder: String
    /// The codes of grids that must be there.
    private var acknowledged: Set<String> = ["G0"]
    /// Of each of these sets all must be there, or nothing.
    private var open: [Set<String>] = []

    init(work: Work, office: String, folder: String) { (self.work, self.office, self.folder) = (work, office, folder) }

    /// Works, and kills the program so many microseconds later; gives how many microseconds passed.
    @discardableResult
    mutating func run(_ round: Int, killedAfter delay: UInt32?) throws -> UInt32 {
      let codes = (0..<(work == .command ? 1 : size)).map { "\(work.rawValue.uppercased())\(round)-\($0)" }
      let start = ContinuousClock.now
      switch work {
      case .prompt: try type(codes, killedAfter: delay)
      default:
        let process = try Program.start(try arguments(codes), folder: folder)
        if let delay {
          usleep(delay)
          kill(process.processIdentifier, SIGKILL)
        }
        // A script, a sheet, a command has been acknowledged when the program says so at its end.
        let run = try Program.end(of: process, folder: folder)
        #expect(delay != nil || run.status == 0, "\(run.errors)")
        if run.status == 0 { acknowledged.formUnion(codes) } else { open.append(Set(codes)) }
      }
      let (seconds, attoseconds) = (ContinuousClock.now - start).components
      return UInt32(seconds) * 1_000_000 + UInt32(attoseconds / 1_000_000_000_000)
    }

    private func arguments(_ codes: [String]) throws -> [String] {
      let lines: String
      switch work {
      case .sheet: lines = "code,name\n" + codes.map { "\($0),示例小区\n" }.joined()
      default: lines = codes.map { "grid add \($0)\ngrid set \($0) name=示例小区\n" }.joined()
      }
      let file = folder + work.rawValue
      try Data(lines.utf8).write(to: URL(fileURLWithPath: file))
      return ["--db", office] + (work == .sheet ? ["-c", "grid import '\(file)'"] : [file])
    }

    /// At the prompt each line is acknowledged by what it answers.
    private mutating func type(_ codes: [String], killedAfter delay: UInt32?) throws {
      let terminal = try PseudoTerminal(
        Program.path, ["--db", office],
        environment: ["HOME": folder, "LANG": "C.UTF-8", "TERM": "xterm", "PATH": "/usr/bin:/bin"])
      if let delay {
        let number = terminal.process
        DispatchQueue.global().asyncAfter(deadline: .now() + .microseconds(Int(delay))) { kill(number, SIGKILL) }
      }
      var typed: [String] = []
      do {
        try terminal.wait(for: "> ")
        for code in codes.prefix(delay == nil ? 20 : codes.count) {
          typed.append(code)
          terminal.type("grid add \(code) name=示例小区\n")
          try terminal.wait(for: "\(code) 示例小区: added")
        }
        if delay == nil { terminal.send(SIGKILL) }
      } catch is PseudoTerminal.Failure {}
      #expect(try terminal.exitStatus() == 128 + SIGKILL)
      for code in typed {
        if terminal.shown.contains("\(code) 示例小区: added") {
          acknowledged.insert(code)
        } else {
          open.append([code])
        }
      }
    }

    /// Looks at what is left with the database's own check, then with the program's.
    mutating func check(_ occasion: String) throws {
      let queue = try DatabaseQueue(path: office)
      let (integrity, rows) = try queue.read { db in
        (
          try String.fetchAll(db, sql: "PRAGMA integrity_check"),
          try Row.fetchAll(db, sql: "SELECT code, name FROM grid")
        )
      }
      try queue.close()
      #expect(integrity == ["ok"], "\(occasion)")
      let present = Set(rows.map { $0["code"] as String })
      #expect(acknowledged.isSubset(of: present), "\(occasion): what was acknowledged is gone")
      var known = acknowledged
      for set in open where !set.isDisjoint(with: present) {
        #expect(set.isSubset(of: present), "\(occasion): a part of what was not acknowledged is there")
        known.formUnion(set)
      }
      #expect(present == known, "\(occasion)")
      #expect(rows.allSatisfy { $0["code"] == "G0" || $0["name"] == "示例小区" }, "\(occasion)")
      let verification = try Program.run(["--db", office, "-c", "journal verify"])
      #expect(verification.status == 0, "\(occasion): \(verification.errors)")
      // What was kept stays, what was not never comes.
      acknowledged = present
      open = []
    }
  }
}
