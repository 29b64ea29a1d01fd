import Diagnostics
import Values

/// Who looks after what, from when until when (任职).
public enum Appointment {
  /// The role.
  public static let role = Field<AppointmentRole>("role", "职务", "The role.", "职务。", isIndexed: true)
  /// The resident appointed; a lead always is one.
  public static let resident = Field<Reference?>(
    "resident", "居民", "The resident appointed.", "任职居民。", type: .reference(["resident"]))
  /// The name of somebody who is no resident.
  public static let name = Field<String?>(
    "name", "姓名", "The name of somebody who is no resident.", "非本社区居民的姓名。", type: .text(maximum: 50))
  /// A line of the office, which anyone may know.
  public static let dutyLine = Field<String?>(
    "duty-line", "工作电话", "An office line; it may be published.", "工作电话，可以公开。", type: .phone)
  /// The building looked after.
  public static let building = Field<Reference?>(
    "building", "楼栋", "The building looked after.", "负责的楼栋。", type: .reference(["building"]))
  /// The grid looked after.
  public static let grid = Field<Reference?>(
    "grid", "网格", "The grid looked after.", "负责的网格。", type: .reference(["grid"]))
  /// The first day.
  public static let from = Field<CalendarDate>("from", "起", "The first day.", "任期起。")
  /// The last day; without one the term runs until it is ended.
  public static let until = Field<CalendarDate?>(
    "until", "止", "The last day; without one the term is open.", "任期止；不写则不定期。", optionalSince: 2)
  /// How he was chosen.
  public static let how = Field<AppointmentManner>(
    "how", "方式", "How chosen: elected, nominated or appointed.", "产生方式：选举、推荐或委派。", default: .elected)
  /// Who appointed him.
  public static let by = Field<String?>("by", "委派单位", "Who appointed.", "委派单位。", type: .text(maximum: 60))
  /// Why somebody from outside was appointed.
  public static let reason = Field<String?>("reason", "理由", "Why.", "理由。", type: .text(maximum: 200))
  /// The day on which it ended early: the first day without it.
  public static let ended = Field<CalendarDate?>("ended", "离任", "When it ended early.", "提前离任日期。")
  /// Why it ended early.
  public static let endReason = Field<String?>(
    "end-reason", "离任原因", "Why it ended early.", "离任原因。", type: .text(maximum: 200))
  /// How it ended early.
  public static let end = Field<AppointmentEnd?>("end", "离任方式", "How it ended early.", "离任方式。", since: 2)
  /// What he is to do.
  public static let duties = Field<String?>(
    "duties", "职责", "What he is to do.", "职责。", type: .text(maximum: 200), since: 2)

  private static let state = Field<AppointmentState>("state", "状态", "How it stands today.", "今天的状态。")

  /// The kind.
  public static let kind: RecordKind = RecordKind(
    "appointment", "任职", "Who looks after what, from when until when.", "某人在某段时间的职责。", handle: .numbered("A"),
    fields: [
      role.declaration, resident.declaration, name.declaration, dutyLine.declaration, building.declaration,
      grid.declaration, from.declaration, until.declaration, how.declaration, by.declaration, reason.declaration,
      ended.declaration, endReason.declaration, end.declaration, duties.declaration,
    ], computed: [.init(state, today: { record, _, today in state(of: record, on: today) })],
    listed: ["role", "resident", "name", "building", "grid", "from", "until", "how", "state"],
    verbs: [.show, .list, .count],
    tie: .init(
      isOwn: true,
      obstacle: { record, today, reader in
        guard [.serving, .upcoming].contains(state(of: record, on: today)) else { return nil }
        guard record[role] == .buildingLead, let building = record[building] else {
          return Localized("end his term: A\(record.id)", "结束其任期 A\(record.id)")
        }
        let name = try reader.get(Building.kind, building)[Building.name]
        return Localized("lead relieve \(name)", "楼栋长 免职 \(name)")
      }), sample: .init(handle: "A1", filter: "role=building-lead"),
    check: { try check($0, $1, $2) })

  /// The last day of a term; nothing while it is open. A term that was cancelled before it began ends before its first
  /// day.
  public static func lastDay(of appointment: Record) -> CalendarDate? {
    let until = appointment[until]?.last
    guard let ended = appointment[ended]?.adding(days: -1) else { return until }
    return until.map { min($0, ended) } ?? ended
  }

  /// Whether somebody serves on a day.
  public static func isInForce(_ appointment: Record, on date: CalendarDate) -> Bool {
    appointment[from] <= date && (lastDay(of: appointment).map { date <= $0 } ?? true)
  }

  /// How an appointment stands on a day.
  public static func state(of appointment: Record, on date: CalendarDate) -> AppointmentState {
    if let last = lastDay(of: appointment), last < max(date, appointment[from]) {
      return appointment[ended] == nil || last == appointment[until]?.last ? .expired : .ended
    }
    return appointment[from] <= date ? .serving : .upcoming
  }

  /// The appointments in a role to a building or grid, by number.
  public static func all(
    _ role: AppointmentRole, of place: Reference, in reader: any RecordReader
  ) throws -> [Record] {
    let field = role == .buildingLead ? building : grid
    return try reader.all(kind, .equal(field, place), .equal(self.role, role))
  }

  /// Who serves a building or grid in a role on a day.
  public static func serving(
    _ role: AppointmentRole, of place: Reference, on date: CalendarDate, in reader: any RecordReader
  ) throws -> Record? {
    try all(role, of: place, in: reader).first { isInForce($0, on: date) }
  }

  /// What is looked after: the building or the grid.
  public static func place(of appointment: Record) -> Reference? {
    appointment[role] == .buildingLead ? appointment[building] : appointment[grid]
  }

  /// What somebody is called, resident or not.
  public static func personName(of appointment: Record, in reader: any RecordReader) throws -> String {
    if let resident = appointment[resident] { return try reader.get(Resident.kind, resident)[Resident.name] }
    return appointment[name] ?? ""
  }
}
