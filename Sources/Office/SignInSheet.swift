import Diagnostics
import Records
import Values

/// A meeting's sign-in sheet (签到表): before the meeting for the pen, afterwards with the times. It stays in the office.
struct SignInSheet {
  private let meeting: Record
  private let session: OfficeSession
  private let attendances: [Reference: [Record]]

  init(of meeting: Record, _ session: OfficeSession) throws {
    self.meeting = meeting
    self.session = session
    attendances = Dictionary(
      grouping: try session.store.all(Attendance.kind, .equal(Attendance.meeting, meeting.reference))
    ) { $0[Attendance.resident] }
  }

  /// The document.
  func document() throws -> Document {
    var page = Document(for: .desk)
    page.add(.title(Localized("Sign-in sheet", "签到表")))
    var head: [Document.Entry] = [
      .init(Localized("Meeting", "会议"), Localized(same: "M\(meeting.id) \(meeting[Meeting.title])")),
      .init(Localized("When", "时间"), Localized(same: (meeting[Meeting.opened] ?? meeting[Meeting.at]).exchangeText)),
    ]
    if let place = meeting[Meeting.place] { head.append(.init(Localized("Where", "地点"), Localized(same: place))) }
    if let chair = meeting[Meeting.chair] { head.append(.init(Localized("Chair", "主持人"), Localized(same: chair))) }
    page.add(.fields(head))
    for reference in meeting[Meeting.bodies] {
      let body = try session.record(reference)
      let turnout = try Meeting.turnout(of: body, at: meeting, in: session.store).members
      page.add(
        .heading(
          Localized(same: body[Body.name]),
          right: Localized(
            "entitled \(turnout.entitled), needed \(turnout.needed), came \(came(turnout))",
            "应到 \(turnout.entitled)  法定 \(turnout.needed)  实到 \(came(turnout))")))
      let roll = try RollEntry.of(reference, at: meeting.reference, in: session.store).map { $0[RollEntry.resident] }
      page.add(.table(try table(of: roll)))
    }
    let observers = attendances.filter { $0.value.contains { $0[Attendance.mode] == .observer } }.keys
    if !observers.isEmpty {
      page.add(.heading(Localized("Observers", "列席")))
      page.add(.table(try table(of: observers.sorted { $0.id < $1.id })))
    }
    page.add(.signatures([Localized("Chair", "主持人"), Localized("Recorder", "记录人")]))
    return page
  }

  /// Whether people may still come.
  private var isAwaited: Bool { [.called, .open].contains(meeting[Meeting.status]) }

  /// What stands for somebody who has not signed in.
  private var missing: Localized {
    [.closed, .adjourned].contains(meeting[Meeting.status]) ? Localized("absent", "缺席") : Localized(same: "")
  }

  /// How many came; before the meeting, a place to write it.
  private func came(_ turnout: Quorum.Count) -> String {
    meeting[Meeting.status] == .called ? "____" : "\(turnout.present)"
  }

  private func table(of people: [Reference]) throws -> Document.Table {
    let columns: [Document.Table.Column] = [
      .init(Localized("no.", "序号"), isNumeric: true), .init(Localized("name", "姓名")), .init(Localized("how", "方式")),
      .init(Localized("in", "签到")), .init(Localized("out", "签退")), .init(Localized("signature", "签名")),
    ]
    let names = try namesApart(people)
    return Document.Table(
      columns,
      try people.enumerated().map { index, person in
        let times = attendances[person] ?? []
        let how = try times.last.map { try words(for: $0) } ?? missing
        // Who has not come has nothing to sign, nor who voted by proxy or in writing or only listened.
        let signs = times.contains { $0[Attendance.mode] == .inPerson } || isAwaited
        let signature = signs ? "____________" : ""
        func joined(_ moments: [Moment?]) -> Localized {
          Localized(same: moments.compactMap { $0.map(time) }.joined(separator: "\n"))
        }
        return [
          Localized(same: "\(index + 1)"), Localized(same: names[index]), how,
          joined(times.map { $0[Attendance.signedIn] }), joined(times.map { $0[Attendance.signedOut] }),
          Localized(same: signature),
        ]
      })
  }

  /// A time of the meeting's day, or of another with its date.
  private func time(_ moment: Moment) -> String {
    let day = (meeting[Meeting.opened] ?? meeting[Meeting.at]).date
    return moment.date == day ? moment.time.exchangeText : moment.exchangeText
  }

  private func words(for attendance: Record) throws -> Localized {
    let mode = attendance[Attendance.mode]
    let holder = attendance[Attendance.holder].map { session.label(of: $0) }
    return Localized(
      holder.map { "proxy: \($0)" } ?? mode.rawValue, holder.map { "委托 \($0)" } ?? mode.chineseName)
  }

  /// The people's names; of two who share one, each with his building.
  private func namesApart(_ people: [Reference]) throws -> [String] {
    let names = people.map { session.label(of: $0) }
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    return try zip(people, names).map { person, name in
      guard counts[name, default: 0] > 1, let building = try session.record(person)[Resident.building] else {
        return name
      }
      return "\(name)（\(session.label(of: building))）"
    }
  }
}
