import Diagnostics
import Values

/// What became of a motion.
public enum MotionOutcome: String, ChoiceValue {
  case onAgenda = "on-agenda"
  case carried, lost

  public var chineseName: String {
    switch self {
    case .onAgenda: "待表决"
    case .carried: "通过"
    case .lost: "未通过"
    }
  }
}

/// How far a motion has come on a day.
public enum MotionState: String, ChoiceValue {
  case onAgenda = "on-agenda"
  /// Its meeting ended without deciding on it.
  case undecided
  case carried, lost
  case inNotice = "in-notice"
  case challenged
  case inForce = "in-force"

  public var chineseName: String {
    switch self {
    case .onAgenda: "待表决"
    case .undecided: "未表决"
    case .carried: "通过"
    case .lost: "未通过"
    case .inNotice: "公示中"
    case .challenged: "有异议"
    case .inForce: "生效"
    }
  }
}

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

  private static let state = Field<MotionState>("state", "进展", "How far it has come today.", "当前进展。")

  /// The kind.
  public static let kind = RecordKind(
    "motion", "议题", "What a meeting decides on.", "会议表决的事项。", handle: .field("number"),
    fields: [
      number.declaration, meeting.declaration, text.declaration, mover.declaration, amended.declaration,
      opinions.declaration, outcome.declaration, noticeFrom.declaration, noticeUntil.declaration,
      noticePlace.declaration,
    ], computed: [.init(state, today: { try Motion.state(of: $0, on: $2, in: $1) })],
    listed: ["meeting", "text", "outcome", "state", "notice-until"], verbs: [.list, .count],
    sample: .init(handle: "M1.1", filter: "outcome=carried"),
    check: { record, _, _ in
      for wording in [record[text], record[amended] ?? ""] { try PublicText.refuseIdentityNumber(in: wording) }
    })

  /// Puts an item on a meeting's agenda.
  @discardableResult
  static func put(_ item: String, on meeting: Record, mover: Reference? = nil, in writer: RecordWriter) throws -> Record
  {
    let count = try writer.store.count(Query(kind, [.equal(self.meeting, meeting.reference)]))
    var motion = Record(kind)
    motion[number] = "M\(meeting.id).\(count + 1)"
    motion[self.meeting] = meeting.reference
    motion[text] = item
    motion[self.mover] = mover
    return try writer.add(motion)
  }

  /// Puts a further item on the agenda, as long as the notice still goes out early enough.
  public static func add(_ item: String, to meeting: Record, mover: Reference? = nil, in writer: RecordWriter) throws
    -> Record
  {
    do {
      try Meeting.require(meeting, [.called])
      for body in meeting[Meeting.bodies] {
        try Meeting.checkNotice(of: meeting[Meeting.at].date, for: try writer.store.get(Body.kind, body), in: writer)
      }
    } catch let fault as Diagnostic where fault.code == .state || fault.code == .notice {
      let items = try writer.store.all(kind, .equal(self.meeting, meeting.reference)).map {
        "\($0[number]) \($0[text])"
      }
      throw Diagnostic(
        .agenda, Localized("“\(item)” is not on the agenda that the notice fixed", "“\(item)”不在通知确定的议程上"),
        hint: Localized(
          "on it: \(items.joined(separator: "; ")); call another meeting for the rest",
          "议程为：\(items.joined(separator: "；"))；其他事项请另行召集会议"), subject: "text")
    }
    return try put(item, on: meeting, mover: mover, in: writer)
  }

  /// What a motion says now: its text, or what it was amended to.
  public static func wording(of motion: Record) -> String { motion[amended] ?? motion[text] }

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
    guard let from = motion[noticeFrom], let until = motion[noticeUntil], from <= date else { return .carried }
    let objections = try reader.all(Objection.kind, .equal(Objection.motion, motion.reference))
    if objections.contains(where: { Objection.isOpen($0, on: date) }) { return .challenged }
    return date <= until ? .inNotice : .inForce
  }

  /// Whether a motion binds on a day: carried, its notice over, no objection open.
  public static func isInForce(_ motion: Record, on date: CalendarDate, in reader: any RecordReader) throws -> Bool {
    try state(of: motion, on: date, in: reader) == .inForce
  }
}
