import Diagnostics
import Values

extension DiagnosticCode {
  /// A lead lives elsewhere and nobody says who appointed him and why.
  public static let leadResident = DiagnosticCode(
    "E-LEAD-RESIDENT", "A building lead lives in the building, or was appointed from outside with a reason.",
    "楼栋长须住在本楼，或由上级委派并说明理由。",
    mend: Localized(
      "Choose somebody who lives there, or say who appointed him and why: how=appointed by=… reason=….",
      "请选择住在本楼的居民，或写明由谁委派、为何：方式=社区委派 委派单位=… 理由=…。"),
    example: .lines("lead appoint 周勇 building=3栋 until=2023-07-07", "楼栋长 任命 周勇 楼栋=3栋 止=2023-07-07"))
  /// A building has a lead already.
  public static let leadOverlap = DiagnosticCode(
    "E-LEAD-OVERLAP", "A building has one serving lead at a time.", "一栋楼同一时期只有一位楼栋长。",
    mend: Localized(
      "Hand over in one act with lead handover, or relieve the serving lead first: lead relieve 3栋 reason=….",
      "可用 楼栋长 交接 一次办理，或先免职：楼栋长 免职 3栋 原因=…。"),
    example: .lines("lead appoint 陈素芬 building=3栋 until=2023-07-07", "楼栋长 任命 陈素芬 楼栋=3栋 止=2023-07-07"))
}

/// What somebody is appointed as; the contact card prints these four.
public enum AppointmentRole: String, ChoiceValue {
  case gridChief = "grid-chief"
  case gridManager = "grid-manager"
  case buildingLead = "building-lead"
  case police

  public var chineseName: String {
    switch self {
    case .gridChief: "网格长"
    case .gridManager: "网格管理员"
    case .buildingLead: "楼栋长"
    case .police: "社区辅警"
    }
  }
}

/// How somebody came to be appointed.
public enum AppointmentManner: String, ChoiceValue {
  case elected, nominated, appointed

  public var chineseName: String {
    switch self {
    case .elected: "选举"
    case .nominated: "推荐"
    case .appointed: "社区委派"
    }
  }
}

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
  /// The last day.
  public static let until = Field<CalendarDate>("until", "止", "The last day.", "任期止。")
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

  /// The kind.
  public static let kind = RecordKind(
    "appointment", "任职", "Who looks after what, from when until when.", "某人在某段时间的职责。", handle: .numbered("A"),
    fields: [
      role.declaration, resident.declaration, name.declaration, dutyLine.declaration, building.declaration,
      grid.declaration, from.declaration, until.declaration, how.declaration, by.declaration, reason.declaration,
      ended.declaration, endReason.declaration,
    ], listed: ["role", "resident", "name", "building", "grid", "from", "until", "how", "ended"],
    verbs: [.show, .list, .count], sample: .init(handle: "A1", filter: "role=building-lead"),
    check: { try check($0, $1, $2) })

  /// Whether somebody serves on a day.
  public static func isInForce(_ appointment: Record, on date: CalendarDate) -> Bool {
    appointment[from] <= date && date <= appointment[until].last && (appointment[ended].map { date < $0 } ?? true)
  }

  /// The lead of a building on a day.
  public static func lead(of building: Reference, on date: CalendarDate, in reader: any RecordReader) throws -> Record?
  {
    try reader.all(kind, .equal(self.building, building), .equal(role, .buildingLead)).first { isInForce($0, on: date) }
  }

  /// Somebody who serves a grid in a role on a day.
  public static func officer(
    _ role: AppointmentRole, of grid: Reference, on date: CalendarDate, in reader: any RecordReader
  ) throws -> Record? {
    try reader.all(kind, .equal(self.grid, grid), .equal(self.role, role)).first { isInForce($0, on: date) }
  }

  /// What somebody is called, resident or not.
  public static func personName(of appointment: Record, in reader: any RecordReader) throws -> String {
    if let resident = appointment[resident] { return try reader.get(Resident.kind, resident)[Resident.name] }
    return appointment[name] ?? ""
  }

  /// Ends an appointment before its time.
  @discardableResult
  public static func end(_ appointment: Record, on date: CalendarDate, reason: String, in writer: RecordWriter) throws
    -> Record
  {
    guard isInForce(appointment, on: date) else {
      throw Diagnostic(.state, Localized("nobody serves under this appointment then", "该任职届时已不在任"), subject: "on")
    }
    return try writer.change(appointment) {
      $0[ended] = date
      $0[endReason] = reason
    }
  }

  private static func check(_ appointment: Record, _ previous: Record?, _ reader: any RecordReader) throws {
    guard appointment[from] <= appointment[until] else {
      throw Diagnostic(.dates, Localized("the term ends before it begins", "任期止早于任期起"), subject: "until")
    }
    guard previous == nil, appointment[role] == .buildingLead, let building = appointment[building] else { return }
    try checkResidence(appointment, building, reader)
    try checkOverlap(appointment, building, reader)
  }

  private static func checkResidence(_ appointment: Record, _ building: Reference, _ reader: any RecordReader) throws {
    guard let reference = appointment[resident] else {
      throw Diagnostic(.leadResident, Localized("a lead is a resident", "楼栋长须是居民"), subject: "resident")
    }
    let resident = try reader.get(Resident.kind, reference)
    if resident[Resident.building] == building, resident[Resident.movedOut] == nil { return }
    if appointment[how] == .appointed, appointment[by] != nil, appointment[reason] != nil { return }
    let name = resident[Resident.name]
    let home = try Resident.text(of: resident, in: reader)
    let here = try reader.get(Building.kind, building)[Building.name]
    throw Diagnostic(
      .leadResident, Localized("\(name) lives in \(home), not in \(here)", "\(name) 住在\(home)，不在\(here)"),
      hint: Localized(
        "if he is appointed from outside, add how=appointed by=… reason=…", "若由外楼委派，请加 方式=社区委派 委派单位=… 理由=…"),
      subject: "resident")
  }

  private static func checkOverlap(_ appointment: Record, _ building: Reference, _ reader: any RecordReader) throws {
    for other in try reader.all(kind, .equal(self.building, building), .equal(role, .buildingLead)) {
      // The last day of a term that ended early is the day before it ended.
      let otherLast = other[ended].map { min($0.adding(days: -1), other[until].last) } ?? other[until].last
      guard other[from] <= appointment[until].last, appointment[from] <= otherLast else { continue }
      let name = try personName(of: other, in: reader)
      let here = try reader.get(Building.kind, building)[Building.name]
      throw Diagnostic(
        .leadOverlap,
        Localized(
          "\(here) has a lead: \(name), \(other[from].exchangeText) to \(otherLast.exchangeText)",
          "\(here)已有楼栋长：\(name)，\(other[from].exchangeText) 至 \(otherLast.exchangeText)"),
        hint: Localized("relieve him first, or use lead handover", "请先免职，或用 楼栋长 交接"), subject: "building")
    }
  }
}
