import CommandLanguage
import Diagnostics
import Records
import Values

/// What `lead` and `officer` have in common: who looks after what.
enum AppointmentCommands {
  static let all = LeadCommands.all + OfficerCommands.all

  static let shape = Appointment.kind.shape

  static let building = Field<Reference>(
    "building", "楼栋", "The building looked after.", "负责的楼栋。", type: .reference(["building"]))
  static let grid = Field<Reference>(
    "grid", "网格", "The grid looked after.", "负责的网格。", type: .reference(["grid"]))
  static let from = Field<CalendarDate?>("from", "起", "The first day; today unless given.", "任期起，默认今天。")
  static let on = Field<CalendarDate?>("on", "日期", "The day; today unless given.", "日期，默认今天。")
  static let why = Field<String>("reason", "原因", "Why.", "原因。", type: .text(maximum: 200))
  static let end = Field<AppointmentEnd>(
    "end", "离任方式", "Whether he was relieved or resigned.", "免职或辞职。",
    type: .choice(AppointmentEnd.decided.map(\.choice)), default: .relieved)

  /// The parameters of a term.
  static let term: [Parameter] = [
    .named(from), .named(Appointment.until), .named(Appointment.how), .named(Appointment.by),
    .named(Appointment.reason), .named(Appointment.duties),
  ]

  /// A new appointment with the term that a call gives.
  static func appointment(
    _ role: AppointmentRole, from arguments: Arguments, _ session: OfficeSession
  ) -> Record {
    var record = Record(Appointment.kind)
    record[Appointment.role] = role
    record[Appointment.from] = arguments[from] ?? session.writer.today
    record[Appointment.until] = arguments[Appointment.until]
    record[Appointment.how] = arguments[Appointment.how]
    record[Appointment.by] = arguments[Appointment.by]
    record[Appointment.reason] = arguments[Appointment.reason]
    record[Appointment.duties] = arguments[Appointment.duties]
    return record
  }

  /// Says who was appointed to what.
  static func acknowledge(_ appointment: Record, _ session: OfficeSession) throws -> CommandResult {
    let name = try Appointment.personName(of: appointment, in: session.store)
    let place = Appointment.place(of: appointment).map { session.label(of: $0) } ?? ""
    let role = appointment[Appointment.role].choice.name
    return session.acknowledge(
      appointment, Localized("\(name), \(role.english) of \(place)", "\(name) 任\(place)\(role.chinese)"))
  }

  /// Hands a term over and says who takes it over from whom.
  static func handOver(_ new: Record, _ session: OfficeSession) throws -> CommandResult {
    let (old, added) = try Appointment.handOver(new, in: session.writer)
    let name = try Appointment.personName(of: added, in: session.store)
    let before = try Appointment.personName(of: old, in: session.store)
    let place = Appointment.place(of: added).map { session.label(of: $0) } ?? ""
    let role = added[Appointment.role].choice.name
    return session.acknowledge(
      added,
      Localized(
        "\(name), \(role.english) of \(place), after \(before)", "\(name) 接替\(before) 任\(place)\(role.chinese)"))
  }

  /// Ends the term of who serves a place in a role on a day.
  static func relieve(
    _ role: AppointmentRole, of place: Reference, _ arguments: Arguments, _ session: OfficeSession
  ) throws -> CommandResult {
    let date = arguments[on] ?? session.writer.today
    guard let serving = try Appointment.serving(role, of: place, on: date, in: session.store) else {
      let name = session.label(of: place)
      throw Diagnostic(
        .state,
        Localized(
          "\(name) has no \(role == .buildingLead ? "lead" : role.rawValue) then", "\(name) 届时没有\(role.chineseName)"),
        subject: role == .buildingLead ? building.declaration.name.english : grid.declaration.name.english)
    }
    let ended = try Appointment.end(
      serving, on: date, as: arguments[end], reason: arguments[why], in: session.writer)
    let person = try Appointment.personName(of: ended, in: session.store)
    let text = session.text(of: .date(date))
    return session.acknowledge(
      ended, Localized("\(person)'s term ended on \(text)", "\(person) 于 \(text) 离任"))
  }

  /// The appointments of which something holds, by place and then by number.
  static func rows(
    _ session: OfficeSession, _ records: [Record], columns: [String]
  ) throws -> CommandResult {
    .rows(
      RowStream(shape, rows: try records.map { try session.row(of: $0) }),
      columns: columns.compactMap { shape.slot(named: $0) })
  }
}
