import Diagnostics
import Records
import Values

/// What the records tell of one resident, in order of time: where he lived, what he did, how his record changed.
struct ResidentHistory {
  /// The columns of the story.
  static let shape = RowShape([
    Column(Name("from", "起"), .date), Column(Name("until", "止"), .date),
    Column(Name("what", "经历"), .text(maximum: 10_000)), Column(Name("by", "操作员"), .text(maximum: 50)),
    Column(Name("origin", "来源"), .text(maximum: 500)),
  ])

  /// One thing that happened or lasted.
  private struct Event {
    var from: CalendarDate?
    var until: CalendarDate?
    let what: Localized
    var by: String?
    var origin: String?
  }

  private let resident: Record
  private let session: OfficeSession

  init(of resident: Record, _ session: OfficeSession) {
    self.resident = resident
    self.session = session
  }

  /// The rows: what is of no known day first, then by day; of one day first what the records tell, then what was typed.
  func rows() throws -> [Row] {
    let events = try homes() + departures() + appointments() + memberships() + doubles() + changes()
    let ordered = events.enumerated().sorted { left, right in
      let (first, second) = (left.element.from?.ordinal ?? Int.min, right.element.from?.ordinal ?? Int.min)
      return (first, left.offset) < (second, right.offset)
    }
    return ordered.map { _, event in
      Row(
        Self.shape,
        [
          event.from.fieldValue, event.until.fieldValue, .text(event.what[session.language]), event.by.fieldValue,
          event.origin.fieldValue,
        ])
    }
  }

  // MARK: What the records tell

  private func homes() throws -> [Event] {
    var events = try session.store.all(FormerAddress.kind, .equal(FormerAddress.resident, resident.reference)).map {
      record in
      let building = try session.record(record[FormerAddress.building])[Building.name]
      let home = HouseAddress(building: building, unit: record[FormerAddress.unit], room: record[FormerAddress.room])
        .text
      return Event(
        from: record[FormerAddress.from], until: record[FormerAddress.until],
        what: Localized("lived in \(home)", "住在\(home)"))
    }
    if let home = try Resident.text(of: resident, in: session.store) {
      let until = resident[Resident.movedOut] ?? resident[Resident.died]
      let words = until == nil ? Localized("lives in \(home)", "住在\(home)") : Localized("lived in \(home)", "住在\(home)")
      events.append(Event(from: resident[Resident.movedIn], until: until, what: words))
    }
    return events
  }

  private func departures() -> [Event] {
    [
      (resident[Resident.movedOut], Localized("moved out", "迁出")), (resident[Resident.died], Localized("died", "去世")),
    ].compactMap { date, what in date.map { Event(from: $0, what: what) } }
  }

  private func appointments() throws -> [Event] {
    try session.store.all(Appointment.kind, .equal(Appointment.resident, resident.reference)).map { appointment in
      let place = Appointment.place(of: appointment).map { session.label(of: $0) } ?? ""
      let (role, how) = (appointment[Appointment.role], appointment[Appointment.how])
      let (first, last) = (appointment[Appointment.from], Appointment.lastDay(of: appointment))
      var what = Localized(
        "\(role.rawValue) of \(place), \(how.rawValue)", "\(place)\(role.chineseName)，\(how.chineseName)")
      if let end = appointment[Appointment.end] { what = what + Localized("; \(end.rawValue)", "；\(end.chineseName)") }
      // A term that ended before its first day never began.
      let isCancelled = last.map { $0 < first } ?? false
      if isCancelled { what = what + Localized(", never taken up", "，未到任") }
      return Event(from: first, until: isCancelled ? nil : last, what: what)
    }
  }

  private func memberships() throws -> [Event] {
    try session.store.all(Membership.kind, .equal(Membership.resident, resident.reference)).map { seat in
      let body = session.label(of: seat[Membership.body])
      return Event(
        from: seat[Membership.from], until: seat[Membership.until]?.adding(days: -1),
        what: Localized("member of \(body)", "\(body)成员"))
    }
  }

  /// The records that were merged into this one, or that this one was merged into.
  private func doubles() throws -> [Event] {
    var doubles = try session.store.all(Resident.kind, .equal(Resident.mergedInto, resident.reference))
    if resident[Resident.mergedInto] != nil { doubles.append(resident) }
    return try doubles.map { double in
      let entry = try session.store.journal(JournalQuery(subject: double.reference)).collect().last {
        $0.after.contains("\"\(Resident.mergedInto.declaration.name.english)\"")
      }
      let successor = double[Resident.mergedInto].map { session.handle(of: $0) } ?? ""
      return Event(
        from: entry?.moment.date,
        what: Localized(
          "\(double.handle) was merged into \(successor)", "\(double.handle) 并入 \(successor)"))
    }
  }

  // MARK: What was typed

  private func changes() throws -> [Event] {
    try session.store.journal(JournalQuery(subject: resident.reference)).collect().map { entry in
      Event(
        from: entry.moment.date, what: Localized(same: ChangeText(entry, session).text), by: entry.by,
        origin: entry.origin)
    }
  }
}
