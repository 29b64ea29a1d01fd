import Diagnostics
import Presentation
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

  /// The meeting as text, in the session's language.
  func text() throws -> String {
    var sheet = TextSheet()
    sheet.paragraph("\(session.handle(of: meeting))  \(meeting[Meeting.title])")
    let moment = meeting[Meeting.at].exchangeText
    let place = meeting[Meeting.place].map { " \($0)" } ?? ""
    let called = meeting[Meeting.called].exchangeText
    let status = meeting[Meeting.status]
    sheet.paragraph(
      Localized(
        "\(moment)\(place); called on \(called); \(status.rawValue)",
        "\(moment)\(place)；\(called) 通知；\(status.chineseName)")[session.language], indent: 2)
    for reference in meeting[Meeting.bodies] {
      sheet.paragraph(try presence(of: reference)[session.language], indent: 2)
    }
    for motion in try session.store.all(Motion.kind, .equal(Motion.meeting, meeting.reference)) {
      let state = try Motion.state(of: motion, on: session.writer.today, in: session.store)
      let words = "\(motion[Motion.number])  \(Motion.wording(of: motion))"
      sheet.paragraph(
        Localized("\(words): \(state.rawValue)", "\(words)：\(state.chineseName)")[session.language], indent: 2)
    }
    return sheet.text
  }

  /// How many of a body are entitled, needed, and there now or, when the meeting is over, came.
  private func presence(of body: Reference) throws -> Localized {
    let record = try session.record(body)
    let name = record[Body.name]
    if meeting[Meeting.status] == .open {
      let quorum = try Meeting.quorum(of: record, at: meeting, in: session.store)
      return Localized(
        "\(name): \(quorum.present) of \(quorum.entitled) present, \(quorum.needed) needed",
        "\(name)：应到 \(quorum.entitled)，在场 \(quorum.present)，法定 \(quorum.needed)")
    }
    let turnout = try Meeting.turnout(of: record, at: meeting, in: session.store)
    return Localized(
      "\(name): \(turnout.attended) of \(turnout.entitled) came, \(turnout.needed) needed",
      "\(name)：应到 \(turnout.entitled)，实到 \(turnout.attended)，法定 \(turnout.needed)")
  }
}
