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
}
