import Diagnostics
import Records
import Values

/// The public notice of a decision (公示), for the board: what was decided and how, until when and where objections are
/// heard, when it binds.
struct MotionPoster {
  private let motion: Record
  private let meeting: Record
  private let session: OfficeSession
  private let names: PublicNames

  init(of motion: Record, _ session: OfficeSession) throws {
    self.motion = motion
    self.session = session
    meeting = try session.record(motion[Motion.meeting])
    names = try PublicNames(
      at: meeting, others: [motion[Motion.executor]], on: session.writer.today, in: session.store)
  }

  /// The document; refused if the motion is not on notice.
  func document() throws -> Document {
    let office = try Community.require(in: session.store)
    let number = motion[Motion.number]
    guard let first = motion[Motion.noticeFrom], let last = motion[Motion.noticeUntil] else {
      throw Diagnostic(
        .state, Localized("\(number) is not on notice", "\(number) 尚未公示"),
        hint: Localized("hang it out first: motion notice \(number)", "请先公示：议题 公示 \(number)"), subject: "motion")
    }
    let bodies = meeting[Meeting.bodies].map { session.label(of: $0) }
    let day = (meeting[Meeting.opened] ?? meeting[Meeting.at]).date.exchangeText
    var page = Document(for: .board(motion.reference, by: .minutes))
    page.add(.title(Localized("Public notice of a decision", "决议公示")))
    page.add(
      .paragraph(
        Localized(
          "\(bodies.joined(separator: " and ")) met on \(day) and carried the following motion.",
          "\(bodies.joined(separator: "、"))于 \(day) 召开会议，表决通过下列议题，现予公示。")))
    page.add(.fields(try decision(office, first, last)))
    page.add(.rule)
    page.add(
      .fields([
        .init(Localized("Given by", "公示单位"), Localized(same: office[Community.name]) + Localized(" (seal)", "（盖章）")),
        .init(Localized("On", "公示日期"), Localized(same: first.exchangeText)),
      ]))
    return page
  }

  private func decision(_ office: Record, _ first: CalendarDate, _ last: CalendarDate) throws -> [Document.Entry] {
    var entries: [Document.Entry] = [
      .init(
        Localized("Motion", "议题"), Localized(same: "\(motion[Motion.number]) \(names.masked(motion[Motion.text]))"))
    ]
    if let wording = motion[Motion.amended] {
      entries.append(.init(Localized("Amended to", "修改为"), Localized(same: names.masked(wording))))
    }
    entries += try VoteText.entries(of: motion, as: Localized("Vote", "表决"), in: session.store)
    entries.append(
      .init(
        Localized("On notice", "公示起止"),
        Localized("\(first.exchangeText) to \(last.exchangeText)", "\(first.exchangeText) 至 \(last.exchangeText)")))
    if let place = motion[Motion.noticePlace] {
      entries.append(.init(Localized("Where", "公示地点"), Localized(same: names.masked(place))))
    }
    let line = office[Community.supervision] ?? office[Community.hotline]
    entries.append(
      .init(
        Localized("Objections", "异议"),
        Localized(
          "until \(last.exchangeText), \(line); answered within \(Profile.cn.replyDays) days; names are not published",
          "公示期内可致电 \(line) 提出，\(Profile.cn.replyDays) 日内答复，不公开姓名")))
    if let received = try received() { entries.append(.init(Localized("Received", "收到异议"), received)) }
    entries.append(.init(Localized("In force", "生效"), try force(after: last)))
    if motion[Motion.executor] != nil || motion[Motion.due] != nil {
      let executor = motion[Motion.executor].map { names.masked($0) }
      let deadline = motion[Motion.due]?.deadline
      entries.append(
        .init(
          Localized("Carried out by", "执行人/期限"),
          Localized(
            [executor, deadline?.english].compactMap { $0 }.joined(separator: ", "),
            [executor, deadline?.chinese].compactMap { $0 }.joined(separator: "，"))))
    }
    return entries
  }

  private func received() throws -> Localized? {
    let objections = try session.store.all(Objection.kind, .equal(Objection.motion, motion.reference))
    guard !objections.isEmpty else { return nil }
    let answered = objections.count { $0[Objection.reply] != nil }
    return Localized("\(objections.count), answered \(answered)", "\(objections.count) 条，已答复 \(answered) 条")
  }

  private func force(after last: CalendarDate) throws -> Localized {
    if try Motion.state(of: motion, on: session.writer.today, in: session.store) == .revoked {
      return Localized("revoked", "已撤销，不生效")
    }
    let day = last.adding(days: 1).exchangeText
    var text = Localized("from \(day) on, if no objection is open then", "公示期满且无未答复的异议，自 \(day) 起生效")
    for reference in meeting[Meeting.bodies] {
      let body = try session.record(reference)
      guard let share = try Meeting.demands(on: body, at: meeting, in: session.store).terms.undoing else { continue }
      let name = body[Body.name]
      text =
        text
        + Localized(
          "; not if \(share.text.english) of \(name) object", "；\(name)成员\(share.text.chinese)反对的，不生效")
    }
    return text
  }
}
