import Diagnostics
import Records
import Values

/// A meeting as the desk sees it: when and where, how many of each body are needed and there, what became of its agenda.
struct MeetingText {
  private let meeting: Record
  private let session: OfficeSession

  init(of meeting: Record, _ session: OfficeSession) {
    self.meeting = meeting
    self.session = session
  }

  /// The meeting as a document.
  func document() throws -> Document {
    var page = Document(for: .desk)
    page.add(.heading(Localized(same: "\(session.handle(of: meeting))  \(meeting[Meeting.title])")))
    page.add(.fields(try entries()))
    return page
  }

  private func entries() throws -> [Document.Entry] {
    let status = meeting[Meeting.status]
    var entries: [Document.Entry] = [
      .init(
        Localized("when", "时间"),
        Localized(
          same: [meeting[Meeting.at].exchangeText, meeting[Meeting.place]].compactMap { $0 }.joined(separator: " "))),
      .init(
        Localized("state", "状态"),
        Localized(
          "\(status.rawValue); called on \(meeting[Meeting.called].exchangeText)",
          "\(status.chineseName)；\(meeting[Meeting.called].exchangeText) 通知")),
    ]
    if let before = meeting[Meeting.reconvenes] {
      let handle = session.handle(of: before)
      entries.append(
        .init(Localized("takes up", "接续"), Localized("what \(handle) left", "\(handle) 的未决议程")))
    }
    for reference in meeting[Meeting.bodies] {
      let body = try session.record(reference)
      entries.append(.init(Localized(same: body[Body.name]), try presence(of: body)))
    }
    for motion in try session.store.all(Motion.kind, .equal(Motion.meeting, meeting.reference)) {
      let state = try Motion.state(of: motion, on: session.writer.today, in: session.store)
      let words = Motion.wording(of: motion)
      entries.append(
        .init(
          Localized(same: motion[Motion.number]),
          Localized("\(words): \(state.rawValue)", "\(words)：\(state.chineseName)")))
    }
    if let day = meeting[Meeting.approved]?.exchangeText {
      entries.append(
        .init(Localized("minutes", "纪要"), Localized("approved on \(day)", "\(day) 核定")))
    }
    return entries
  }

  /// How many of a body are entitled, needed, and there now or, when the meeting is over, came.
  private func presence(of body: Record) throws -> Localized {
    if meeting[Meeting.status] == .open {
      let quorum = try Meeting.quorum(of: body, at: meeting, in: session.store)
      return quorum.text + Localized(": ", "，") + quorum.rest
    }
    let turnout = try Meeting.turnout(of: body, at: meeting, in: session.store).members
    if [.called, .cancelled].contains(meeting[Meeting.status]) {
      return Localized(
        "\(turnout.entitled) entitled, \(turnout.needed) needed", "应到 \(turnout.entitled) 法定 \(turnout.needed)")
    }
    return Localized(
      "\(turnout.present) of \(turnout.entitled) came, \(turnout.needed) needed",
      "应到 \(turnout.entitled) 实到 \(turnout.present) 法定 \(turnout.needed)")
  }
}
