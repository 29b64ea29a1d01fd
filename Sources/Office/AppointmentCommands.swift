import CommandLanguage
import Diagnostics
import Records
import Values

/// `lead` and `officer`: who looks after what.
enum AppointmentCommands {
  static let all = [appoint, relieve, handover, list, vacancies, history, appointOfficer, listOfficers]

  private static let lead = Name("lead", "楼栋长")
  private static let officer = Name("officer", "网格人员")
  private static let shape = Appointment.kind.shape
  private static let columns = ["handle", "building", "resident", "from", "until", "how", "by"].compactMap {
    shape.slot(named: $0)
  }

  private static let resident = Field<Reference>("resident", "居民", "Who.", "任职居民。", type: .reference(["resident"]))
  private static let building = Field<Reference>(
    "building", "楼栋", "The building looked after.", "负责的楼栋。", type: .reference(["building"]))
  private static let from = Field<CalendarDate?>("from", "起", "The first day; today unless given.", "任期起，默认今天。")
  private static let on = Field<CalendarDate?>("on", "日期", "The day; today unless given.", "日期，默认今天。")
  private static let why = Field<String>("reason", "原因", "Why.", "原因。", type: .text(maximum: 200))
  private static let grid = Field<Reference>(
    "grid", "网格", "The grid looked after.", "负责的网格。", type: .reference(["grid"]))
  private static let name = Field<String>("name", "姓名", "The name.", "姓名。", type: .text(maximum: 50))
  private static let role = Field<AppointmentRole>(
    "role", "职务", "The role.", "职务。",
    type: .choice([AppointmentRole.gridChief, .gridManager, .police].map(\.choice)))

  /// A new appointment as a building's lead from a call's arguments.
  private static func newLead(_ arguments: Arguments, _ session: OfficeSession) -> Record {
    var record = Record(Appointment.kind)
    record[Appointment.role] = .buildingLead
    record[Appointment.resident] = arguments[resident]
    record[Appointment.building] = arguments[building]
    record[Appointment.from] = arguments[from] ?? session.writer.today
    record[Appointment.until] = arguments[Appointment.until]
    record[Appointment.how] = arguments[Appointment.how]
    record[Appointment.by] = arguments[Appointment.by]
    record[Appointment.reason] = arguments[Appointment.reason]
    return record
  }

  private static let leadParameters: [Parameter] = [
    .positional(resident), .named(building), .named(from), .named(Appointment.until), .named(Appointment.how),
    .named(Appointment.by), .named(Appointment.reason),
  ]

  static let appoint = OfficeCommand(
    CommandDeclaration(
      lead, Name("appoint", "任命"), Localized("Appoints a building's lead.", "任命楼栋长。"), parameters: leadParameters,
      effect: .writes, result: .row(shape),
      examples: [
        Example(
          "lead appoint 李梅 building=4栋 from=2023-07-08 until=2026-07-07 how=appointed by=社区 reason=暂无人选",
          "From outside the building, with who and why.", "由外楼委派，写明单位和理由。")
      ])
  ) { session, arguments in
    let added = try session.writer.add(newLead(arguments, session))
    return try acknowledge(added, session)
  }

  private static func acknowledge(_ appointment: Record, _ session: OfficeSession) throws -> CommandResult {
    let name = try Appointment.personName(of: appointment, in: session.store)
    let place = [appointment[Appointment.building], appointment[Appointment.grid]].compactMap { $0 }.map {
      session.label(of: $0)
    }
    let role = appointment[Appointment.role].choice.name
    return session.acknowledge(
      appointment,
      Localized("\(name), \(role.english) of \(place.joined())", "\(name) 任\(place.joined())\(role.chinese)"))
  }

  /// The lead who serves a building on a day; it is an error if there is none.
  private static func serving(_ building: Reference, on date: CalendarDate, _ session: OfficeSession) throws -> Record {
    if let lead = try Appointment.lead(of: building, on: date, in: session.store) { return lead }
    let name = session.label(of: building)
    throw Diagnostic(.state, Localized("\(name) has no lead then", "\(name) 届时没有楼栋长"), subject: "building")
  }

  static let relieve = OfficeCommand(
    CommandDeclaration(
      lead, Name("relieve", "免职"), Localized("Ends a lead's term early.", "提前结束楼栋长任期。"),
      parameters: [.positional(building), .named(on), .named(why)], effect: .writes, result: .row(shape),
      examples: [Example("lead relieve 1栋 reason=工作调动", "1栋 has no lead from today.", "1栋自今日起没有楼栋长。")])
  ) { session, arguments in
    let date = arguments[on] ?? session.writer.today
    let ended = try Appointment.end(
      serving(arguments[building], on: date, session), on: date, reason: arguments[why], in: session.writer)
    return session.acknowledge(ended, Localized("ended on \(date.exchangeText)", "于 \(date.exchangeText) 离任"))
  }

  static let handover = OfficeCommand(
    CommandDeclaration(
      lead, Name("handover", "交接"), Localized("Ends one lead's term and begins another's, in one act.", "一次完成新旧楼栋长交接。"),
      parameters: leadParameters, effect: .writes, result: .row(shape),
      examples: [
        Example(
          "lead handover 周勇 building=3栋 until=2023-07-07 how=appointed by=社区 reason=交接", "周勇 takes over in 3栋.",
          "周勇 接任3栋。")
      ])
  ) { session, arguments in
    let new = newLead(arguments, session)
    let added = try session.writer.together {
      let start = new[Appointment.from]
      try Appointment.end(serving(arguments[building], on: start, session), on: start, reason: "交接", in: session.writer)
      return try session.writer.add(new)
    }
    return try acknowledge(added, session)
  }

  static let list = OfficeCommand(
    CommandDeclaration(
      lead, Name("list", "列出"), Localized("Lists the leads who serve on a day.", "列出某日在任的楼栋长。"),
      parameters: [.named(on)], effect: .reads, result: .rows(shape),
      examples: [Example("lead list on=2020-08-01", "The leads of that day.", "当日在任的楼栋长。")])
  ) { session, arguments in
    let date = arguments[on] ?? session.writer.today
    return try rows(session) { $0[Appointment.role] == .buildingLead && Appointment.isInForce($0, on: date) }
  }

  static let history = OfficeCommand(
    CommandDeclaration(
      lead, Name("history", "历任"), Localized("Lists all leads whom a building has had.", "列出一栋楼的历任楼栋长。"),
      parameters: [.positional(building)], effect: .reads, result: .rows(shape),
      examples: [Example("lead history 3栋", "All leads of 3栋.", "3栋历任楼栋长。")])
  ) { session, arguments in
    let place = arguments[building]
    return try rows(session) { $0[Appointment.role] == .buildingLead && $0[Appointment.building] == place }
  }

  private static func rows(_ session: OfficeSession, _ holds: (Record) -> Bool) throws -> CommandResult {
    let records = try session.store.records(Query(Appointment.kind, order: [Order("building")])).collect().filter(holds)
    return .rows(RowStream(shape, rows: try records.map { try session.row(of: $0) }), columns: columns)
  }

  static let vacancies = OfficeCommand(
    CommandDeclaration(
      lead, Name("vacancies", "空缺"), Localized("Lists the buildings without a lead on a day.", "列出某日没有楼栋长的楼栋。"),
      parameters: [.named(on)], effect: .reads, result: .rows(Building.kind.shape),
      examples: [Example("lead vacancies", "The buildings without a lead today.", "今天没有楼栋长的楼栋。")])
  ) { session, arguments in
    let date = arguments[on] ?? session.writer.today
    let vacant = try session.store.all(Building.kind).filter {
      try Appointment.lead(of: $0.reference, on: date, in: session.store) == nil
    }
    let rows = try vacant.map { try session.row(of: $0) }
    return .rows(RowStream(Building.kind.shape, rows: rows), columns: Building.kind.shape.listed)
  }

  static let appointOfficer = OfficeCommand(
    CommandDeclaration(
      officer, Name("appoint", "任命"),
      Localized("Appoints a grid's chief, manager or police officer.", "任命网格长、网格管理员或社区辅警。"),
      parameters: [
        .positional(name), .named(role), .named(grid), .named(Appointment.dutyLine), .named(from),
        .named(Appointment.until),
      ], effect: .writes, result: .row(shape),
      examples: [
        Example(
          "officer appoint 示例癸 role=police grid=G3 duty-line=0731-56780009 until=2023-07-07", "With his duty line.",
          "写明工作电话。")
      ])
  ) { session, arguments in
    var record = Record(Appointment.kind)
    record[Appointment.role] = arguments[role]
    record[Appointment.name] = arguments[name]
    record[Appointment.grid] = arguments[grid]
    record[Appointment.dutyLine] = arguments[Appointment.dutyLine]
    record[Appointment.from] = arguments[from] ?? session.writer.today
    record[Appointment.until] = arguments[Appointment.until]
    record[Appointment.how] = .appointed
    return try acknowledge(session.writer.add(record), session)
  }

  static let listOfficers = OfficeCommand(
    CommandDeclaration(
      officer, Name("list", "列出"), Localized("Lists the grid officers who serve today.", "列出今天在任的网格人员。"),
      effect: .reads,
      result: .rows(shape), examples: [Example("officer list", "Who serves the grids today.", "今天在任的网格人员。")])
  ) { session, _ in
    let today = session.writer.today
    let records = try session.store.all(Appointment.kind).filter {
      $0[Appointment.role] != .buildingLead && Appointment.isInForce($0, on: today)
    }
    let columns = ["handle", "role", "name", "duty-line", "grid", "from", "until"].compactMap { shape.slot(named: $0) }
    return .rows(RowStream(shape, rows: try records.map { try session.row(of: $0) }), columns: columns)
  }
}
