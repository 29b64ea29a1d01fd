import CommandLanguage
import Diagnostics
import Records
import Values

/// `lead`: who looks after a building.
enum LeadCommands {
  static let all = [appoint, relieve, handover, list, vacancies, history]

  private static let noun = Name("lead", "楼栋长")
  private static let building = AppointmentCommands.building
  private static let on = AppointmentCommands.on
  private static let resident = Field<Reference>("resident", "居民", "Who.", "任职居民。", type: .reference(["resident"]))
  private static let parameters: [Parameter] =
    [.positional(resident), .named(building)] + AppointmentCommands.term

  private static func appointment(_ arguments: Arguments, _ session: OfficeSession) -> Record {
    var record = AppointmentCommands.appointment(.buildingLead, from: arguments, session)
    record[Appointment.resident] = arguments[resident]
    record[Appointment.building] = arguments[building]
    return record
  }

  static let appoint = OfficeCommand(
    CommandDeclaration(
      noun, Name("appoint", "任命"), Localized("Appoints a building's lead.", "任命楼栋长。"), parameters: parameters,
      effect: .writes, result: .row(AppointmentCommands.shape),
      examples: [
        Example(
          "lead appoint 李梅 building=4栋 from=2023-07-08 until=2026-07-07 how=appointed by=社区 reason=暂无人选",
          "From outside the building, with who and why.", "由外楼委派，写明单位和理由。")
      ])
  ) { session, arguments in
    try AppointmentCommands.acknowledge(session.writer.add(appointment(arguments, session)), session)
  }

  static let relieve = OfficeCommand(
    CommandDeclaration(
      noun, Name("relieve", "免职"), Localized("Ends a lead's term early.", "提前结束楼栋长任期。"),
      parameters: [
        .positional(building), .named(on), .named(AppointmentCommands.why), .named(AppointmentCommands.end),
      ], effect: .writes, result: .row(AppointmentCommands.shape),
      examples: [
        Example("lead relieve 1栋 reason=工作调动", "1栋 has no lead from today.", "1栋自今日起没有楼栋长。"),
        Example("lead relieve 1栋 reason=身体原因 end=resigned", "The lead of 1栋 resigned.", "1栋楼栋长辞职。"),
      ])
  ) { session, arguments in
    try AppointmentCommands.relieve(.buildingLead, of: arguments[building], arguments, session)
  }

  static let handover = OfficeCommand(
    CommandDeclaration(
      noun, Name("handover", "交接"), Localized("Ends one lead's term and begins another's, in one act.", "一次完成新旧楼栋长交接。"),
      parameters: parameters, effect: .writes, result: .row(AppointmentCommands.shape),
      examples: [
        Example(
          "lead handover 周勇 building=3栋 until=2023-07-07 how=appointed by=社区 reason=交接", "周勇 takes over in 3栋.",
          "周勇 接任3栋。")
      ])
  ) { session, arguments in
    try AppointmentCommands.handOver(appointment(arguments, session), session)
  }

  static let list = OfficeCommand(
    CommandDeclaration(
      noun, Name("list", "列出"), Localized("Lists the leads who serve on a day.", "列出某日在任的楼栋长。"),
      parameters: [.named(on)], effect: .reads, result: .rows(AppointmentCommands.shape),
      examples: [Example("lead list on=2020-08-01", "The leads of that day.", "当日在任的楼栋长。")])
  ) { session, arguments in
    let date = arguments[on] ?? session.writer.today
    let query = Query(
      Appointment.kind, [.equal(Appointment.role, .buildingLead)],
      order: [Order(Appointment.building.declaration.name.english)])
    let serving = try session.store.records(query).collect().filter { Appointment.isInForce($0, on: date) }
    return try AppointmentCommands.rows(
      session, serving, columns: ["handle", "building", "resident", "from", "until", "how", "by"])
  }

  static let vacancies = OfficeCommand(
    CommandDeclaration(
      noun, Name("vacancies", "空缺"),
      Localized(
        "Lists the buildings without a lead on a day, and those whose lead's term ends soon.", "列出某日没有楼栋长或任期即将届满的楼栋。"),
      parameters: [.named(on)], effect: .reads, result: .rows(Vacancies.shape),
      examples: [Example("lead vacancies", "The buildings that need a lead.", "需要楼栋长的楼栋。")])
  ) { session, arguments in
    try Vacancies(session: session, date: arguments[on] ?? session.writer.today)
      .rows([.buildingLead], at: session.store.all(Building.kind))
  }

  static let history = OfficeCommand(
    CommandDeclaration(
      noun, Name("history", "历任"), Localized("Lists all leads whom a building has had.", "列出一栋楼的历任楼栋长。"),
      parameters: [.positional(building)], effect: .reads, result: .rows(AppointmentCommands.shape),
      examples: [Example("lead history 3栋", "All leads of 3栋.", "3栋历任楼栋长。")])
  ) { session, arguments in
    try AppointmentCommands.rows(
      session, Appointment.all(.buildingLead, of: arguments[building], in: session.store),
      columns: ["handle", "resident", "from", "until", "how", "by", "reason", "ended", "end", "end-reason"])
  }
}
