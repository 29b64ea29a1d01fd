import Diagnostics
import Values

extension Meeting {
  /// The rule that a body was called under. A meeting called before rules were noted goes by the body's rule of today.
  static func rule(of body: Record, at meeting: Record) throws -> MeetingRule {
    let noted = meeting[rules]
    guard noted.count == meeting[bodies].count, let place = meeting[bodies].firstIndex(of: body.reference),
      case .choice(let choice) = noted[place], let rule = Profile.cn.rule(choice)
    else { return try Body.meetingRule(of: body) }
    return rule
  }

  /// What a body's rule asks for at a meeting: less, under some rules, when too few came to the one before.
  ///
  /// - Returns: the rule that the body was called under, what it asks for, and whether that is less than otherwise.
  public static func demands(
    on body: Record, at meeting: Record, in reader: any RecordReader
  ) throws -> (rule: MeetingRule, terms: MeetingRule.Terms, isLowered: Bool) {
    let rule = try rule(of: body, at: meeting)
    guard let reconvened = rule.reconvened, let before = meeting[reconvenes] else { return (rule, rule.terms, false) }
    let first = try reader.get(kind, before)
    guard first[status] == .adjourned, try !quorum(of: body, at: first, in: reader).isReached else {
      return (rule, rule.terms, false)
    }
    return (rule, reconvened, true)
  }

  /// The rolls of a meeting's bodies.
  static func rolls(of meeting: Record, in reader: any RecordReader) throws -> [Roll] {
    try meeting[bodies].map { try Roll(of: reader.get(Body.kind, $0), at: meeting, in: reader) }
  }

  /// How many of a body's members there are, are needed, and are there now; of a meeting that is over, as it ended.
  public static func quorum(of body: Record, at meeting: Record, in reader: any RecordReader) throws -> Quorum {
    let roll = try Roll(of: body, at: meeting, in: reader)
    return roll.quorum(of: roll.present(in: try Presence(at: meeting.reference, in: reader)))
  }

  /// How many of a body's members took part at any time, are needed for a vote, and are entitled.
  public static func turnout(of body: Record, at meeting: Record, in reader: any RecordReader) throws -> Quorum {
    let roll = try Roll(of: body, at: meeting, in: reader)
    let all = try reader.all(Attendance.kind, .equal(Attendance.meeting, meeting.reference))
    return roll.quorum(of: roll.present(in: Presence(all)))
  }

  /// A time of day at an open meeting, as a moment that neither lies before its opening nor is still to come; now,
  /// unless there is one.
  static func moment(_ time: TimeOfDay?, at meeting: Record, in writer: RecordWriter) throws -> Moment {
    let now = writer.authorship.now
    guard let time else { return now }
    let opening = meeting[opened] ?? meeting[at]
    let moment = Moment(opening.date, time)
    guard opening.minute <= moment, moment <= now else {
      throw Diagnostic(
        .dates,
        Localized(
          "\(moment.exchangeText) is not between the opening, \(opening.exchangeText), and now",
          "\(moment.exchangeText) 不在开会时间 \(opening.exchangeText) 与现在之间"), subject: "at")
    }
    return moment
  }
}

extension Moment {
  /// The beginning of the minute.
  fileprivate var minute: Moment { Moment(date, time) }
}
