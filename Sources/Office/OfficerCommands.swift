import CommandLanguage
import Diagnostics
import Records
import Values

/// `officer`: who looks after a grid, as its chief, its manager or its police officer.
enum OfficerCommands {
  static let all = [appoint, relieve, handover, list, vacancies, history]

  private static let noun = Name("officer", "网格人员")
  private static let grid = AppointmentCommands.grid
  private static let on = AppointmentCommands.on
  private static let name = Field<String?>(
    "name", "姓名", "The name; resident=… for one who lives here.", "姓名；本社区居民用 居民=…。", type: .text(maximum: 50))
  private static let role = Field<AppointmentRole>("role", "职务", "The role.", "职务。", type: roles)
  private static let anyRole = Field<AppointmentRole?>("role", "职务", "One role.", "某一职务。", type: roles)
  private static let how = Field<AppointmentManner>(
    "how", "方式", "How chosen: elected, nominated or appointed.", "产生方式：选举、推荐或委派。", default: .appointed)
  private static let roles = ValueType.choice(AppointmentRole.officers.map(\.choice))
  private static let parameters: [Parameter] =
    [
      .positional(name), .named(role), .named(grid), .named(Appointment.resident), .named(Appointment.dutyLine),
    ] + AppointmentCommands.term.filter { $0.field.name != how.declaration.name } + [.named(how)]

  private static func appointment(_ arguments: Arguments, _ session: OfficeSession) -> Record {
    var record = AppointmentCommands.appointment(arguments[role], from: arguments, session)
    record[Appointment.name] = arguments[name].map { PersonName.normalized($0) }
    record[Appointment.resident] = arguments[Appointment.resident]
    record[Appointment.grid] = arguments[grid]
    record[Appointment.dutyLine] = arguments[Appointment.dutyLine]
    return record
  }

  static let appoint = OfficeCommand(
    CommandDeclaration(
      noun, Name("appoint", "任命"),
      Localized("Appoints a grid's chief, manager or police officer.", "任命网格长、网格管理员或社区辅警。"),
      parameters: parameters, effect: .writes, result: .row(AppointmentCommands.shape),
      examples: [
        Example(
          "officer appoint 示例癸 role=police grid=G3 duty-line=0731-56780009 from=2023-07-01",
          "With his duty line, for an open term.",
          "写明工作电话，不定任期。")
      ])
  ) { session, arguments in
    try AppointmentCommands.acknowledge(session.writer.add(appointment(arguments, session)), session)
  }

  static let relieve = OfficeCommand(
    CommandDeclaration(
      noun, Name("relieve", "免职"), Localized("Ends an officer's term early.", "提前结束网格人员任期。"),
      parameters: [
        .positional(grid), .named(role), .named(on), .named(AppointmentCommands.why), .named(AppointmentCommands.end),
      ], effect: .writes, result: .row(AppointmentCommands.shape),
      examples: [
        Example("officer relieve G3 role=police reason=工作调动", "G3 has no police officer from today.", "G3 自今日起没有辅警。")
      ])
  ) { session, arguments in
    try AppointmentCommands.relieve(arguments[role], of: arguments[grid], arguments, session)
  }

  static let handover = OfficeCommand(
    CommandDeclaration(
      noun, Name("handover", "交接"),
      Localized("Ends one officer's term and begins another's, in one act.", "一次完成新旧网格人员交接。"),
      parameters: parameters, effect: .writes, result: .row(AppointmentCommands.shape),
      examples: [Example("officer handover 示例壬 role=grid-manager grid=G3", "示例壬 takes over today.", "示例壬 今日接任。")])
  ) { session, arguments in
    try AppointmentCommands.handOver(appointment(arguments, session), session)
  }

  static let list = OfficeCommand(
    CommandDeclaration(
      noun, Name("list", "列出"), Localized("Lists the grid officers who serve on a day.", "列出某日在任的网格人员。"),
      parameters: [.named(on)], effect: .reads, result: .rows(AppointmentCommands.shape),
      examples: [Example("officer list", "Who serves the grids today.", "今天在任的网格人员。")])
  ) { session, arguments in
    let date = arguments[on] ?? session.writer.today
    let serving = try session.store.all(Appointment.kind).filter {
      $0[Appointment.role] != .buildingLead && Appointment.isInForce($0, on: date)
    }
    return try AppointmentCommands.rows(
      session, serving, columns: ["handle", "role", "name", "resident", "duty-line", "grid", "from", "until"])
  }

  static let vacancies = OfficeCommand(
    CommandDeclaration(
      noun, Name("vacancies", "空缺"),
      Localized(
        "Lists the roles that nobody fills in a grid on a day, and those whose term ends soon.", "列出某日各网格空缺或任期即将届满的职务。"),
      parameters: [.named(on)], effect: .reads, result: .rows(Vacancies.shape),
      examples: [Example("officer vacancies", "The roles that need somebody.", "需要人选的职务。")])
  ) { session, arguments in
    try Vacancies(session: session, date: arguments[on] ?? session.writer.today)
      .rows(AppointmentRole.officers, at: session.store.all(Grid.kind))
  }

  static let history = OfficeCommand(
    CommandDeclaration(
      noun, Name("history", "历任"), Localized("Lists all officers whom a grid has had.", "列出一个网格的历任人员。"),
      parameters: [.positional(grid), .named(anyRole)], effect: .reads, result: .rows(AppointmentCommands.shape),
      examples: [Example("officer history G3 role=police", "All police officers of G3.", "G3 历任辅警。")])
  ) { session, arguments in
    let roles = arguments[anyRole].map { [$0] } ?? AppointmentRole.officers
    let terms = try roles.flatMap { try Appointment.all($0, of: arguments[grid], in: session.store) }
    return try AppointmentCommands.rows(
      session, terms,
      columns: ["handle", "role", "name", "resident", "from", "until", "how", "by", "ended", "end", "end-reason"])
  }
}
