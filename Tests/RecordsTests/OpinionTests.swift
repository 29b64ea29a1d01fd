import Diagnostics
import Testing
import Values

import Records

@Suite struct OpinionTests {
  private func opinion(_ text: String, in council: Council) throws -> Record {
    var opinion = Record(Opinion.kind)
    opinion[Opinion.text] = text
    opinion[Opinion.category] = .choice(Profile.cn.opinionCategories[0])
    opinion[Opinion.date] = council.writer.today
    return try council.writer.add(opinion)
  }

  private func value(_ name: String, of record: Record, in council: Council) throws -> Value {
    let computed = try #require(Opinion.kind.computed.first { $0.declaration.name.english == name })
    return try computed.compute(record, council.store, council.writer.today)
  }

  @Test func aDayOfReferralIsNotForgotten() throws {
    let council = try Council()
    let first = try opinion("自行车被盗", in: council)
    let referred = try Opinion.refer(first, to: "公安", in: council.writer)
    let day = council.writer.today
    council.pass(days: 30)
    let closed = try Opinion.close(referred, answer: "已破案", content: true, in: council.writer)
    #expect(closed[Opinion.referredOn] == day)
    #expect(code { _ = try Opinion.refer(closed, to: "物业", in: council.writer) } == .state)
  }

  @Test func mergingNeverGoesRound() throws {
    let council = try Council()
    let first = try opinion("被盗", in: council)
    let second = try opinion("又说被盗", in: council)
    #expect(code { _ = try Opinion.merge(first, into: first, in: council.writer) } == .state)
    let merged = try Opinion.merge(second, into: first, in: council.writer)
    #expect(code { _ = try Opinion.merge(first, into: merged, in: council.writer) } == .state)
    let answered = try Opinion.advance(first, to: .answered, from: [.new], in: council.writer)
    let closed = try Opinion.close(answered, answer: "已处理", content: nil, in: council.writer)
    #expect(code { _ = try Opinion.merge(opinion("第三次", in: council), into: closed, in: council.writer) } == .state)
  }

  @Test func acceptingAloneDoesNotStopTheClock() throws {
    let council = try Council()
    let accepted = try Opinion.advance(opinion("路灯不亮", in: council), to: .accepted, from: [.new], in: council.writer)
    council.pass(days: Profile.cn.opinionDays)
    #expect(try value("overdue", of: accepted, in: council) == .yesNo(false))
    council.pass(days: 1)
    #expect(try value("overdue", of: accepted, in: council) == .yesNo(true))
    let answered = try Opinion.advance(accepted, to: .answered, from: [.accepted], in: council.writer) {
      $0[Opinion.answer] = "已更换"
    }
    #expect(try value("overdue", of: answered, in: council) == .yesNo(false))
    #expect(try Opinion.close(answered, answer: nil, content: true, in: council.writer)[Opinion.answer] == "已更换")
  }

  @Test func aClosedOpinionHasAnAnswer() throws {
    let council = try Council()
    let accepted = try Opinion.advance(opinion("路灯不亮", in: council), to: .accepted, from: [.new], in: council.writer)
    #expect(code { _ = try Opinion.close(accepted, answer: nil, content: nil, in: council.writer) } == .missingValue)
  }

  @Test func opinionsArePutToMeetingsToCome() throws {
    let council = try Council()
    let carried = try council.carried()
    let first = try opinion("被盗", in: council)
    #expect(code { _ = try Opinion.put(first, to: carried, in: council.writer) } == .state)
    _ = try council.call([council.body], agenda: ["乙"])
    _ = try Opinion.put(first, to: council.motion("M2.1"), in: council.writer)
    #expect(try council.motion("M2.1")[Motion.opinions] == [first.reference])
  }

  @Test func noIdentityNumberIsKept() throws {
    let council = try Council()
    #expect(code { _ = try opinion("身份证430381199001011234", in: council) } == .privacy)
    #expect(code { _ = try council.call([council.body], agenda: ["给430381199001011234补助"]) } == .privacy)
  }

  @Test func aReferralHasItsReply() throws {
    let council = try Council()
    let first = try opinion("井盖松动", in: council)
    #expect(
      code { _ = try Opinion.refer(first, to: "市政", on: council.writer.today.adding(days: 1), in: council.writer) }
        == .dates)
    let referred = try Opinion.refer(first, to: "市政", in: council.writer)
    #expect(try value("due", of: referred, in: council) == .date(council.writer.today.adding(days: 30)))
    council.pass(days: 5)
    let returned = try Opinion.reply(to: referred, "属物业管理", isReturned: true, in: council.writer)
    #expect(returned[Opinion.status] == .accepted && returned[Opinion.replied] == council.writer.today)
    #expect(try value("due", of: returned, in: council) == .date(council.writer.today.adding(days: 7)))
    #expect(code { _ = try Opinion.reply(to: returned, "再次", isReturned: false, in: council.writer) } == .state)
    let again = try Opinion.refer(returned, to: "物业", in: council.writer)
    #expect(again[Opinion.reply] == nil, "the reply of another is not theirs")
    let replied = try Opinion.reply(to: again, "已更换", isReturned: false, in: council.writer)
    #expect(try value("due", of: replied, in: council) == .date(council.writer.today.adding(days: 7)), "tell him now")
    #expect(try Opinion.close(replied, answer: "物业已更换", content: true, in: council.writer)[Opinion.content] == true)
  }

  @Test func whatWasClosedTooSoonIsReopened() throws {
    let council = try Council()
    let answered = try Opinion.advance(opinion("路灯不亮", in: council), to: .answered, from: [.new], in: council.writer) {
      $0[Opinion.answer] = "已更换"
    }
    let closed = try Opinion.close(answered, answer: nil, content: true, in: council.writer)
    #expect(code { _ = try Opinion.correct(closed, text: "改", category: nil, in: council.writer) } == .state)
    council.pass(days: 20)
    let reopened = try Opinion.reopen(closed, reason: "又不亮了", in: council.writer)
    #expect(reopened[Opinion.status] == .accepted && reopened[Opinion.content] == nil)
    #expect(try value("due", of: reopened, in: council) == .date(council.writer.today.adding(days: 7)))
    #expect(code { _ = try Opinion.reopen(reopened, reason: "再次", in: council.writer) } == .state)
  }

  @Test func chainsOfMergedOpinionsEnd() throws {
    let council = try Council()
    let opinions = try (1...4).map { try opinion("被盗 \($0)", in: council) }
    for index in 0..<3 {
      _ = try Opinion.merge(
        council.store.get(Opinion.kind, opinions[index].reference), into: opinions[index + 1], in: council.writer)
    }
    let last = opinions[3]
    for earlier in opinions.dropLast() {
      let other = try council.store.get(Opinion.kind, earlier.reference)
      #expect(code { _ = try Opinion.merge(last, into: other, in: council.writer) } == .state)
      #expect(
        code { _ = try council.writer.change(last) { $0[Opinion.mergedInto] = earlier.reference } } == .state,
        "not even past the steps")
    }
    let apart = try Opinion.reopen(
      council.store.get(Opinion.kind, opinions[0].reference), reason: "不是一回事", in: council.writer)
    #expect(apart[Opinion.mergedInto] == nil)
  }

  @Test func aMeetingThatDecidesNothingStartsTheClockAgain() throws {
    let council = try Council()
    let called = try council.call([council.body])
    let waiting = try Opinion.put(opinion("被盗", in: council), to: council.motion("M1.1"), in: council.writer)
    #expect(code { _ = try Opinion.put(waiting, to: council.motion("M1.1"), in: council.writer) } == .state)
    #expect(try value("due", of: waiting, in: council) == .none)
    council.pass(days: 3)
    let closed = try Meeting.end(Meeting.open(called, in: council.writer), as: .closed, in: council.writer)
    #expect(try value("due", of: waiting, in: council) == .date(council.writer.today.adding(days: 7)))
    _ = try Meeting.recall(closed, to: Moment(council.writer.today.adding(days: 4)), in: council.writer)
    let carried = try council.store.get(Opinion.kind, waiting.reference)
    #expect(carried[Opinion.motion] == (try council.motion("M2.1")).reference, "it waits for the next meeting")
    #expect(try value("due", of: carried, in: council) == .none)
  }

  @Test func anOpinionIsOnePersonsAndNotOfTomorrow() throws {
    let council = try Council()
    var both = Record(Opinion.kind)
    both[Opinion.text] = "被盗"
    both[Opinion.category] = .choice(Profile.cn.opinionCategories[0])
    both[Opinion.from] = council.people[0]
    both[Opinion.name] = "某人"
    #expect(code { _ = try Opinion.bring(both, in: council.writer) } == .onePerson)
    both[Opinion.name] = nil
    both[Opinion.date] = council.writer.today.adding(days: 1)
    #expect(code { _ = try Opinion.bring(both, in: council.writer) } == .dates)
  }

  /// What happened is noted, never who is suspected.
  @Test func thereIsNoFieldForSuspects() {
    let names = Opinion.kind.fields.flatMap { [$0.name.english, $0.name.chinese] }
    #expect(!names.contains { name in ["suspect", "accused", "嫌疑", "被告", "对象"].contains { name.contains($0) } })
    #expect(Opinion.kind.fields.filter(\.isMasked).map(\.name.english) == ["from", "name"])
  }
}
