import CommandLanguage
import Diagnostics
import Records
import Values

/// The special verbs of `meeting` that call it and take it from its opening to its end.
enum MeetingCommands {
  static let all = [call, show, set, open, close, adjourn, recall, cancel]

  static let meeting = GenericCommands.subject(of: Meeting.kind)
  static let time = Field<TimeOfDay?>(
    "at", "时刻", "The time of day, on the meeting's day; now unless given.", "会议当天的时刻，默认现在。")
  private static let agenda = Field<[String]>(
    "agenda", "议程", "What will be decided; each item becomes a motion.", "议程，每项成为一个议题。",
    type: .list(.text(maximum: 300)))
  private static let later = Field<Moment?>("to", "改期", "When it goes on, as a new meeting.", "改期时间，另开新会。")
  private static let moment = Field<Moment>("to", "改期", "When the new meeting is.", "新会议的时间。")

  static let call = OfficeCommand(
    CommandDeclaration(
      Meeting.kind.name, Name("call", "通知"),
      Localized("Calls a meeting: fixes its agenda, and who is entitled to vote.", "通知会议：确定议程和应到名册。"),
      parameters: [
        .positional(Meeting.title), .named(Meeting.bodies), .named(Meeting.at), .named(Meeting.place), .named(agenda),
        .named(Motion.mover), .named(Motion.origin), .named(Meeting.sort), .named(Meeting.chair),
        .named(Meeting.recorder),
      ], effect: .writes, result: .row(Meeting.kind.shape),
      examples: [
        Example(
          "meeting call 秋季例会 body=伏虎小区党员驿站 at=\"2021-03-15 19:30\" place=党员驿站 agenda=[停车线重划]",
          "One item, one body.", "一项议程，一个组织。"),
        Example(
          "meeting call 消防整改 body=[伏虎小区党员驿站, 伏虎小区业委会] kind=extraordinary at=\"2021-03-15 19:30\" agenda=[清理楼道] origin=superior",
          "A joint meeting; what it decides was put forward from above.", "联席会议，议题由上级提出。"),
      ])
  ) { session, arguments in
    var record = Record(Meeting.kind)
    record[Meeting.title] = arguments[Meeting.title]
    record[Meeting.bodies] = arguments[Meeting.bodies]
    record[Meeting.at] = arguments[Meeting.at]
    record[Meeting.place] = arguments[Meeting.place]
    record[Meeting.sort] = arguments[Meeting.sort]
    record[Meeting.chair] = arguments[Meeting.chair]
    record[Meeting.recorder] = arguments[Meeting.recorder]
    let added = try Meeting.call(
      record, agenda: arguments[agenda], mover: arguments[Motion.mover], origin: arguments[Motion.origin],
      in: session.writer)
    let count = arguments[agenda].count
    return session.acknowledge(
      added,
      Localized(
        "called for \(added[Meeting.at].exchangeText), \(count) on the agenda",
        "定于 \(added[Meeting.at].exchangeText)，议程 \(count) 项") + (try revised(added, session)))
  }

  /// Says so if a newer text stands by now of a rule that a meeting was called under.
  private static func revised(_ meeting: Record, _ session: OfficeSession) throws -> Localized {
    let day = meeting[Meeting.at].date
    for reference in meeting[Meeting.bodies] {
      let rule = try Body.meetingRule(of: session.record(reference))
      guard rule.isRevised(on: day), let since = rule.revised?.exchangeText else { continue }
      return Localized(
        "; the rule \(rule.choice.name.english) has a newer text since \(since): compare it",
        "；议事规则“\(rule.choice.name.chinese)”自 \(since) 起有修订本，请核对")
    }
    return Localized(same: "")
  }

  static let show = OfficeCommand(
    CommandDeclaration(
      Meeting.kind.name, Name("show", "查看"),
      Localized("Shows a meeting: who is needed, who came, what became of its agenda.", "查看会议：法定人数、到会情况和议程结果。"),
      parameters: [.positional(meeting)], effect: .reads, result: .row(Meeting.kind.shape),
      examples: [Example("meeting show M2", "The joint meeting.", "联席会议。")])
  ) { session, arguments in
    let record = try session.record(arguments[meeting])
    return .document(
      { try MeetingText(of: record, session).document() }, value: { .row(try session.row(of: record)) })
  }

  static let set = OfficeCommand(
    CommandDeclaration(
      Meeting.kind.name, Name("set", "修改"),
      Localized(
        "Says who chairs a meeting and who writes it down, until its minutes are approved.", "写明主持人和记录人；纪要核定后不得改动。"),
      parameters: [.positional(meeting), .named(Meeting.chair), .named(Meeting.recorder)], effect: .writes,
      result: .row(Meeting.kind.shape), takesAny: true,
      examples: [Example("meeting set M4 chair=示例甲 recorder=示例乙", "Who does what.", "写明分工。")])
  ) { session, arguments in
    let changed = try session.writer.change(session.record(arguments[meeting])) { edit(&$0, arguments) }
    return session.acknowledge(changed, Localized("changed", "已修改"))
  }

  /// Takes over who chairs and who writes, where that is said.
  private static func edit(_ meeting: inout Record, _ arguments: Arguments) {
    if let name = arguments[Meeting.chair] { meeting[Meeting.chair] = name }
    if let name = arguments[Meeting.recorder] { meeting[Meeting.recorder] = name }
  }

  static let open = OfficeCommand(
    CommandDeclaration(
      Meeting.kind.name, Name("open", "开会"),
      Localized("Opens a meeting, on its day or after it.", "宣布开会，不早于通知的日期。"),
      parameters: [.positional(meeting), .named(time), .named(Meeting.chair), .named(Meeting.recorder)],
      effect: .writes, result: .row(Meeting.kind.shape),
      examples: [
        Example("meeting open 年末例会", "Its day has come.", "会议日期已到。"),
        Example("meeting open 年末例会 at=18:30 chair=示例甲", "Written down afterwards.", "事后补记。"),
      ])
  ) { session, arguments in
    let record = try Meeting.open(session.record(arguments[meeting]), time: arguments[time], in: session.writer) {
      edit(&$0, arguments)
    }
    return session.acknowledge(record, Localized("open", "开会"))
  }

  static let close = OfficeCommand(
    CommandDeclaration(
      Meeting.kind.name, Name("close", "散会"), Localized("Closes a meeting.", "宣布散会。"),
      parameters: [.positional(meeting), .named(time)], effect: .writes, result: .row(Meeting.kind.shape),
      examples: [Example("meeting open 年末例会; meeting close 年末例会", "Closes a meeting.", "宣布散会。")])
  ) { session, arguments in
    let record = try Meeting.end(
      session.record(arguments[meeting]), as: .closed, time: arguments[time], in: session.writer)
    return session.acknowledge(record, Localized("closed", "散会"))
  }

  static let adjourn = OfficeCommand(
    CommandDeclaration(
      Meeting.kind.name, Name("adjourn", "休会"),
      Localized("Adjourns a meeting; what was not decided goes to another.", "休会，未决事项转入另一次会议。"),
      parameters: [.positional(meeting), .named(later), .named(time)], effect: .writes,
      result: .row(Meeting.kind.shape),
      examples: [
        Example(
          "meeting open 年末例会; meeting adjourn 年末例会 to=\"2021-01-08 19:30\"", "Its agenda goes to another meeting.",
          "议程转入另一次会议。")
      ])
  ) { session, arguments in
    let record = try session.record(arguments[meeting])
    guard let moment = arguments[later] else {
      let adjourned = try Meeting.end(record, as: .adjourned, time: arguments[time], in: session.writer)
      return session.acknowledge(adjourned, Localized("adjourned", "休会"))
    }
    let next = try Meeting.adjourn(record, time: arguments[time], to: moment, in: session.writer)
    return session.acknowledge(next, takingUp(record, next))
  }

  static let recall = OfficeCommand(
    CommandDeclaration(
      Meeting.kind.name, Name("recall", "再通知"),
      Localized("Calls a meeting for what another left undecided.", "就未决议程再次通知开会。"),
      parameters: [.positional(meeting), .named(moment)], effect: .writes, result: .row(Meeting.kind.shape),
      examples: [
        Example("meeting recall M1 to=\"2021-01-08 19:30\"", "What M1 left goes to another meeting.", "M1 的未决议程另行开会。")
      ])
  ) { session, arguments in
    let record = try session.record(arguments[meeting])
    let next = try Meeting.recall(record, to: arguments[moment], in: session.writer)
    return session.acknowledge(next, takingUp(record, next))
  }

  private static func takingUp(_ meeting: Record, _ next: Record) -> Localized {
    let date = next[Meeting.at].exchangeText
    return Localized("called for \(date) with what M\(meeting.id) left", "定于 \(date)，接续 M\(meeting.id) 未决事项")
  }

  static let cancel = OfficeCommand(
    CommandDeclaration(
      Meeting.kind.name, Name("cancel", "取消"), Localized("Cancels a meeting that was called.", "取消已通知的会议。"),
      parameters: [.positional(meeting)], effect: .writes, result: .row(Meeting.kind.shape),
      examples: [Example("meeting cancel 年末例会", "Cancels a meeting that was called.", "取消已通知的会议。")])
  ) { session, arguments in
    let record = try Meeting.advance(
      session.record(arguments[meeting]), to: .cancelled, from: [.called], in: session.writer)
    return session.acknowledge(record, Localized("cancelled", "已取消"))
  }
}
