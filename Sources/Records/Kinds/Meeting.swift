import Diagnostics
import Values

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
  /// What sort of meeting it is.
  public static let sort = Field<MeetingKind>(
    "kind", "类别", "What sort of meeting it is.", "会议类别。", default: .regular, since: 2)
  /// The rule that each body was called under, in the bodies' order.
  public static let rules = Field<[Value]>(
    "rule", "规则", "The rule that each body was called under.", "通知时各组织的议事规则。",
    type: .list(.choice(Profile.cn.meetingRules.map(\.choice))), default: [], since: 2)
  /// The meeting whose undecided agenda it takes up.
  public static let reconvenes = Field<Reference?>(
    "reconvenes", "续开", "The meeting whose undecided agenda it takes up.", "接续其未决议程的会议。", type: .reference(["meeting"]),
    since: 2)
  /// Who chairs it.
  public static let chair = Field<String?>(
    "chair", "主持人", "Who chairs it.", "会议主持人。", type: .text(maximum: 50), since: 2)
  /// Who writes it down.
  public static let recorder = Field<String?>(
    "recorder", "记录人", "Who writes it down.", "会议记录人。", type: .text(maximum: 50), since: 2)
  /// When its minutes were approved.
  public static let approved = Field<CalendarDate?>(
    "approved", "核定日期", "When its minutes were approved; from then on they are not changed.", "纪要核定日期，此后不得改动。",
    since: 2)
  /// Who approved them.
  public static let approvedBy = Field<String?>(
    "approved-by", "核定人", "Who approved its minutes.", "纪要核定人。", type: .text(maximum: 50), since: 2)

  private static let present = Field<Int>(
    "present", "在场", "How many members take part now, while it is open.", "会议进行时在场的成员数。")
  private static let attended = Field<Int>(
    "attended", "实到", "How many members took part, for however long.", "到过会的成员数。")
  private static let entitled = Field<Int>("entitled", "应到", "How many are on the roll.", "应到人数。")

  /// The kind.
  public static let kind = RecordKind(
    "meeting", "会议", "A meeting of one body, or of several together.", "一个或多个组织的会议。", handle: .numbered("M"),
    label: "title",
    distinguishedBy: ["at"],
    fields: [
      title.declaration, bodies.declaration, at.declaration, place.declaration, called.declaration, status.declaration,
      opened.declaration, ended.declaration, sort.declaration, rules.declaration, reconvenes.declaration,
      chair.declaration, recorder.declaration, approved.declaration, approvedBy.declaration,
    ],
    computed: [
      .init(present) { record, reader in
        guard record[status] == .open else { return 0 }
        let presence = try Presence(at: record.reference, in: reader)
        return try members(of: record, in: reader) { $0.present(in: presence) }.count
      },
      .init(attended) { record, reader in
        let all = try reader.all(Attendance.kind, .equal(Attendance.meeting, record.reference))
        guard !all.isEmpty else { return 0 }
        return try members(of: record, in: reader) { $0.present(in: Presence(all)) }.count
      },
      .init(entitled) { record, reader in
        Set(try reader.all(RollEntry.kind, .equal(RollEntry.meeting, record.reference)).map { $0[RollEntry.resident] })
          .count
      },
    ], listed: ["title", "body", "at", "place", "status", "attended", "entitled"], verbs: [.list, .count],
    sample: .init(handle: "M1", filter: "status=closed"),
    check: { record, previous, _ in
      if let previous { try refuseChange(of: previous) }
    })

  /// The members of all bodies that a choice takes from each roll; who sits in two bodies is one person.
  private static func members(
    of meeting: Record, in reader: any RecordReader, _ choose: (Roll) -> Set<Reference>
  ) throws -> Set<Reference> {
    try rolls(of: meeting, in: reader).reduce(into: []) { $0.formUnion(choose($1)) }
  }

  /// Refuses to change what approved minutes say.
  static func refuseChange(of meeting: Record) throws {
    guard let day = meeting[approved] else { return }
    throw Diagnostic(
      .minutes,
      Localized(
        "the minutes of M\(meeting.id) were approved on \(day.exchangeText)",
        "M\(meeting.id) 的纪要已于 \(day.exchangeText) 核定"),
      hint: Localized("add what is wrong: meeting correct M\(meeting.id) \"…\"", "请附加更正：会议 更正 M\(meeting.id) “…”"),
      subject: "meeting")
  }
}
