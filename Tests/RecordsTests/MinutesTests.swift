import Diagnostics
import Testing
import Values

import Records

@Suite struct MinutesTests {
  /// M1, closed, with M1.1 carried and one remark.
  private func closed() throws -> (council: Council, meeting: Record, remark: Record) {
    let council = try Council()
    let open = try council.open(present: 4, agenda: ["甲", "乙"])
    _ = try council.vote("M1.1", 4, 0, 0)
    let remark = try Meeting.remark("有人担心费用", at: open, on: council.motion("M1.1"), in: council.writer)
    return (council, try Meeting.end(open, as: .closed, in: council.writer), remark)
  }

  @Test func approvedMinutesStayAsTheyAre() throws {
    let (council, meeting, remark) = try closed()
    let writer = council.writer
    #expect(code { _ = try Meeting.correct("地点有误", at: meeting, in: writer) } == .state, "not approved yet")
    let reworded = try Meeting.reword(remark, "有人问起费用", in: writer)
    let approved = try Meeting.approve(meeting, by: "示例丙", in: writer)
    #expect(code { _ = try Meeting.approve(approved, by: "示例丁", in: writer) } == .minutes)
    #expect(code { _ = try Meeting.reword(reworded, "没有人说话", in: writer) } == .minutes)
    #expect(code { _ = try Meeting.remark("又一条", at: approved, in: writer) } == .minutes)
    #expect(code { _ = try writer.change(approved) { $0[Meeting.chair] = "示例甲" } } == .minutes)
    #expect(code { _ = try writer.change(approved) { $0[Meeting.title] = "别的会" } } == .minutes)
    let motion = try council.motion("M1.1")
    #expect(code { _ = try writer.change(motion) { $0[Motion.text] = "别的事" } } == .minutes)
    #expect(code { _ = try writer.change(motion) { $0[Motion.outcome] = .lost } } == .minutes)
    let correction = try Meeting.correct("地点应为二楼", at: approved, in: writer)
    #expect(code { _ = try Meeting.reword(correction, "地点应为三楼", in: writer) } == .minutes)
    #expect(code { _ = try writer.change(correction) { $0[Remark.text] = "无" } } == .minutes)
  }

  @Test func whatFollowsAMeetingGoesOn() throws {
    let (council, meeting, _) = try closed()
    _ = try Meeting.approve(meeting, by: "示例丙", in: council.writer)
    let hung = try Motion.publish(
      council.motion("M1.1"), from: council.writer.today, place: nil, in: council.writer)
    let assigned = try Motion.assign(hung, to: "业委会", by: nil, in: council.writer)
    #expect(code { _ = try Motion.assign(assigned, to: "物业", by: nil, in: council.writer) } == .minutes)
    let due = try Motion.assign(
      assigned, to: nil, by: council.writer.today.adding(days: 30), in: council.writer)
    #expect(code { _ = try Motion.finish(due, "已完成", on: nil, in: council.writer) } == .state, "not in force yet")
    council.pass(days: 8)
    let done = try Motion.finish(council.motion("M1.1"), "已完成", on: nil, in: council.writer)
    #expect(done[Motion.done] == council.writer.today)
    #expect(code { _ = try Motion.finish(done, "又完成", on: nil, in: council.writer) } == .state)
  }

  @Test func minutesAreOfMeetingsThatAreOver() throws {
    let council = try Council()
    let called = try council.call([council.body])
    #expect(code { _ = try Meeting.approve(called, by: "示例丙", in: council.writer) } == .state)
    #expect(code { _ = try Meeting.remark("早了", at: called, in: council.writer) } == .state)
  }

  @Test func aRemarkIsAboutAMotionOfItsMeeting() throws {
    let (council, meeting, _) = try closed()
    _ = try council.call([council.body], agenda: ["丙"])
    #expect(
      code { _ = try Meeting.remark("错", at: meeting, on: council.motion("M2.1"), in: council.writer) } == .agenda)
    #expect(code { _ = try Meeting.remark("身份证430381199001011234", at: meeting, in: council.writer) } == .privacy)
  }
}
