import Values

/// Finds what has been kept long enough.
struct RetentionSearch {
  /// What stands where evidence stood.
  static let noEvidence = "—"

  let store: any RecordStore

  /// The records of a matter whose time began on a day or before it, each with the day on which it began.
  func records(of matter: RetentionMatter, until limit: CalendarDate) throws -> [(record: Record, since: CalendarDate)]
  {
    switch matter {
    case .contact:
      return try [Resident.phone, Resident.note].reduce(into: [Int: (record: Record, since: CalendarDate)]()) {
        found, field in
        for entry in try records(Resident.kind, with: field, Resident.movedOut, limit) {
          found[entry.record.id] = entry
        }
      }.values.sorted { $0.record.id < $1.record.id }
    case .reporter:
      let named = try records(Opinion.kind, with: Opinion.from, Opinion.dealt, limit)
      let others = try records(Opinion.kind, with: Opinion.name, Opinion.dealt, limit).filter {
        $0.record[Opinion.from] == nil
      }
      let closed = (named + others).filter { [.closed, .merged].contains($0.record[Opinion.status]) }
      return try closed + records(Objection.kind, with: Objection.by, Objection.replied, limit)
    case .donor:
      let residents = try records(Gift.kind, with: Gift.resident, on: Gift.date, limit)
      let others = try records(Gift.kind, with: Gift.name, on: Gift.date, limit).filter {
        $0.record[Gift.resident] == nil
      }
      return residents + others
    case .evidence:
      return try store.all(Consent.kind, Condition("evidence", .notEqual, .text(RetentionSearch.noEvidence)))
        .compactMap { consent in
          guard let end = try Consent.end(of: consent, in: store), end <= limit else { return nil }
          return (consent, end)
        }
    case .access, .minutes: return []
    }
  }

  /// Entries that tell who looked at what is masked, and why.
  func accessEntries(until limit: CalendarDate) throws -> [JournalEntry] {
    let end = Moment(limit).endOfDay
    return try ["reveal", "export", "access"].flatMap { act -> [JournalEntry] in
      try store.journal(JournalQuery(act: act, until: end)).collect().filter { $0.erased == nil }
    }
  }

  /// Records in which one field has a value and the day of another has come.
  private func records<Content>(
    _ kind: RecordKind, with field: Field<Content?>, _ day: Field<CalendarDate?>, _ limit: CalendarDate
  ) throws -> [(record: Record, since: CalendarDate)] {
    try found(kind, with: field.declaration, day.declaration, limit).compactMap { record in
      guard let since = record[day]?.last, since <= limit else { return nil }
      return (record, since)
    }
  }

  private func records<Content>(
    _ kind: RecordKind, with field: Field<Content?>, on day: Field<CalendarDate>, _ limit: CalendarDate
  ) throws -> [(record: Record, since: CalendarDate)] {
    try found(kind, with: field.declaration, day.declaration, limit).compactMap { record in
      let since = record[day].last
      return since <= limit ? (record, since) : nil
    }
  }

  private func found(
    _ kind: RecordKind, with field: FieldDeclaration, _ day: FieldDeclaration, _ limit: CalendarDate
  ) throws -> [Record] {
    try store.all(
      kind, Condition(field.name.english, .notEqual, .none), Condition(day.name.english, .lessOrEqual, .date(limit)))
  }
}

extension Consent {
  /// The first day on which a consent counts no more; nothing while it may go on.
  static func end(of consent: Record, in reader: any RecordReader) throws -> CalendarDate? {
    let until = consent[until].map { $0.last.adding(days: 1) }
    return [consent[withdrawn], until, try lapse(of: consent, in: reader)].compactMap { $0 }.min()
  }
}
