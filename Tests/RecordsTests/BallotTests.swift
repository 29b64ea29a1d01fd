import Diagnostics
import Testing
import Values

import Records

@Suite struct BallotTests {
  private func cast(_ choice: BallotChoice, _ people: [Int], _ council: Council, on number: String = "M1.1") throws {
    try Motion.cast(choice, by: people.map { council.people[$0] }, on: council.motion(number), in: council.writer)
  }

  @Test func nobodyVotesTwice() throws {
    let council = try Council()
    _ = try council.open(present: 3)
    #expect(code { try cast(.inFavour, [3], council) } == .state, "who is not there does not vote")
    try cast(.inFavour, [0], council)
    #expect(code { try cast(.inFavour, [1, 0], council) } == .voted)
    #expect(code { try cast(.against, [0], council) } == .voted)
    try cast(.inFavour, [1], council)
    try cast(.against, [2], council)
    let voted = try Motion.tally(council.motion("M1.1"), in: council.writer)
    #expect(voted[Motion.outcome] == .carried)
    let vote = try #require(try council.store.first(Vote.kind))
    #expect((vote[Vote.inFavour], vote[Vote.against], vote[Vote.abstain]) == (2, 1, 0))
    #expect(vote[Vote.method] == .byName)
    #expect(code { try cast(.inFavour, [1], council) } == .voted, "the vote is over")
    #expect(code { _ = try Motion.tally(council.motion("M1.1"), in: council.writer) } == .voted)
  }

  @Test func nothingIsSeenBeforeTheEnd() throws {
    let council = try Council()
    let meeting = try council.open(present: 4)
    #expect(code { _ = try Motion.tally(council.motion("M1.1"), in: council.writer) } == .state, "nobody has voted")
    try cast(.inFavour, [0, 1, 2], council)
    #expect(code { _ = try Motion.ballots(on: council.motion("M1.1"), in: council.store) } == .state)
    #expect(code { try Attendance.signOut([council.people[0]], of: meeting, in: council.writer) } == .state)
    #expect(code { try Attendance.signIn([council.people[4]], at: meeting, in: council.writer) } == .state)
    #expect(code { _ = try Meeting.end(meeting, as: .closed, in: council.writer) } == .state)
    #expect(code { _ = try council.vote("M1.1", 4, 0, 0) } == .ballot)
    _ = try Motion.tally(council.motion("M1.1"), in: council.writer)
    #expect(try Motion.ballots(on: council.motion("M1.1"), in: council.store).count == 3)
    #expect(code { _ = try Meeting.end(meeting, as: .closed, in: council.writer) } == nil)
  }

  /// At a joint meeting the second body votes as the first did, in secret or not.
  @Test func secretAndByNameAreNotMixed() throws {
    for isSecretFirst in [true, false] {
      let council = try Council()
      let second = try Council.body("业委会", rule: "owners-committee", in: council.writer)
      _ = try Body.join(second, [council.people[0]], voting: true, from: nil, in: council.writer)
      let meeting = try council.call([council.body, second])
      council.pass(days: 3)
      let open = try Meeting.open(meeting, in: council.writer)
      try Attendance.signIn(Array(council.people.prefix(4)), at: open, in: council.writer)
      func secret(_ body: Record, _ count: Int) throws {
        _ = try Motion.vote(
          on: council.motion("M1.1"), body: body.reference, Tally(inFavour: count), isSecret: true, in: council.writer)
      }
      func named(_ body: Record) throws {
        try Motion.cast(
          .inFavour, by: [council.people[0]], on: council.motion("M1.1"), body: body.reference, in: council.writer)
      }
      if isSecretFirst {
        try secret(council.body, 4)
        #expect(code { try named(second) } == .ballot)
      } else {
        try named(council.body)
        #expect(code { try secret(second, 1) } == .ballot)
        _ = try Motion.tally(council.motion("M1.1"), body: council.body.reference, in: council.writer)
        #expect(code { try secret(second, 1) } == .ballot, "also when that vote is over")
      }
    }
  }

  @Test func aSecretVoteKeepsTotalsOnly() throws {
    let council = try Council()
    _ = try council.open(present: 4)
    let before = try council.store.journal(JournalQuery()).collect().count
    _ = try Motion.vote(
      on: council.motion("M1.1"), Tally(inFavour: 3, against: 1), isSecret: true, in: council.writer)
    #expect(try council.store.count(Query(Ballot.kind)) == 0)
    let entries = try council.store.journal(JournalQuery()).collect().dropFirst(before)
    #expect(entries.map(\.subject.kind) == ["vote", "motion"], "one entry for all votes together, one for the result")
    #expect(entries.allSatisfy { !$0.after.contains("resident/") })
  }

  @Test func aDecisionBySignatureIsSigned() throws {
    let council = try Council(rule: "management-committee", members: 0)
    _ = try Body.join(
      council.body, Array(council.people[0..<3]), voting: true, from: nil, in: council.writer)
    _ = try Body.join(
      council.body, Array(council.people[3..<5]), voting: true, representative: true, from: nil, in: council.writer)
    council.writer.authorship.now = try #require(Moment("2023-05-01 09:00"))
    let meeting = try council.open(present: 4)
    let quorum = try Meeting.quorum(of: council.body, at: meeting, in: council.store)
    #expect(quorum.members.present == 4 && quorum.members.needed == 3)
    #expect(quorum.representatives?.more == 1 && quorum.more == 1, "both owners' representatives are needed")
    #expect(code { try cast(.inFavour, [0], council) } == .quorum)
    try Attendance.signIn([council.people[4]], at: meeting, in: council.writer)
    #expect(code { _ = try council.vote("M1.1", 5, 0, 0) } == .ballot, "a signature has a name")
    try cast(.inFavour, [0, 1, 4], council)
    #expect(try Motion.tally(council.motion("M1.1"), in: council.writer)[Motion.outcome] == .carried, "3 of all 5")
    let motion = try council.motion("M1.1")
    let today = council.writer.today
    #expect(
      code { _ = try Motion.publish(motion, from: today, days: 7, place: nil, in: council.writer) } == .notice)
    let hung = try Motion.publish(motion, from: today, place: nil, in: council.writer)
    #expect(hung[Motion.noticeUntil] == today.adding(days: 10))
  }
}
