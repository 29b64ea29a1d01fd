import Diagnostics
import Records
import Values

/// A meeting's minutes (会议纪要), from the records alone: when and where, how many, what was said and decided. What came
/// afterwards (the public notice, corrections) stands apart from what the meeting itself settled.
struct Minutes {
  private let meeting: Record
  private let session: OfficeSession
  private let names: PublicNames

  init(of meeting: Record, _ session: OfficeSession) throws {
    self.meeting = meeting
    self.session = session
    names = try PublicNames(
      at: meeting, others: [meeting[Meeting.chair], meeting[Meeting.recorder], meeting[Meeting.approvedBy]],
      on: session.writer.today, in: session.store)
  }

  /// The document.
  func document() throws -> Document {
    var page = Document(for: .board(meeting.reference, by: .minutes))
    page.add(.title(Localized("Minutes", "会议纪要")))
    page.add(.fields(try head()))
    page.add(.rule)
    page.add(.heading(Localized("Attendance", "到会")))
    page.add(.table(try attendance()))
    if let others = try others() { page.add(.paragraph(others)) }
    for motion in try session.store.all(Motion.kind, .equal(Motion.meeting, meeting.reference)) {
      let words = "\(motion[Motion.number])  \(names.masked(motion[Motion.text]))"
      page.add(.rule)
      page.add(.heading(Localized("Motion \(words)", "议题 \(words)")))
      page.add(.fields(try entries(of: motion)))
    }
    let general = try remarks(.point, on: nil)
    if !general.isEmpty {
      page.add(.rule)
      page.add(.fields([.init(Localized("Said besides", "其他发言要点"), numbered(general))]))
    }
    let corrections = try session.store.all(
      Remark.kind, .equal(Remark.meeting, meeting.reference), .equal(Remark.sort, .correction))
    if !corrections.isEmpty {
      page.add(.rule)
      page.add(.heading(Localized("Corrections", "更正")))
      page.add(.fields(try corrections.map { try entry(of: $0) }))
    }
    page.add(.rule)
    page.add(
      .signatures([Localized("Chair", "主持人"), Localized("Recorder", "记录人"), Localized("Approved by", "核定人")]))
    return page
  }

  private func head() throws -> [Document.Entry] {
    let opened = meeting[Meeting.opened] ?? meeting[Meeting.at]
    let end = meeting[Meeting.ended].flatMap { $0 == opened ? nil : $0 }.map {
      $0.date == opened.date ? $0.time.exchangeText : $0.exchangeText
    }
    let bodies = meeting[Meeting.bodies].map { session.label(of: $0) }
    let status = meeting[Meeting.status]
    var entries: [Document.Entry] = [
      .init(
        Localized("Meeting", "会议"),
        Localized(same: "M\(meeting.id) \(names.masked(meeting[Meeting.title]))")
          + Localized(" (\(meeting[Meeting.sort].rawValue))", "（\(meeting[Meeting.sort].chineseName)）")),
      .init(
        Localized("Held by", "召开组织"), Localized(bodies.joined(separator: ", "), bodies.joined(separator: "、"))),
      .init(
        Localized("When", "时间"),
        Localized(same: opened.exchangeText) + (end.map { Localized(" to \($0)", " 至 \($0)") } ?? Localized(same: ""))),
    ]
    if let place = meeting[Meeting.place] {
      entries.append(.init(Localized("Where", "地点"), Localized(same: names.masked(place))))
    }
    entries.append(
      .init(
        Localized("Notice", "通知"),
        Localized(
          "\(meeting[Meeting.called].exchangeText), with this agenda", "\(meeting[Meeting.called].exchangeText)，议程随通知公布"
        )))
    if let chair = meeting[Meeting.chair] {
      entries.append(.init(Localized("Chair", "主持人"), Localized(same: names.masked(chair))))
    }
    if let recorder = meeting[Meeting.recorder] {
      entries.append(.init(Localized("Recorder", "记录人"), Localized(same: names.masked(recorder))))
    }
    entries.append(.init(Localized("State", "状态"), Localized(status.rawValue, status.chineseName)))
    if let day = meeting[Meeting.approved], let approver = meeting[Meeting.approvedBy] {
      let name = names.masked(approver)
      entries.append(
        .init(Localized("Approved", "核定"), Localized("\(day.exchangeText), \(name)", "\(day.exchangeText)，\(name)")))
    }
    return entries
  }

  private func attendance() throws -> Document.Table {
    let columns: [Document.Table.Column] = [
      .init(Localized("body", "组织")), .init(Localized("entitled", "应到"), isNumeric: true),
      .init(Localized("came", "实到"), isNumeric: true), .init(Localized("share", "比例"), isNumeric: true),
      .init(Localized("needed", "法定"), isNumeric: true),
    ]
    func row(_ name: Localized, _ count: Quorum.Count) -> [Localized] {
      let figures = [
        "\(count.entitled)", "\(count.present)", "\(count.present)/\(count.entitled)", "\(count.needed)",
      ]
      return [name] + figures.map { Localized(same: $0) }
    }
    let rows = try meeting[Meeting.bodies].flatMap { reference -> [[Localized]] in
      let body = try session.record(reference)
      let turnout = try Meeting.turnout(of: body, at: meeting, in: session.store)
      let owners = turnout.representatives.map { row(Localized("  owners' representatives", "  其中业主代表"), $0) }
      return [row(Localized(same: body[Body.name]), turnout.members)] + [owners].compactMap { $0 }
    }
    return Document.Table(columns, rows)
  }

  /// How many of those who came did so by proxy or in writing, and how many besides only listened.
  private func others() throws -> Localized? {
    let all = try session.store.all(Attendance.kind, .equal(Attendance.meeting, meeting.reference))
    func count(_ mode: AttendanceMode) -> Int {
      Set(all.filter { $0[Attendance.mode] == mode }.map { $0[Attendance.resident] }).count
    }
    var parts: [Localized] = []
    for (mode, words) in [(AttendanceMode.proxy, "by proxy"), (.written, "in writing")] where count(mode) > 0 {
      parts.append(Localized("of them \(words): \(count(mode))", "其中\(mode.chineseName) \(count(mode)) 人"))
    }
    let observers = count(.observer)
    if observers > 0 { parts.append(Localized("observers besides: \(observers)", "另有列席 \(observers) 人")) }
    guard !parts.isEmpty else { return nil }
    return Localized(parts.map(\.english).joined(separator: "; "), parts.map(\.chinese).joined(separator: "；"))
  }

  private func entries(of motion: Record) throws -> [Document.Entry] {
    var entries: [Document.Entry] = []
    if let origin = motion[Motion.origin] {
      entries.append(.init(Localized("Put forward by", "动议事由"), Localized(origin.rawValue, origin.chineseName)))
    }
    if let mover = motion[Motion.mover], let name = try names.name(of: mover) {
      entries.append(.init(Localized("Mover", "提议人"), Localized(same: name)))
    }
    let points = try remarks(.point, on: motion)
    if !points.isEmpty { entries.append(.init(Localized("Said", "发言要点"), numbered(points))) }
    entries += try VoteText.entries(of: motion, as: Localized("Vote", "表决"), in: session.store)
    let state = try Motion.state(of: motion, on: session.writer.today, in: session.store)
    let outcome = motion[Motion.outcome]
    entries.append(
      .init(
        Localized("Result", "结论"),
        state == .undecided
          ? Localized(state.rawValue, state.chineseName) : Localized(outcome.rawValue, outcome.chineseName)))
    return outcome == .carried ? entries + (try afterwards(motion, state)) : entries
  }

  /// What a carried motion is followed by; what is not known yet is left open for the pen.
  private func afterwards(_ motion: Record, _ state: MotionState) throws -> [Document.Entry] {
    var entries: [Document.Entry] = []
    if let wording = motion[Motion.amended] {
      entries.append(.init(Localized("Amended to", "公示后修改为"), Localized(same: names.masked(wording))))
    }
    let blank = "__________"
    let (first, last) = (
      motion[Motion.noticeFrom]?.exchangeText ?? blank, motion[Motion.noticeUntil]?.exchangeText ?? blank
    )
    entries.append(.init(Localized("On notice", "公示起止"), Localized("\(first) to \(last)", "\(first) 至 \(last)")))
    if state == .revoked {
      entries.append(.init(Localized("Afterwards", "公示结果"), Localized(state.rawValue, state.chineseName)))
    }
    let executor = motion[Motion.executor].map { names.masked($0) } ?? blank
    let deadline = motion[Motion.due]?.deadline ?? Localized("until \(blank)", "\(blank) 前")
    entries.append(
      .init(Localized("Carried out by", "执行人/期限"), Localized("\(executor), ", "\(executor)，") + deadline))
    if let done = motion[Motion.done], let result = motion[Motion.result] {
      let words = names.masked(result)
      entries.append(
        .init(
          Localized("Done", "执行结果"),
          Localized("\(done.displayText(in: .english)): \(words)", "\(done.displayText(in: .chinese))：\(words)")))
    }
    return entries
  }

  private func remarks(_ sort: RemarkKind, on motion: Record?) throws -> [String] {
    try session.store.all(Remark.kind, .equal(Remark.meeting, meeting.reference), .equal(Remark.sort, sort)).filter {
      $0[Remark.motion] == motion?.reference
    }.map { names.masked($0[Remark.text]) }
  }

  private func numbered(_ points: [String]) -> Localized {
    guard points.count > 1 else { return Localized(same: points.first ?? "") }
    return Localized(same: points.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n"))
  }

  private func entry(of correction: Record) throws -> Document.Entry {
    let number = correction[Remark.motion].map { session.label(of: $0) + " " } ?? ""
    return .init(
      Localized(same: correction[Remark.date].exchangeText),
      Localized(same: number + (names.masked(correction[Remark.text]))))
  }
}
