import Diagnostics
import Testing
import Values

import Records

@Suite struct AttendanceTests {
  private func quorum(_ council: Council, at meeting: Record) throws -> Quorum.Count {
    try Meeting.quorum(of: council.body, at: meeting, in: council.store).members
  }

  @Test func nobodySignsInTwice() throws {
    let council = try Council()
    let meeting = try council.open(present: 0)
    let person = council.people[0]
    #expect(code { try Attendance.signIn([person, person], at: meeting, in: council.writer) } == .duplicateRecord)
    #expect(try quorum(council, at: meeting).present == 0, "what is refused leaves nobody behind")
    try Attendance.signIn([person], at: meeting, in: council.writer)
    #expect(code { try Attendance.signIn([person], at: meeting, in: council.writer) } == .duplicateRecord)
    #expect(try quorum(council, at: meeting).present == 1)
    try Attendance.signOut([person], of: meeting, in: council.writer)
    #expect(try quorum(council, at: meeting).present == 0, "who leaves counts no more")
    #expect(code { try Attendance.signOut([person], of: meeting, in: council.writer) } == .state)
    try Attendance.signIn([person], at: meeting, in: council.writer)
    let turnout = try Meeting.turnout(of: council.body, at: meeting, in: council.store).members
    #expect((turnout.present, turnout.needed, turnout.entitled) == (1, 3, 4), "he came twice and is one person")
  }

  @Test func observersNeverCount() throws {
    let council = try Council()
    let meeting = try council.open(present: 2)
    let guest = council.people[4]
    #expect(code { try Attendance.signIn([guest], at: meeting, in: council.writer) } == .roll)
    try Attendance.signIn([guest], at: meeting, as: .observer, in: council.writer)
    #expect(try quorum(council, at: meeting).present == 2)
    #expect(code { _ = try council.vote("M1.1", 2, 0, 0) } == .quorum)
    #expect(
      code { try Attendance.signIn([council.people[2]], at: meeting, as: .observer, in: council.writer) } == .roll,
      "who is on the roll does not observe")
    #expect(code { try Motion.cast(.inFavour, by: [guest], on: council.motion("M1.1"), in: council.writer) } == .quorum)
    try Attendance.signIn([council.people[2]], at: meeting, in: council.writer)
    #expect(code { try Motion.cast(.inFavour, by: [guest], on: council.motion("M1.1"), in: council.writer) } == .roll)
  }

  @Test func proxiesAreForRulesThatHaveThem() throws {
    let council = try Council()
    let meeting = try council.open(present: 2)
    #expect(
      code {
        try Attendance.signIn(
          [council.people[2]], at: meeting, as: .proxy, holder: council.people[0], in: council.writer)
      } == .proxy)
    #expect(
      code { try Attendance.signIn([council.people[2]], at: meeting, as: .written, in: council.writer) } == .proxy)
  }

  @Test func aHolderHoldsUpToTheCap() throws {
    let council = try Council(rule: "condominium", members: 10)
    let meeting = try council.open(present: 4, days: 10)
    let (holder, other) = (council.people[0], council.people[1])
    func give(_ index: Int, to holder: Reference?) throws {
      try Attendance.signIn([council.people[index]], at: meeting, as: .proxy, holder: holder, in: council.writer)
    }
    #expect(code { try give(4, to: nil) } == .missingValue)
    #expect(code { try give(4, to: council.people[4]) } == .proxy, "not to himself")
    #expect(code { try give(4, to: council.people[9]) } == .proxy, "who holds it has come")
    try give(4, to: holder)
    try give(5, to: holder)
    #expect(code { try give(6, to: holder) } == .proxy, "a fifth of ten is two")
    try give(6, to: other)
    #expect(try quorum(council, at: meeting).present == 7)
    try Attendance.signOut([holder], of: meeting, in: council.writer)
    #expect(try quorum(council, at: meeting).present == 4, "with the holder his proxies go")
    try Attendance.signIn([holder], at: meeting, in: council.writer)
    try Attendance.signIn([council.people[4]], at: meeting, in: council.writer)
    #expect(try quorum(council, at: meeting).present == 7, "who comes himself counts once")
    try give(7, to: holder)
    #expect(code { _ = try council.vote("M1.1", 9, 0, 0) } == .votes)
    #expect(try council.vote("M1.1", 6, 2, 0)[Motion.outcome] == .carried, "three quarters of eight")
  }

  @Test func votesInWritingCountWhereTheRuleSaysSo() throws {
    let council = try Council(rule: "association", members: 5)
    let meeting = try council.open(present: 1, days: 7)
    try Attendance.signIn([council.people[1], council.people[2]], at: meeting, as: .written, in: council.writer)
    #expect(try quorum(council, at: meeting).present == 3)
    #expect(try council.vote("M1.1", 2, 1, 0)[Motion.outcome] == .carried)
  }

  @Test func timesAreOfTheMeeting() throws {
    let council = try Council()
    let meeting = try council.call([council.body])
    council.pass(days: 4)
    let opened = try Meeting.open(meeting, time: TimeOfDay("19:30"), in: council.writer)
    #expect(opened[Meeting.opened]?.exchangeText == "2020-07-04 19:30")
    let person = council.people[0]
    func signIn(_ time: String) throws {
      try Attendance.signIn([person], at: opened, time: TimeOfDay(time), in: council.writer)
    }
    #expect(code { try signIn("19:29") } == .dates)
    try signIn("19:40")
    #expect(
      code { try Attendance.signOut([person], of: opened, time: TimeOfDay("19:35"), in: council.writer) } == .dates)
    #expect(code { _ = try Meeting.end(opened, as: .closed, time: TimeOfDay("19:35"), in: council.writer) } == .dates)
    try Attendance.signOut([person], of: opened, time: TimeOfDay("20:30"), in: council.writer)
    #expect(code { try signIn("20:10") } == .dates, "he was still there then")
    #expect(code { try signIn("20:30") } == nil)
    #expect(
      code { _ = try Meeting.open(council.call([council.body]), time: TimeOfDay("20:00"), in: council.writer) }
        == .dates, "its day is still to come")
  }

  @Test func aJointMeetingCountsApart() throws {
    let council = try Council()
    let second = try Council.body("业主会", rule: "condominium", in: council.writer)
    _ = try Body.join(
      second, [council.people[0], council.people[1], council.people[4]], voting: true, from: nil, in: council.writer)
    let meeting = try council.call([council.body, second], days: 10)
    council.pass(days: 10)
    let open = try Meeting.open(meeting, in: council.writer)
    try Attendance.signIn([council.people[0]], at: open, in: council.writer)
    // A fifth of three is none: nobody may hold a proxy in so small a body.
    #expect(
      code {
        try Attendance.signIn(
          [council.people[1]], at: open, as: .proxy, holder: council.people[0], in: council.writer)
      } == .proxy)
    let first = try Meeting.quorum(of: council.body, at: open, in: council.store).members
    let other = try Meeting.quorum(of: second, at: open, in: council.store).members
    #expect((first.present, first.needed, first.entitled) == (1, 3, 4))
    #expect((other.present, other.needed, other.entitled) == (1, 2, 3))
  }
}
