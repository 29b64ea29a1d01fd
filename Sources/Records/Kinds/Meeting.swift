import Diagnostics
import Values

/// How far a meeting has come.
public enum MeetingStatus: String, ChoiceValue {
  case called, open, closed, adjourned, cancelled

  public var chineseName: String {
    switch self {
    case .called: "已通知"
    case .open: "进行中"
    case .closed: "已结束"
    case .adjourned: "已休会"
    case .cancelled: "已取消"
    }
  }
}

/// A meeting of one body, or of several together (会议).
public enum Meeting {
  /// What it is about.
  public static let title = Field<String>("title", "名称", "What it is about.", "会议名称。", type: .text(maximum: 100))
  /// The bodies that meet.
  public static let bodies = Field<[Reference]>(
    "body", "议事组织", "The body, or several for a joint meeting.", "召开会议的组织，联席会议可写多个。", type: .list(.reference(["body"])))
  /// When.
  public static let at = Field<Moment>("at", "时间", "When.", "会议时间。")
  /// Where.
  public static let place = Field<String?>("place", "地点", "Where.", "会议地点。", type: .text(maximum: 60))
  /// When the notice went out.
  public static let called = Field<CalendarDate>("called", "通知日期", "When the notice went out.", "通知日期。")
  /// How far it has come.
  public static let status = Field<MeetingStatus>("status", "状态", "How far it has come.", "会议状态。", default: .called)
  /// When it was opened.
  public static let opened = Field<Moment?>("opened", "开始", "When it was opened.", "开始时间。")
  /// When it was closed or adjourned.
  public static let ended = Field<Moment?>("ended", "结束", "When it ended.", "结束时间。")

  private static let present = Field<Int>("present", "在场", "How many are there now, while it is open.", "会议进行时的在场人数。")
  private static let attended = Field<Int>("attended", "实到", "How many came, for however long.", "到过会的人数。")
  private static let entitled = Field<Int>("entitled", "应到", "How many are on the roll.", "应到人数。")

  /// The kind.
  public static let kind = RecordKind(
    "meeting", "会议", "A meeting of one body, or of several together.", "一个或多个组织的会议。", handle: .numbered("M"),
    label: "title",
    distinguishedBy: ["at"],
    fields: [
      title.declaration, bodies.declaration, at.declaration, place.declaration, called.declaration, status.declaration,
      opened.declaration, ended.declaration,
    ],
    computed: [
      .init(present) { record, reader in
        record[status] == .open ? try Attendance.present(at: record.reference, in: reader).count : 0
      },
      .init(attended) { record, reader in
        Set(
          try reader.all(Attendance.kind, .equal(Attendance.meeting, record.reference)).map { $0[Attendance.resident] }
        ).count
      },
      .init(entitled) { record, reader in
        Set(try reader.all(RollEntry.kind, .equal(RollEntry.meeting, record.reference)).map { $0[RollEntry.resident] })
          .count
      },
    ], listed: ["title", "body", "at", "place", "status", "attended", "entitled"], verbs: [.list, .count],
    sample: .init(handle: "M1", filter: "status=closed"),
    check: { record, _, _ in try PublicText.refuseIdentityNumber(in: record[title]) })

  /// Opens a meeting on the day that its notice named. Later is allowed, for what is written down afterwards; earlier
  /// is refused, for who was called would come too late.
  public static func open(_ meeting: Record, in writer: RecordWriter) throws -> Record {
    try require(meeting, [.called])
    let day = meeting[at].date
    guard day <= writer.today else {
      throw Diagnostic(
        .dates,
        Localized(
          "M\(meeting.id) is called for \(day.exchangeText), and today is \(writer.today.exchangeText)",
          "M\(meeting.id) 定于 \(day.exchangeText)，今天是 \(writer.today.exchangeText)"),
        hint: Localized("a meeting opens on the day of its notice", "会议在通知的日期召开"), subject: "meeting")
    }
    return try advance(meeting, to: .open, from: [.called], in: writer) { $0[opened] = writer.authorship.now }
  }

  /// Takes a meeting a step further, if its state allows it.
  public static func advance(
    _ meeting: Record, to next: MeetingStatus, from allowed: [MeetingStatus], in writer: RecordWriter,
    _ edit: (inout Record) -> Void = { _ in }
  ) throws -> Record {
    try require(meeting, allowed)
    return try writer.change(meeting) {
      $0[status] = next
      edit(&$0)
    }
  }

  /// Refuses what a meeting's state does not allow.
  static func require(_ meeting: Record, _ allowed: [MeetingStatus]) throws {
    let present = meeting[status]
    guard !allowed.contains(present) else { return }
    throw Diagnostic(
      .state, Localized("meeting M\(meeting.id) is \(present.rawValue)", "会议 M\(meeting.id) \(present.chineseName)"),
      hint: Localized(
        "this needs it to be \(allowed.map(\.rawValue).joined(separator: " or "))",
        "此操作要求会议\(allowed.map(\.chineseName).joined(separator: "或"))"), subject: "meeting")
  }

  /// How many of a body's members there are, are needed, and are there now.
  public static func quorum(
    of body: Record, at meeting: Record, in reader: any RecordReader
  ) throws -> (present: Int, needed: Int, entitled: Int) {
    let roll = try reader.all(
      RollEntry.kind, .equal(RollEntry.meeting, meeting.reference), .equal(RollEntry.body, body.reference))
    let present = Set(try Attendance.present(at: meeting.reference, in: reader))
    let count = roll.filter { present.contains($0[RollEntry.resident]) }.count
    return (count, try Body.meetingRule(of: body).attendance.needed(of: roll.count), roll.count)
  }

  /// How many of a body's members came at any time, are needed for a vote, and are entitled.
  public static func turnout(
    of body: Record, at meeting: Record, in reader: any RecordReader
  ) throws -> (attended: Int, needed: Int, entitled: Int) {
    let roll = try reader.all(
      RollEntry.kind, .equal(RollEntry.meeting, meeting.reference), .equal(RollEntry.body, body.reference))
    let came = Set(
      try reader.all(Attendance.kind, .equal(Attendance.meeting, meeting.reference)).map { $0[Attendance.resident] })
    let count = roll.filter { came.contains($0[RollEntry.resident]) }.count
    return (count, try Body.meetingRule(of: body).attendance.needed(of: roll.count), roll.count)
  }
}
