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
  /// A grid has somebody in that role already.
  public static let officerOverlap = DiagnosticCode(
    "E-OFFICER-OVERLAP", "A grid has one person in each role at a time.", "一个网格同一时期每个职务只有一人。",
    mend: Localized(
      "End the serving person's term first: officer relieve grid=G3 role=grid-chief reason=….",
      "请先结束现任的任期：网格人员 免职 网格=G3 职务=网格长 原因=…。"),
    example: .lines(
      "officer appoint 示例戊 role=grid-chief grid=G3 duty-line=0731-56780009",
      "网格人员 任命 示例戊 职务=网格长 网格=G3 工作电话=0731-56780009"))
  /// Who is appointed is under age, or may be.
  public static let adult = DiagnosticCode(
    "E-ADULT", "Who is appointed is of age.", "任职者须已成年。",
    mend: Localized("Choose somebody of age, or correct the year of birth.", "请选择成年人，或更正出生年份。"),
    example: .lines(
      "resident set 胡建国 born=2015\nlead relieve 3栋 reason=辞职\nlead appoint 胡建国 building=3栋 until=2030-07-07",
      "居民 修改 胡建国 出生=2015\n楼栋长 免职 3栋 原因=辞职\n楼栋长 任命 胡建国 楼栋=3栋 止=2030-07-07"))
}

extension Appointment {
  static func check(_ appointment: Record, _ previous: Record?, _ reader: any RecordReader) throws {
    if let until = appointment[until], until.last < appointment[from] {
      throw Diagnostic(.dates, Localized("the term ends before it begins", "任期止早于任期起"), subject: "until")
    }
    for text in [appointment[reason], appointment[by], appointment[duties], appointment[endReason]] {
      if let text { try PublicText.refuseIdentityNumber(in: text) }
    }
    guard let place = place(of: appointment) else { return }
    if previous == nil { try checkPerson(appointment, reader) }
    // A term that ended early and is to last again after all must find its place still free.
    let lasts = previous.map { previous in
      guard let end = lastDay(of: previous) else { return false }
      return lastDay(of: appointment).map { end < $0 } ?? true
    }
    if lasts ?? true { try checkOverlap(appointment, at: place, reader) }
  }

  // MARK: Who

  private static func checkPerson(_ appointment: Record, _ reader: any RecordReader) throws {
    let isLead = appointment[role] == .buildingLead
    guard let reference = appointment[resident] else {
      if isLead { throw Diagnostic(.leadResident, Localized("a lead is a resident", "楼栋长须是居民"), subject: "resident") }
      guard let name = appointment[name] else {
        throw Diagnostic(
          .missingValue, Localized("nobody is named", "没有写明任职者"),
          hint: Localized("write a name, or resident=… for one who lives here", "请写姓名；本社区居民用 居民=…"), subject: "name")
      }
      return try PersonName.check(name)
    }
    guard appointment[name] == nil else {
      throw Diagnostic(
        .onePerson, Localized("a name and a resident are given", "姓名与居民不能同时给出"),
        hint: Localized("write one of them", "请只写其中一个"), subject: "name")
    }
    let person = try reader.get(Resident.kind, reference)
    try Resident.require(person, [.active], hint: Localized("came back? resident move-in", "如已迁回，请先用 居民 迁入"))
    try checkAge(of: person, on: appointment[from])
    if isLead { try checkHome(of: person, appointment, reader) }
  }

  private static func checkAge(of resident: Record, on date: CalendarDate) throws {
    let age = Profile.cn.adultAge
    // Born in a year that is known alone, somebody is surely of age a year later only.
    guard let born = resident[Resident.born], Resident.years(from: born.last, to: date) < age else { return }
    let name = resident[Resident.name]
    throw Diagnostic(
      .adult,
      Localized(
        "\(name), born \(born.displayText(in: .english)), is not surely \(age) by then",
        "\(name) 出生于 \(born.displayText(in: .chinese))，届时未必年满 \(age) 周岁"),
      hint: born.precision == .day
        ? nil : Localized("record the day of birth if he is", "若已成年，请登记具体出生日期"), subject: "resident")
  }

  private static func checkHome(of resident: Record, _ appointment: Record, _ reader: any RecordReader) throws {
    guard let building = appointment[building] else { return }
    if resident[Resident.building] == building || isFromOutside(appointment) { return }
    let name = resident[Resident.name]
    let here = try reader.get(Building.kind, building)[Building.name]
    let message =
      if let home = try Resident.text(of: resident, in: reader) {
        Localized("\(name) lives in \(home), not in \(here)", "\(name) 住在\(home)，不在\(here)")
      } else {
        Localized("\(name) has no address, and so not one in \(here)", "\(name) 没有登记住址，无法确认住在\(here)")
      }
    throw Diagnostic(
      .leadResident, message,
      hint: Localized(
        "if he is appointed from outside, add how=appointed by=… reason=…", "若由外楼委派，请加 方式=社区委派 委派单位=… 理由=…"),
      subject: "resident")
  }

  /// Whether somebody was appointed wherever he lives: somebody says so, and why.
  static func isFromOutside(_ appointment: Record) -> Bool {
    appointment[how] == .appointed && appointment[by] != nil && appointment[reason] != nil
  }

  // MARK: When

  private static func checkOverlap(_ appointment: Record, at place: Reference, _ reader: any RecordReader) throws {
    let role = appointment[role]
    for other in try all(role, of: place, in: reader) where other.id != appointment.id {
      let last = lastDay(of: other)
      let isOver = last.map { $0 < appointment[from] || $0 < other[from] } ?? false
      let isLater = lastDay(of: appointment).map { $0 < other[from] } ?? false
      if isOver || isLater { continue }
      let isLead = role == .buildingLead
      let name = try personName(of: other, in: reader)
      let here =
        try isLead
        ? reader.get(Building.kind, place)[Building.name] : reader.get(Grid.kind, place)[Grid.code]
      let (first, end) = (other[from].exchangeText, last?.exchangeText)
      let word = role.chineseName
      throw Diagnostic(
        isLead ? .leadOverlap : .officerOverlap,
        Localized(
          "\(here) has a \(isLead ? "lead" : role.rawValue): \(name), \(end.map { "\(first) to \($0)" } ?? "from \(first) on")",
          "\(here)已有\(word)：\(name)，\(first) \(end.map { "至 \($0)" } ?? "起")"),
        hint: isLead
          ? Localized("relieve him first, or use lead handover", "请先免职，或用 楼栋长 交接")
          : Localized("relieve him first, or use officer handover", "请先免职，或用 网格人员 交接"),
        subject: isLead ? "building" : "grid")
    }
  }
}
