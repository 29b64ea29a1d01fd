import Diagnostics
import Values

extension Appointment {
  /// Ends an appointment before its time: `date` is the first day without it. A term that has not begun is cancelled.
  @discardableResult
  public static func end(
    _ appointment: Record, on date: CalendarDate, as end: AppointmentEnd, reason: String?, in writer: RecordWriter
  ) throws -> Record {
    guard isAhead(appointment, on: date) else {
      throw Diagnostic(.state, Localized("nobody serves under this appointment then", "该任职届时已不在任"), subject: "on")
    }
    return try writer.change(appointment) {
      $0[ended] = date
      $0[self.end] = end
      $0[endReason] = reason
    }
  }

  /// Ends one person's term and begins another's, in one act: the first day of the new term is the first without the
  /// old one.
  ///
  /// - Throws: a ``Diagnostic`` when nobody serves then, or the new appointment is refused; nothing has changed then.
  public static func handOver(_ new: Record, in writer: RecordWriter) throws -> (old: Record, new: Record) {
    try writer.together {
      guard let place = place(of: new), let old = try serving(new[role], of: place, on: new[from], in: writer.store)
      else {
        throw Diagnostic(
          .state, Localized("nobody serves there then whose term could be handed over", "届时无人在任，无可交接"),
          hint: Localized("appoint the new one instead", "请直接任命"),
          subject: new[role] == .buildingLead ? "building" : "grid")
      }
      let ended = try end(old, on: new[from], as: .handedOver, reason: nil, in: writer)
      return (ended, try writer.add(new))
    }
  }

  /// Ends all that somebody is appointed to on a day or later.
  static func endAll(
    of resident: Reference, on date: CalendarDate, as end: AppointmentEnd, in writer: RecordWriter
  ) throws -> [Record] {
    try ahead(of: resident, on: date, in: writer.store).map {
      try self.end($0, on: date, as: end, reason: nil, in: writer)
    }
  }

  /// Ends the terms as a lead of somebody who moves: those for all buildings or, when he stays in the neighbourhood,
  /// those that rest on living in another building than he moves to.
  ///
  /// - Parameter home: the building that he moves to; nothing if he leaves the neighbourhood.
  static func endLeads(
    of resident: Reference, unlessIn home: Reference?, on date: CalendarDate, in writer: RecordWriter
  ) throws -> [Record] {
    try ahead(of: resident, on: date, in: writer.store).filter { appointment in
      guard appointment[role] == .buildingLead else { return false }
      return home.map { appointment[building] != $0 && !isFromOutside(appointment) } ?? true
    }.map { try end($0, on: date, as: .movedOut, reason: nil, in: writer) }
  }

  /// The appointments of somebody that last on a day or begin later.
  private static func ahead(
    of resident: Reference, on date: CalendarDate, in reader: any RecordReader
  ) throws -> [Record] {
    try reader.all(kind, .equal(self.resident, resident)).filter { isAhead($0, on: date) }
  }

  private static func isAhead(_ appointment: Record, on date: CalendarDate) -> Bool {
    guard let last = lastDay(of: appointment) else { return true }
    return date <= last && appointment[from] <= last
  }
}
