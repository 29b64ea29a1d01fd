import Diagnostics
import Records
import Testing
import Values

/// Random lines at the desk of two bodies, most of them out of place. Whatever is done and refused, what the books say
/// holds against a count of our own.
@Suite struct StationPropertyTests {
  @Test func decisionsAreSoundWhateverIsTried() throws {
    var seen: Set<String> = []
    for seed: UInt64 in 1...10 {
      var run = try StationRun(seed: seed)
      for _ in 0..<120 { try run.step() }
      seen.formUnion(run.seen)
    }
    // The runs come far enough to say something.
    let reached = ["count", "by-name", "secret", "carried", "lost", "in-force", "joint", "refused"]
    #expect(seen.isSuperset(of: reached), "never: \(Set(reached).subtracting(seen))")
  }
}

/// One run: the desk, and what is known of it apart from its own rules.
private struct StationRun {
  private let desk: Desk
  private var random: SeededGenerator
  private var day = 1
  /// Who is in the room of each open meeting, as this run saw them come and go.
  private var there: [Int: Set<Int>] = [:]
  /// What the run came to.
  private(set) var seen: Set<String> = []

  /// The bodies: members (of twelve residents) and rule, as the desk was told.
  private static let bodies: [(name: String, members: Set<Int>, attendance: (Int, Int, Bool), ofAll: Bool)] = [
    ("议事会", [1, 2, 3, 4, 5], (2, 3, false), false), ("业委会", [4, 5, 6], (1, 2, true), true),
  ]

  init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    desk = try Desk()
    try desk.run(
      """
      office init 示例社区 hotline=0731-56780000 demo=yes
      for n in 1..8 { resident add "居民$n" }
      body add 议事会 rule=council-two-thirds
      body join 议事会 R1 R2 R3 R4 R5
      body join 议事会 R7 voting=no
      body add 业委会 rule=owners-committee
      body join 业委会 R4 R5 R6
      """)
  }

  /// Types one line, keeps count of it, and checks everything.
  mutating func step() throws {
    let (line, effect) = line()
    let answer = try desk.refusal(line)
    if answer.hasPrefix("done") {
      effect(&self)
    } else {
      seen.insert("refused")
      #expect(answer.hasPrefix("E-"), "\(line)\n\(answer)")
    }
    try check(after: line)
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  /// The next line, and what it does if it is not refused.
  private mutating func line() -> (String, (inout StationRun) -> Void) {
    let meeting = focus()
    let motion = "M\(meeting).\(Int.random(in: 1...2, using: &random))"
    let person = Int.random(in: 1...8, using: &random)
    let body = pick(["", " body=议事会", " body=业委会"])
    switch Int.random(in: 0..<33, using: &random) {
    case 0:
      let bodies = pick(["议事会", "业委会", "[议事会, 业委会]", "[业委会, 议事会]"])
      return ("meeting call 会 body=\(bodies) at=+\(Int.random(in: 2...4, using: &random))d agenda=[甲, 乙]", { _ in })
    case 1...3: return ("meeting open M\(meeting)", { $0.there[meeting] = [] })
    case 4...6:
      return ("meeting sign-in M\(meeting) R\(person)", { $0.there[meeting, default: []].insert(person) })
    case 7...9:
      return (
        "for n in 1..6 { try { meeting sign-in M\(meeting) \"R$n\" } catch e { print $e.code } }",
        { run in
          guard run.isOpen(meeting), !run.isVoting(meeting) else { return }
          run.there[meeting, default: []].formUnion((1...6).filter { run.isEntitled($0, at: meeting) })
        }
      )
    case 10: return ("meeting sign-in M\(meeting) R\(person) mode=observer", { _ in })
    case 11: return ("meeting sign-out M\(meeting) R\(person)", { _ = $0.there[meeting]?.remove(person) })
    case 12...19:
      let secret = pick(["", " --secret"])
      return (
        "motion vote \(motion) for=\(votes(4) + 1) against=\(votes(1)) abstain=\(votes(1))\(secret)\(body)", { _ in }
      )
    case 20, 21:
      return ("motion cast \(motion) \(pick(["for", "for", "against", "abstain"])) R\(person)\(body)", { _ in })
    case 22: return ("motion tally \(motion)\(body)", { _ in })
    case 23: return ("meeting \(pick(["close", "adjourn", "cancel"])) M\(meeting)", { _ in })
    case 24, 25: return ("motion notice \(motion) days=\(Int.random(in: 6...8, using: &random))", { _ in })
    case 26: return ("motion object \(motion) 不妥", { _ in })
    case 27: return ("motion reply \(motion) 已答", { _ in })
    case 28:
      let tried = "try { motion vote \(motion) body=$b for=\(votes(2) + 1) } catch e { print $e.code }"
      return ("for b in [\"议事会\", \"业委会\"] { \(tried) }", { _ in })
    case 29:
      return ("for n in 1..6 { try { motion cast \(motion) for \"R$n\"\(body) } catch e { print $e.code } }", { _ in })
    default:
      day += Int.random(in: 1...4, using: &random)
      let date = CalendarDate(ordinal: CalendarDate("2020-07-01")!.ordinal + day).exchangeText
      return ("clock set \"\(date) 09:00\"", { _ in })
    }
  }

  /// A meeting, one that is not over more often than others.
  private mutating func focus() -> Int {
    let meetings = (try? desk.session.store.all(Meeting.kind)) ?? []
    let going = meetings.filter { [.called, .open].contains($0[Meeting.status]) }.map(\.id)
    if let next = going.first, Int.random(in: 0..<4, using: &random) > 0 { return next }
    return Int.random(in: 1...(meetings.count + 1), using: &random)
  }

  private mutating func votes(_ most: Int) -> Int { Int.random(in: 0...most, using: &random) }

  private func isVoting(_ id: Int) -> Bool {
    guard let motions = try? desk.session.store.all(Motion.kind) else { return false }
    return motions.contains { motion in
      motion[Motion.meeting].id == id && (try? Motion.ballots(on: motion, in: desk.session.store)) == nil
    }
  }

  private func isOpen(_ id: Int) -> Bool {
    (try? desk.session.store.record(Meeting.kind, id: id))??[Meeting.status] == .open
  }

  private func isEntitled(_ person: Int, at id: Int) -> Bool {
    guard let meeting = try? desk.session.store.record(Meeting.kind, id: id) else { return false }
    return meeting[Meeting.bodies].contains { StationRun.bodies[$0.id - 1].members.contains(person) }
  }

  private mutating func check(after line: String) throws {
    let store = desk.session.store
    let today = desk.session.now.date
    for vote in try store.all(Vote.kind) {
      let (members, cast) = (
        StationRun.bodies[vote[Vote.body].id - 1].members.count,
        vote[Vote.inFavour] + vote[Vote.against] + vote[Vote.abstain]
      )
      let (top, bottom, isMoreThan) = StationRun.bodies[vote[Vote.body].id - 1].attendance
      let (come, needed) = (vote[Vote.present] * bottom, members * top)
      seen.insert(vote[Vote.method].rawValue)
      #expect(vote[Vote.entitled] == members, "\(line)")
      #expect(isMoreThan ? come > needed : come >= needed, "\(line): a vote without quorum")
      #expect(cast <= vote[Vote.present] && vote[Vote.present] <= members, "\(line)")
      let base = StationRun.bodies[vote[Vote.body].id - 1].ofAll ? members : vote[Vote.present]
      #expect(vote[Vote.carried] == (vote[Vote.inFavour] * 2 > base), "\(line)")
      let named = try store.all(
        Ballot.kind, .equal(Ballot.motion, vote[Vote.motion]), .equal(Ballot.body, vote[Vote.body]))
      #expect(vote[Vote.method] == .secret ? named.isEmpty : true, "\(line): a secret vote with names")
      #expect(Set(named.map { $0[Ballot.resident] }).count == named.count, "\(line): somebody voted twice")
    }
    for motion in try store.all(Motion.kind) {
      let meeting = try store.get(Meeting.kind, motion[Motion.meeting])
      let votes = try store.all(Vote.kind, .equal(Vote.motion, motion.reference))
      seen.insert(motion[Motion.outcome].rawValue)
      if motion[Motion.outcome] == .carried {
        if votes.count > 1 { seen.insert("joint") }
        #expect(votes.count == meeting[Meeting.bodies].count && votes.allSatisfy { $0[Vote.carried] }, "\(line)")
      }
      guard try Motion.isInForce(motion, on: today, in: store) else { continue }
      seen.insert("in-force")
      #expect(motion[Motion.outcome] == .carried, "\(line)")
      let last = try #require(motion[Motion.noticeUntil], "\(line): in force without a notice")
      #expect(last < today && last.ordinal - (motion[Motion.noticeFrom]?.ordinal ?? 0) >= 7, "\(line)")
      let objections = try store.all(Objection.kind, .equal(Objection.motion, motion.reference))
      #expect(objections.allSatisfy { $0[Objection.replied].map { $0 <= today } ?? false }, "\(line)")
    }
    for (id, people) in there where isOpen(id) {
      let meeting = try #require(try store.record(Meeting.kind, id: id))
      for reference in meeting[Meeting.bodies] {
        let members = StationRun.bodies[reference.id - 1].members
        let quorum = try Meeting.quorum(of: store.get(Body.kind, reference), at: meeting, in: store).members
        #expect(quorum.present == people.intersection(members).count, "\(line): \(people)")
      }
    }
  }
}
