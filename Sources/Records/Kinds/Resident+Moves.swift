import Diagnostics
import Values

extension Resident {
  /// What a move or a death ended with it.
  public struct Endings: Sendable {
    /// The appointments, as they are now.
    public var appointments: [Record] = []
    /// The seats in bodies.
    public var memberships: [Record] = []
    /// The consents.
    public var consents: [Record] = []

    /// All of them.
    public var records: [Record] { appointments + memberships + consents }
  }

  /// Lets somebody move to another door of the neighbourhood. A lead's term that rests on living in the building ends
  /// when he leaves it.
  ///
  /// - Parameters:
  ///   - date: since when he lives there; not in the future.
  /// - Throws: a ``Diagnostic`` (`E-STATE`, `E-DATES`, `E-DOOR`) when he cannot have moved so.
  public static func move(
    _ resident: Record, to door: Door, on date: CalendarDate, in writer: RecordWriter
  ) throws -> (Record, Endings) {
    try require(resident, [.active], hint: Localized("he came back? resident move-in", "如已迁回，请用 居民 迁入"))
    try checkDay(date, after: resident[movedIn], in: writer)
    let isThere =
      resident[building] == door.building.reference && resident[unit] == door.unit && resident[room] == door.room
    guard !isThere else {
      let here = try text(of: resident, in: writer.store) ?? ""
      throw Diagnostic(
        .state, Localized("\(resident[name]) lives in \(here) already", "\(resident[name]) 已住在\(here)"),
        subject: "address")
    }
    return try writer.together {
      try FormerAddress.keep(of: resident, until: date, in: writer)
      let moved = try settle(resident, behind: door, on: date, in: writer)
      var endings = Endings()
      endings.appointments = try Appointment.endLeads(
        of: resident.reference, unlessIn: door.building.reference, on: date, in: writer)
      return (moved, endings)
    }
  }

  /// Lets somebody move out of the neighbourhood; his terms as a lead and his consents end the same day.
  public static func moveOut(
    _ resident: Record, on date: CalendarDate, in writer: RecordWriter
  ) throws -> (Record, Endings) {
    try require(resident, [.active], hint: nil)
    try checkDay(date, after: resident[movedIn], in: writer)
    return try writer.together {
      var endings = Endings()
      endings.appointments = try Appointment.endLeads(of: resident.reference, unlessIn: nil, on: date, in: writer)
      endings.consents = try Consent.endAll(of: resident.reference, on: date, in: writer)
      return (try writer.change(resident) { $0[movedOut] = date }, endings)
    }
  }

  /// Lets somebody who had moved out move in again, behind another door or the one that he left.
  public static func moveIn(
    _ resident: Record, to door: Door?, on date: CalendarDate, in writer: RecordWriter
  ) throws -> Record {
    try require(
      resident, [.movedOut], hint: Localized("who moves from door to door: resident move", "在本社区内搬家请用 居民 搬家"))
    try checkDay(date, after: resident[movedOut], in: writer)
    return try writer.together {
      if let left = resident[movedOut] { try FormerAddress.keep(of: resident, until: left, in: writer) }
      return try settle(resident, behind: door, on: date, in: writer)
    }
  }

  /// Records that somebody died; his appointments, seats and consents end the same day.
  public static func die(
    _ resident: Record, on date: CalendarDate, in writer: RecordWriter
  ) throws -> (Record, Endings) {
    try require(resident, [.active, .movedOut], hint: nil)
    try checkDay(date, after: resident[movedIn], in: writer)
    return try writer.together {
      let endings = Endings(
        appointments: try Appointment.endAll(of: resident.reference, on: date, as: .deceased, in: writer),
        memberships: try Membership.endAll(of: resident.reference, on: date, in: writer),
        consents: try Consent.endAll(of: resident.reference, on: date, in: writer))
      return (try writer.change(resident) { $0[died] = date }, endings)
    }
  }

  /// Refuses what a resident's status does not allow; `hint` says what may have been meant.
  static func require(
    _ resident: Record, _ statuses: [ResidentStatus], hint: Localized?, subject: String = "resident"
  ) throws {
    let status = ResidentStatus(of: resident)
    guard !statuses.contains(status) else { return }
    let name = resident[name]
    switch status {
    case .erased: try requireNotErased(resident, subject: subject)
    case .merged:
      let successor = resident[mergedInto]?.id ?? 0
      throw Diagnostic(
        .merged, Localized("R\(resident.id) was merged into R\(successor)", "R\(resident.id) 已并入 R\(successor)"),
        hint: Localized("name R\(successor)", "请写 R\(successor)"), subject: subject)
    case .deceased:
      throw Diagnostic(.state, Localized("\(name) has died", "\(name) 已故"), subject: subject)
    case .movedOut:
      throw Diagnostic(.state, Localized("\(name) has moved out", "\(name) 已迁出"), hint: hint, subject: subject)
    case .active:
      throw Diagnostic(.state, Localized("\(name) lives here", "\(name) 在住"), hint: hint, subject: subject)
    }
  }

  private static func settle(
    _ resident: Record, behind door: Door?, on date: CalendarDate, in writer: RecordWriter
  ) throws -> Record {
    try writer.change(resident) {
      if let door {
        $0[building] = door.building.reference
        $0[unit] = door.unit
        $0[room] = door.room
      }
      $0[movedIn] = date
      $0[movedOut] = nil
    }
  }

  /// A day on which something happened lies neither ahead nor before what happened earlier.
  private static func checkDay(_ date: CalendarDate, after earlier: CalendarDate?, in writer: RecordWriter) throws {
    guard date <= writer.today else {
      throw Diagnostic(
        .dates, Localized("that day is still to come", "该日期尚未到来"),
        hint: Localized("record it when it has come", "请届时再登记"), subject: "on")
    }
    guard let earlier, date.last < earlier else { return }
    throw Diagnostic(
      .dates,
      Localized("that is before \(earlier.exchangeText)", "早于 \(earlier.displayText(in: .chinese))"),
      hint: Localized(
        "since then he lives where the record says: resident history R… tells", "居民 经历 可查看其居住经历"), subject: "on")
  }
}
