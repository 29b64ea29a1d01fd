import Diagnostics
import Testing
import Values

import Records

@Suite struct VoteTests {
  @Test func votesAreNeverMoreThanPeople() throws {
    let council = try Council()
    let meeting = try council.call([council.body])
    #expect(code { _ = try council.vote("M1.1", 1, 0, 0) } == .state, "the meeting is not open")
    council.pass(days: 3)
    let open = try Meeting.open(meeting, in: council.writer)
    try Attendance.signIn(council.people.prefix(2).map { $0 }, at: open, in: council.writer)
    #expect(code { _ = try council.vote("M1.1", 2, 0, 0) } == .quorum)
    try Attendance.signIn([council.people[2]], at: open, in: council.writer)
    #expect(code { _ = try council.vote("M1.1", 2, 1, 1) } == .votes)
    #expect(code { _ = try council.vote("M1.1", 5, -3, 0) } == .votes)
    #expect(try council.vote("M1.1", 1, 0, 0)[Motion.outcome] == .lost, "2 of 3 are needed, abstentions or not")
    #expect(code { _ = try council.vote("M1.1", 3, 0, 0) } == .voted, "a body votes once")
  }

  /// Whatever the numbers, a motion is carried exactly when the rule's share is reached.
  @Test(arguments: Profile.cn.meetingRules.filter { !$0.bySignature }.map(\.choice.name.english))
  func sharesDecide(rule name: String) throws {
    let rule = try #require(Profile.cn.meetingRules.first { $0.choice.name.english == name })
    let share = rule.terms.passing
    for inFavour in 0...4 {
      let council = try Council(rule: name)
      _ = try council.open(present: 4, days: rule.noticeDays)
      let voted = try council.vote("M1.1", inFavour, 4 - inFavour, 0)
      let (reached, whole) = (inFavour * share.denominator, 4 * share.numerator)
      let isCarried = share.isMoreThan ? reached > whole : reached >= whole
      #expect(voted[Motion.outcome] == (isCarried ? .carried : .lost), "\(name): \(inFavour) of 4")
    }
  }

  @Test func ofAllMembersIsMoreThanOfThosePresent() throws {
    let council = try Council(rule: "party-members", members: 6)
    _ = try council.open(present: 4, agenda: ["甲", "乙"])
    #expect(try council.vote("M1.1", 2, 0, 2)[Motion.outcome] == .lost, "half of 6 are 3")
    #expect(try council.vote("M1.2", 3, 1, 0)[Motion.outcome] == .carried)
  }

  @Test func aJointMeetingCarriesWhatEveryBodyCarries() throws {
    let council = try Council()
    let second = try Council.body("业委会", rule: "owners-committee", in: council.writer)
    _ = try Body.join(second, [council.people[0], council.people[4]], voting: true, from: nil, in: council.writer)
    let meeting = try council.call([council.body, second])
    council.pass(days: 3)
    let open = try Meeting.open(meeting, in: council.writer)
    try Attendance.signIn(council.people.dropLast(), at: open, in: council.writer)
    #expect(code { _ = try council.vote("M1.1", 4, 0, 0) } == .missingValue, "whose vote is it?")
    #expect(try council.vote("M1.1", 4, 0, 0, body: council.body)[Motion.outcome] == .onAgenda)
    #expect(code { _ = try council.vote("M1.1", 1, 0, 0, body: second) } == .quorum, "its own quorum: 1 of 2")
    try Attendance.signIn([council.people[4]], at: open, in: council.writer)
    #expect(try council.vote("M1.1", 1, 1, 0, body: second)[Motion.outcome] == .lost)
  }
}

@Suite struct NoticeTests {
  @Test func aNoticeHangsOnceAndAfterTheVote() throws {
    let council = try Council()
    let motion = try council.carried()
    let today = council.writer.today
    let publish = { (start: CalendarDate, days: Int) in
      try Motion.publish(motion, from: start, days: days, place: nil, in: council.writer)
    }
    #expect(code { _ = try publish(today.adding(days: -1), 7) } == .dates)
    #expect(code { _ = try publish(today, 6) } == .notice)
    let hung = try publish(today, 7)
    #expect(code { _ = try Motion.publish(hung, from: today, days: 7, place: nil, in: council.writer) } == .state)
    #expect(try Motion.isInForce(hung, on: today.adding(days: 7), in: council.store) == false)
    #expect(try Motion.isInForce(hung, on: today.adding(days: 8), in: council.store))
  }

  @Test func whatWasLostIsNotPutOnNotice() throws {
    let council = try Council()
    let meeting = try council.call([council.body])
    council.pass(days: 3)
    let open = try Meeting.open(meeting, in: council.writer)
    try Attendance.signIn(council.people.dropLast(), at: open, in: council.writer)
    let lost = try council.vote("M1.1", 2, 2, 0)
    #expect(
      code { _ = try Motion.publish(lost, from: council.writer.today, days: 7, place: nil, in: council.writer) }
        == .state)
  }

  @Test func anOpenObjectionKeepsAMotionFromForce() throws {
    let council = try Council()
    let start = council.writer.today.adding(days: 3)
    let motion = try Motion.publish(council.carried(), from: start, days: 7, place: nil, in: council.writer)
    council.pass(days: 7)
    let objection = try Motion.object(
      to: motion, "正对窗户", by: council.people[4], in: council.writer)
    #expect(Objection.isInTime(objection, on: council.writer.today) == nil)
    council.pass(days: 4)
    #expect(Objection.isInTime(objection, on: council.writer.today) == false)
    #expect(try Motion.state(of: motion, on: council.writer.today, in: council.store) == .challenged)
    #expect(
      code { _ = try Motion.object(to: motion, "又一条", in: council.writer) } == .state, "the notice has come down")
    let answered = try Motion.reply(to: motion, "已调整", amended: "安装监控，避开门窗", in: council.writer)
    #expect(Objection.isInTime(answered, on: council.writer.today) == false, "four days, and three are allowed")
    let amended = try council.motion("M1.1")
    #expect(amended[Motion.text] == "安装监控", "what was voted on stays")
    #expect(Motion.wording(of: amended) == "安装监控，避开门窗")
    #expect(try Motion.isInForce(amended, on: council.writer.today, in: council.store))
    #expect(try Motion.isInForce(amended, on: council.writer.today.adding(days: -1), in: council.store) == false)
    #expect(code { _ = try Motion.reply(to: amended, "再答", amended: nil, in: council.writer) } == .state)
  }

  @Test func aMotionIsGivenUpBeforeItBinds() throws {
    let council = try Council()
    let motion = try Motion.publish(council.carried(), from: council.writer.today, place: nil, in: council.writer)
    _ = try Motion.object(to: motion, "正对窗户", name: "临街商户", in: council.writer)
    let revoked = try Motion.revoke(motion, reason: "异议成立", in: council.writer)
    #expect(code { _ = try Motion.revoke(revoked, reason: "再次", in: council.writer) } == .state)
    #expect(code { _ = try Motion.object(to: revoked, "又一条", in: council.writer) } == .state)
    #expect(
      code { _ = try Motion.publish(revoked, from: council.writer.today, place: nil, in: council.writer) } == .state)
    council.pass(days: 30)
    _ = try Motion.reply(to: council.motion("M1.1"), "采纳", in: council.writer)
    #expect(try Motion.isInForce(council.motion("M1.1"), on: council.writer.today, in: council.store) == false)
  }

  @Test func whatIsInForceIsNotGivenUp() throws {
    let council = try Council()
    let motion = try Motion.publish(council.carried(), from: council.writer.today, place: nil, in: council.writer)
    council.pass(days: 8)
    #expect(code { _ = try Motion.revoke(motion, reason: "反悔", in: council.writer) } == .state)
  }

  @Test func theObjectionMeantIsAnswered() throws {
    let council = try Council()
    let motion = try Motion.publish(council.carried(), from: council.writer.today, place: nil, in: council.writer)
    let first = try Motion.object(to: motion, "一", in: council.writer)
    let second = try Motion.object(to: motion, "二", in: council.writer)
    let answered = try Motion.reply(to: motion, "答二", objection: second, in: council.writer)
    #expect(answered.id == second.id)
    #expect(code { _ = try Motion.reply(to: motion, "再答", objection: answered, in: council.writer) } == .state)
    #expect(try Motion.reply(to: motion, "答一", in: council.writer).id == first.id)
    #expect(
      code {
        _ = try Motion.object(to: motion, "两人", by: council.people[0], name: "某人", in: council.writer)
      } == .onePerson)
  }

  @Test func lateNoticesAreListed() throws {
    let council = try Council()
    let motion = try council.carried()
    func isOverdue() throws -> Value {
      let computed = try #require(Motion.kind.computed.first { $0.declaration.name.english == "overdue" })
      return try computed.compute(council.motion("M1.1"), council.store, council.writer.today)
    }
    council.pass(days: Profile.cn.postingDays)
    #expect(try isOverdue() == .yesNo(false))
    council.pass(days: 1)
    #expect(try isOverdue() == .yesNo(true))
    _ = try Motion.publish(motion, from: council.writer.today, place: nil, in: council.writer)
    #expect(try isOverdue() == .yesNo(false))
  }
}
