import Diagnostics
import Presentation
import Records
import Values

/// A meeting's minutes (会议纪要), from the records alone: when and where, how many, what was decided and how.
struct MinutesText {
  private let meeting: Record
  private let session: OfficeSession

  init(of meeting: Record, _ session: OfficeSession) {
    self.meeting = meeting
    self.session = session
  }

  /// The minutes as text; refused if anything in them may not be published.
  func text() throws -> String {
    let office = try Community.require(in: session.store)
    var sheet = TextSheet()
    sheet.centre("会议纪要")
    sheet.centre(meeting[Meeting.title])
    sheet.rule()
    sheet.paragraph("时间  \(meeting[Meeting.opened]?.exchangeText ?? meeting[Meeting.at].exchangeText)")
    sheet.paragraph("地点  \(meeting[Meeting.place] ?? "")")
    sheet.paragraph("通知  \(meeting[Meeting.called].exchangeText)（议程随通知公布）")
    for reference in meeting[Meeting.bodies] {
      let body = try session.record(reference)
      let turnout = try Meeting.turnout(of: body, at: meeting, in: session.store)
      sheet.paragraph(
        "到会  \(body[Body.name])：应到 \(turnout.entitled)，实到 \(turnout.attended)，法定 \(turnout.needed)")
    }
    sheet.rule()
    for motion in try session.store.all(Motion.kind, .equal(Motion.meeting, meeting.reference)) {
      sheet.paragraph("议题 \(motion[Motion.number])  \(motion[Motion.text])")
      for vote in try session.store.all(Vote.kind, .equal(Vote.motion, motion.reference)) {
        let body = session.label(of: vote[Vote.body])
        sheet.paragraph(
          "\(body)：在场 \(vote[Vote.present])，同意 \(vote[Vote.inFavour])，反对 \(vote[Vote.against])，"
            + "弃权 \(vote[Vote.abstain])（须同意 \(vote[Vote.needed])）", indent: 4)
      }
      let state = try Motion.state(of: motion, on: session.writer.today, in: session.store)
      let result = state == .undecided ? state.chineseName : motion[Motion.outcome].chineseName
      sheet.paragraph("结果：\(result)", indent: 4)
      if let first = motion[Motion.noticeFrom], let last = motion[Motion.noticeUntil] {
        sheet.paragraph("公示：\(first.exchangeText) 至 \(last.exchangeText)", indent: 4)
      }
      if let wording = motion[Motion.amended] { sheet.paragraph("公示后修改为：\(wording)", indent: 4) }
    }
    sheet.rule()
    sheet.paragraph("状态  \(meeting[Meeting.status].chineseName)")
    sheet.paragraph("主持人 ____________    记录人 ____________")
    try PublicText.check(sheet.text, phones: office.publicPhones, names: [])
    return sheet.text
  }
}

extension Record {
  /// The numbers of the office itself, which may stand anywhere.
  var publicPhones: Set<String> {
    Set([self[Community.hotline]] + [self[Community.supervision]].compactMap { $0 })
  }
}
