import Diagnostics
import Testing
import Values

import Records

/// A body whose rule asks for less when too few came the first time.
@Suite struct ReconvenedTests {
  /// Ten owners, and a meeting that came to nothing with so many there.
  private func second(after present: Int) throws -> (council: Council, meeting: Record) {
    let council = try Council(rule: "condominium", members: 10)
    let first = try council.open(present: present, days: 10)
    let next = try Meeting.adjourn(first, to: Moment(council.writer.today.adding(days: 10)), in: council.writer)
    council.pass(days: 10)
    return (council, try Meeting.open(next, in: council.writer))
  }

  @Test func fewerSufficeTheSecondTime() throws {
    let (council, meeting) = try second(after: 6)
    #expect(try Meeting.quorum(of: council.body, at: meeting, in: council.store).members.needed == 3)
    try Attendance.signIn(Array(council.people.prefix(3)), at: meeting, in: council.writer)
    #expect(try council.vote("M2.1", 2, 1, 0)[Motion.outcome] == .carried, "more than half of those present")
  }

  @Test func enoughTheFirstTimeIsNoReasonForFewer() throws {
    let (council, meeting) = try second(after: 7)
    #expect(try Meeting.quorum(of: council.body, at: meeting, in: council.store).members.needed == 7)
  }

  @Test func whoObjectsInNumberUndoesIt() throws {
    let (council, meeting) = try second(after: 3)
    try Attendance.signIn(Array(council.people.prefix(3)), at: meeting, in: council.writer)
    _ = try council.vote("M2.1", 3, 0, 0)
    let hung = try Motion.publish(
      council.motion("M2.1"), from: council.writer.today, place: nil, in: council.writer)
    for person in council.people[0..<5] + council.people[0..<5] {
      _ = try Motion.object(to: hung, "反对", by: person, in: council.writer)
    }
    func state() throws -> MotionState {
      try Motion.state(of: council.motion("M2.1"), on: council.writer.today, in: council.store)
    }
    #expect(try state() == .challenged, "five of ten are not more than half, however often they object")
    _ = try Motion.object(to: hung, "反对", by: council.people[5], in: council.writer)
    #expect(try state() == .revoked)
    council.pass(days: 30)
    #expect(try Motion.isInForce(council.motion("M2.1"), on: council.writer.today, in: council.store) == false)
  }
}
