import Diagnostics
import Values

/// What a meeting decides on (议题): an item of the agenda that its notice fixed.
public enum Motion {
  /// The name by which everything names it: `M1.1`.
  public static let number = Field<String>(
    "number", "编号", "Its number: M1.1.", "编号，如 M1.1。", type: .text(maximum: 20), isUnique: true)
  /// The meeting.
  public static let meeting = Field<Reference>("meeting", "会议", "The meeting.", "会议。", type: .reference(["meeting"]))
  /// What is to be decided, as it is voted on; never changed by what comes later.
  public static let text = Field<String>("text", "内容", "What is to be decided.", "议题内容。", type: .text(maximum: 300))
  /// Who puts it forward.
  public static let mover = Field<Reference?>(
    "mover", "提议人", "Who puts it forward.", "提出议题的人。", type: .reference(["resident"]))
  /// What stands instead of the text since an objection was answered.
  public static let amended = Field<String?>(
    "amended", "修改后", "What stands instead since an objection was answered.", "答复异议后修改的内容。",
    type: .text(maximum: 300))
  /// The opinions that it answers.
  public static let opinions = Field<[Reference]>(
    "opinions", "相关意见", "The opinions that it answers.", "所回应的意见。", type: .list(.reference(["opinion"])), default: [])
  /// What became of it.
  public static let outcome = Field<MotionOutcome>("outcome", "结果", "What became of it.", "表决结果。", default: .onAgenda)
  /// The first day of its public notice.
  public static let noticeFrom = Field<CalendarDate?>(
    "notice-from", "公示起", "The first day of its public notice.", "公示首日。")
  /// The last day of its public notice.
  public static let noticeUntil = Field<CalendarDate?>(
    "notice-until", "公示止", "The last day of its public notice.", "公示末日。")
  /// Where the notice hangs.
  public static let noticePlace = Field<String?>(
    "notice-place", "公示地点", "Where the notice hangs.", "公示地点。", type: .text(maximum: 60))
  /// Where it comes from.
  public static let origin = Field<MotionOrigin?>(
    "origin", "动议来源", "Where it comes from: residents, officials or superior.", "动议事由：党员群众、干部或上级。", since: 2)
  /// Who carries it out.
  public static let executor = Field<String?>(
    "executor", "执行人", "Who carries it out: a body, an office or a post.", "执行人：组织、单位或职务。", type: .text(maximum: 60),
    since: 2)
  /// By when.
  public static let due = Field<CalendarDate?>("due", "执行期限", "By when it is carried out.", "执行期限。", since: 2)
  /// When it was carried out.
  public static let done = Field<CalendarDate?>("done", "执行日期", "When it was carried out.", "执行完成日期。", since: 2)
  /// What came of it.
  public static let result = Field<String?>(
    "result", "执行结果", "What came of it.", "执行结果。", type: .text(maximum: 300), since: 2)
  /// When it was given up while its notice hung.
  public static let revoked = Field<CalendarDate?>("revoked", "撤销日期", "When it was given up.", "撤销日期。", since: 2)
  /// Why.
  public static let revokeReason = Field<String?>(
    "revoke-reason", "撤销理由", "Why it was given up.", "撤销理由。", type: .text(maximum: 200), since: 2)

  private static let state = Field<MotionState>("state", "进展", "How far it has come today.", "当前进展。")
  private static let noticeDue = Field<CalendarDate?>(
    "notice-due", "公示期限", "By when it is put on notice; empty once it is.", "应在何日前公示；公示后为空。")
  private static let overdue = Field<Bool>(
    "overdue", "超期", "Whether it should have been put on notice or carried out by now.", "是否超过公示期限或执行期限。",
    isWarning: true)

  /// The kind.
  public static let kind = RecordKind(
    "motion", "议题", "What a meeting decides on.", "会议表决的事项。", handle: .field("number"),
    fields: [
      number.declaration, meeting.declaration, text.declaration, mover.declaration, amended.declaration,
      opinions.declaration, outcome.declaration, noticeFrom.declaration, noticeUntil.declaration,
      noticePlace.declaration, origin.declaration, executor.declaration, due.declaration, done.declaration,
      result.declaration, revoked.declaration, revokeReason.declaration,
    ],
    computed: [
      .init(state, today: { try Motion.state(of: $0, on: $2, in: $1) }),
      .init(noticeDue, today: { try Motion.noticeDueDay(of: $0, on: $2, in: $1) }),
      .init(overdue, today: { try Motion.isOverdue($0, on: $2, in: $1) }),
    ],
    listed: ["meeting", "text", "outcome", "state", "notice-until"], verbs: [.list, .count],
    partOf: ["meeting"], tie: .init(isOwn: false), sample: .init(handle: "M1.1", filter: "outcome=carried"),
    check: { try check($0, $1, $2) })

  private static func check(_ motion: Record, _ previous: Record?, _ reader: any RecordReader) throws {
    guard let previous else { return }
    // What the minutes say stands with them; what was left open may be filled in.
    let isSame =
      motion[text] == previous[text] && motion[outcome] == previous[outcome] && motion[origin] == previous[origin]
      && (previous[executor] == nil || motion[executor] == previous[executor])
      && (previous[due] == nil || motion[due] == previous[due])
    if !isSame { try Meeting.refuseChange(of: reader.get(Meeting.kind, motion[meeting])) }
  }

  /// What a motion says now: its text, or what it was amended to.
  public static func wording(of motion: Record) -> String { motion[amended] ?? motion[text] }

  /// The day of its vote, which is the day of the meeting.
  static func voteDay(of motion: Record, in reader: any RecordReader) throws -> CalendarDate {
    let meeting = try reader.get(Meeting.kind, motion[meeting])
    return (meeting[Meeting.opened] ?? meeting[Meeting.at]).date
  }

  /// How far a motion has come on a day.
  public static func state(of motion: Record, on date: CalendarDate, in reader: any RecordReader) throws -> MotionState
  {
    switch motion[outcome] {
    case .onAgenda:
      let meeting = try reader.get(Meeting.kind, motion[meeting])
      return [.called, .open].contains(meeting[Meeting.status]) ? .onAgenda : .undecided
    case .lost: return .lost
    case .carried: break
    }
    if let day = motion[revoked], day <= date { return .revoked }
    guard let from = motion[noticeFrom], let until = motion[noticeUntil], from <= date else { return .carried }
    let objections = try reader.all(Objection.kind, .equal(Objection.motion, motion.reference)).filter {
      $0[Objection.date] <= date
    }
    if try isUndone(motion, by: objections, in: reader) { return .revoked }
    if objections.contains(where: { Objection.isOpen($0, on: date) }) { return .challenged }
    return date <= until ? .inNotice : .inForce
  }

  /// Whether a motion binds on a day: carried, its notice over, no objection open.
  public static func isInForce(_ motion: Record, on date: CalendarDate, in reader: any RecordReader) throws -> Bool {
    try state(of: motion, on: date, in: reader) == .inForce
  }

  /// Until when a carried motion is put on notice; nothing if it has been, or never will be.
  public static func noticeDueDay(of motion: Record, on date: CalendarDate, in reader: any RecordReader) throws
    -> CalendarDate?
  {
    guard motion[noticeFrom] == nil, try state(of: motion, on: date, in: reader) == .carried else { return nil }
    return try voteDay(of: motion, in: reader).adding(days: Profile.cn.postingDays)
  }

  private static func isOverdue(_ motion: Record, on date: CalendarDate, in reader: any RecordReader) throws -> Bool {
    if let day = try noticeDueDay(of: motion, on: date, in: reader) { return day < date }
    guard let due = motion[due], motion[done] == nil, due.last < date else { return false }
    return try isInForce(motion, on: date, in: reader)
  }

  /// Whether so many of a body's members object that its rule undoes the decision.
  private static func isUndone(_ motion: Record, by objections: [Record], in reader: any RecordReader) throws -> Bool {
    let objectors = Set(objections.compactMap { $0[Objection.by] })
    guard !objectors.isEmpty else { return false }
    let meeting = try reader.get(Meeting.kind, motion[meeting])
    return try Meeting.rolls(of: meeting, in: reader).contains { roll in
      guard let share = roll.terms.undoing else { return false }
      return roll.members.intersection(objectors).count >= share.needed(of: roll.members.count)
    }
  }
}
