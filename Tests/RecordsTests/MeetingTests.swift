import Diagnostics
import Testing
import Values

import Records

@Suite struct BodyTests {
  @Test func nobodySitsTwice() throws {
    let council = try Council(members: 3)
    let newcomer = [council.people[3]]
    _ = try Body.join(
      council.body, newcomer, voting: true, from: council.writer.today.adding(days: 5), in: council.writer)
    #expect(
      code { _ = try Body.join(council.body, newcomer, voting: true, from: nil, in: council.writer) }
        == .duplicateRecord)
    council.pass(days: 6)
    _ = try Body.leave(council.body, newcomer[0], on: council.writer.today, in: council.writer)
    #expect(
      code { _ = try Body.leave(council.body, newcomer[0], on: council.writer.today, in: council.writer) } == .state)
    _ = try Body.join(council.body, newcomer, voting: true, from: nil, in: council.writer)
    let seats = try Body.memberships(of: council.body.reference, on: council.writer.today, in: council.store)
    #expect(seats.count == 4)
  }

  @Test func theRuleStandsFromNoticeToEnd() throws {
    let council = try Council()
    let other = try #require(Profile.cn.meetingRules.first { $0.choice.name.english == "party-members" }).choice
    let meeting = try council.call([council.body])
    let change = { _ = try council.writer.change(council.body) { $0[Body.rule] = .choice(other) } }
    #expect(code(change) == .state)
    _ = try Meeting.advance(meeting, to: .cancelled, from: [.called], in: council.writer)
    #expect(code(change) == nil)
  }
}

@Suite struct MeetingTests {
  @Test func aMeetingIsOfBodiesThatCanDecide() throws {
    let council = try Council()
    let empty = try Council.body("空会", rule: "party-members", in: council.writer)
    #expect(code { _ = try council.call([]) } == .missingValue)
    #expect(code { _ = try council.call([council.body, council.body]) } == .duplicateRecord)
    #expect(code { _ = try council.call([empty]) } == .roll)
    #expect(try council.store.count(Query(Meeting.kind)) == 0, "a refused notice leaves nothing behind")
  }

  @Test func theNoticeKeepsItsDays() throws {
    let council = try Council()
    var meeting = Record(Meeting.kind)
    meeting[Meeting.title] = "例会"
    meeting[Meeting.bodies] = [council.body.reference]
    meeting[Meeting.at] = Moment(council.writer.today.adding(days: 2))
    #expect(code { _ = try Meeting.call(meeting, agenda: ["甲"], in: council.writer) } == .notice)
    let called = try council.call([council.body])
    #expect(code { _ = try Meeting.open(called, in: council.writer) } == .dates)
    #expect(code { _ = try Motion.add("乙", to: called, in: council.writer) } == nil)
    council.pass(days: 1)
    #expect(code { _ = try Motion.add("丙", to: called, in: council.writer) } == .agenda)
    council.pass(days: 3)
    #expect(code { _ = try Meeting.open(called, in: council.writer) } == nil, "written down a day later")
  }

  @Test func theRollIsFixedByTheNotice() throws {
    let council = try Council(members: 4)
    let meeting = try council.call([council.body])
    _ = try Body.join(council.body, [council.people[4]], voting: true, from: nil, in: council.writer)
    council.pass(days: 3)
    let open = try Meeting.open(meeting, in: council.writer)
    #expect(code { try Attendance.signIn([council.people[4]], at: open, in: council.writer) } == .roll)
    #expect(try Meeting.quorum(of: council.body, at: open, in: council.store).members.entitled == 4)
  }

  @Test func whatIsLeftGoesToAnotherMeeting() throws {
    let council = try Council()
    let open = try council.open(present: 4, agenda: ["甲", "乙"])
    _ = try council.vote("M1.1", 4, 0, 0)
    let soon = Moment(council.writer.today.adding(days: 2))
    #expect(code { _ = try Meeting.adjourn(open, to: soon, in: council.writer) } == .notice)
    #expect(try council.store.get(Meeting.kind, open.reference)[Meeting.status] == .open)
    let next = try Meeting.adjourn(open, to: Moment(council.writer.today.adding(days: 3)), in: council.writer)
    #expect(try council.motion("M2.1")[Motion.text] == "乙")
    #expect(try council.store.count(Query(Motion.kind, [.equal(Motion.meeting, next.reference)])) == 1)
    let today = council.writer.today
    #expect(try Motion.state(of: council.motion("M1.2"), on: today, in: council.store) == .undecided)
    #expect(try Motion.state(of: council.motion("M1.1"), on: today, in: council.store) == .carried)
    let over = try council.store.get(Meeting.kind, open.reference)
    #expect(code { _ = try Meeting.recall(over, to: soon, in: council.writer) } == .state, "taken up once")
  }

  @Test func aCancelledMeetingIsCalledAgain() throws {
    let council = try Council()
    let cancelled = try Meeting.advance(
      council.call([council.body]), to: .cancelled, from: [.called], in: council.writer)
    #expect(code { _ = try Meeting.open(cancelled, in: council.writer) } == .state)
    let again = try Meeting.recall(
      cancelled, to: Moment(council.writer.today.adding(days: 5)), in: council.writer)
    #expect(again[Meeting.reconvenes] == cancelled.reference)
    #expect(try council.motion("M2.1")[Motion.text] == "安装监控")
  }

  @Test func aMeetingWithoutAnythingLeftIsNotCalledAgain() throws {
    let council = try Council()
    let open = try council.open(present: 4)
    _ = try council.vote("M1.1", 4, 0, 0)
    let closed = try Meeting.end(open, as: .closed, in: council.writer)
    let later = Moment(council.writer.today.adding(days: 5))
    #expect(code { _ = try Meeting.recall(closed, to: later, in: council.writer) } == .agenda)
  }

  @Test func aBodyDecidesByARuleThatStands() throws {
    let council = try Council(rule: "management-committee")
    #expect(code { _ = try council.call([council.body]) } == .rule, "the rule is of 2022")
    council.writer.authorship.now = try #require(Moment("2026-03-01 09:00"))
    #expect(code { _ = try council.call([council.body]) } == .roll, "no owners' representative sits on it")
  }

  @Test func minutesGoByTheRuleOfTheirTime() throws {
    let council = try Council()
    let closed = try Meeting.end(council.open(present: 3), as: .closed, in: council.writer)
    #expect(try Meeting.turnout(of: council.body, at: closed, in: council.store).members.needed == 3)
    let other = try #require(Profile.cn.meetingRules.first { $0.choice.name.english == "party-branch" }).choice
    let changed = try council.writer.change(council.body) { $0[Body.rule] = .choice(other) }
    #expect(try Meeting.turnout(of: changed, at: closed, in: council.store).members.needed == 3)
  }
}
