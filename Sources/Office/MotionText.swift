import Diagnostics
import Records
import Values

/// A motion as the desk sees it: its text, its votes, objections to it, how far it has come today.
struct MotionText {
  private let motion: Record
  private let session: OfficeSession

  init(of motion: Record, _ session: OfficeSession) {
    self.motion = motion
    self.session = session
  }

  /// The motion as a document.
  func document() throws -> Document {
    var page = Document(for: .desk)
    page.add(.heading(Localized(same: "\(motion[Motion.number])  \(motion[Motion.text])")))
    let state = try Motion.state(of: motion, on: session.writer.today, in: session.store)
    page.add(
      .fields(
        try votes() + notice() + execution()
          + [.init(Localized("state", "进展"), Localized(state.rawValue, state.chineseName))]))
    return page
  }

  private func votes() throws -> [Document.Entry] {
    var entries: [Document.Entry] = []
    if let mover = motion[Motion.mover] {
      entries.append(.init(Localized("mover", "提议人"), Localized(same: session.label(of: mover))))
    }
    if let origin = motion[Motion.origin] {
      entries.append(.init(Localized("origin", "动议来源"), Localized(origin.rawValue, origin.chineseName)))
    }
    let opinions = motion[Motion.opinions].map { session.handle(of: $0) }
    if !opinions.isEmpty {
      entries.append(
        .init(
          Localized("opinions", "相关意见"),
          Localized(opinions.joined(separator: ", "), opinions.joined(separator: "、"))))
    }
    return entries + (try VoteText.entries(of: motion, as: Localized("vote", "表决"), in: session.store))
  }

  private func notice() throws -> [Document.Entry] {
    var entries: [Document.Entry] = []
    if let wording = motion[Motion.amended] {
      entries.append(.init(Localized("amended to", "修改为"), Localized(same: wording)))
    }
    if let first = motion[Motion.noticeFrom]?.exchangeText, let last = motion[Motion.noticeUntil]?.exchangeText {
      entries.append(.init(Localized("notice", "公示"), Localized("\(first) to \(last)", "\(first) 至 \(last)")))
    }
    for objection in try session.store.all(Objection.kind, .equal(Objection.motion, motion.reference)) {
      let due = Objection.dueDay(of: objection).exchangeText
      let reply =
        objection[Objection.reply].map { Localized(same: $0) } ?? Localized("answer by \(due)", "请于 \(due) 前答复")
      let isLate = Objection.isInTime(objection, on: session.writer.today) == false
      let late = isLate ? Localized(" (late)", "（逾期）") : Localized(same: "")
      entries.append(
        .init(
          Localized("objection", "异议"),
          Localized(same: objection[Objection.text]) + Localized(" — ", " —— ") + reply + late))
    }
    if let day = motion[Motion.revoked]?.exchangeText {
      let reason = motion[Motion.revokeReason] ?? ""
      entries.append(.init(Localized("given up", "撤销"), Localized("\(day): \(reason)", "\(day)：\(reason)")))
    }
    return entries
  }

  private func execution() throws -> [Document.Entry] {
    var entries: [Document.Entry] = []
    if let executor = motion[Motion.executor] {
      entries.append(.init(Localized("executor", "执行人"), Localized(same: executor)))
    }
    if let due = motion[Motion.due] {
      entries.append(
        .init(Localized("due", "执行期限"), Localized(due.displayText(in: .english), due.displayText(in: .chinese))))
    }
    if let done = motion[Motion.done], let result = motion[Motion.result] {
      entries.append(
        .init(
          Localized("done", "执行结果"),
          Localized("\(done.displayText(in: .english)): \(result)", "\(done.displayText(in: .chinese))：\(result)")))
    }
    return entries
  }
}
