import CommandLanguage
import Diagnostics
import Records
import Values

/// Whether somebody looks after a place.
enum Vacancy: String, ChoiceValue {
  /// Nobody serves.
  case vacant
  /// The term of who serves ends soon, and nobody is appointed to follow.
  case endsSoon = "ends-soon"

  var chineseName: String { self == .vacant ? "空缺" : "即将到期" }
}

/// The places that nobody looks after on a day, and those that nobody will look after soon.
struct Vacancies {
  /// The columns of a list of vacancies.
  static let shape = RowShape([
    Column(Name("place", "负责"), .reference(["building", "grid"])),
    Column(Name("role", "职务"), AppointmentRole.valueType), Column(Name("state", "状态"), Vacancy.valueType),
    Column(Name("last", "现任或前任"), .text(maximum: 50)), Column(Name("until", "止"), .date),
    Column(Name("days", "剩余天数"), .integer(0...Int.max)),
  ])

  let session: OfficeSession
  let date: CalendarDate

  /// The vacancies of some roles at some places.
  func rows(_ roles: [AppointmentRole], at places: [Record]) throws -> CommandResult {
    let rows = try places.flatMap { place in try roles.compactMap { try row($0, at: place) } }
    return .rows(RowStream(Self.shape, rows: rows), columns: Self.shape.listed)
  }

  /// The row of a place that is or soon will be vacant.
  private func row(_ role: AppointmentRole, at place: Record) throws -> Row? {
    let terms = try Appointment.all(role, of: place.reference, in: session.store)
    guard let serving = terms.first(where: { Appointment.isInForce($0, on: date) }) else {
      // Who served last, of those who ever did.
      let last = terms.filter { Appointment.lastDay(of: $0).map { $0 < date } ?? false }
        .filter { term in Appointment.lastDay(of: term).map { term[Appointment.from] <= $0 } ?? true }
        .max { (Appointment.lastDay(of: $0)?.ordinal ?? 0) < (Appointment.lastDay(of: $1)?.ordinal ?? 0) }
      return try row(.vacant, role, place, last, days: nil)
    }
    guard let end = Appointment.lastDay(of: serving) else { return nil }
    let days = end.ordinal - date.ordinal
    let isFollowed = terms.contains { Appointment.isInForce($0, on: end.adding(days: 1)) }
    guard days <= Profile.cn.termNoticeDays, !isFollowed else { return nil }
    return try row(.endsSoon, role, place, serving, days: days)
  }

  private func row(
    _ state: Vacancy, _ role: AppointmentRole, _ place: Record, _ term: Record?, days: Int?
  ) throws -> Row {
    let name = try term.map { try Appointment.personName(of: $0, in: session.store) }
    return Row(
      Self.shape,
      [
        .reference(place.reference), role.fieldValue, state.fieldValue, name.fieldValue,
        term.flatMap { Appointment.lastDay(of: $0) }.fieldValue, days.fieldValue,
      ])
  }
}
