import Values

/// What the profile's retention periods say is to go, on a day.
public struct RetentionPlan {
  /// One record, or one entry of the journal, whose time is over.
  public struct Item {
    /// What of it is kept for a time only.
    public let matter: RetentionMatter
    /// The record concerned.
    public let subject: Reference
    /// The day on which its time began.
    public let since: CalendarDate
    /// The entry concerned, if it is the journal's.
    fileprivate let entry: JournalEntry?
    fileprivate let record: Record?
  }

  /// What is to go, matter by matter in the order of the profile.
  public let items: [Item]
  private let writer: RecordWriter

  /// Works out what is to go today.
  public init(in writer: RecordWriter, _ retention: Retention = Profile.cn.retention) throws {
    self.writer = writer
    let search = RetentionSearch(store: writer.store)
    items = try retention.rules.flatMap { rule -> [Item] in
      guard let limit = retention.limit(of: rule.matter, on: writer.today) else { return [] }
      if rule.matter == .access {
        return try search.accessEntries(until: limit).map {
          Item(matter: rule.matter, subject: $0.subject, since: $0.moment.date, entry: $0, record: nil)
        }
      }
      return try search.records(of: rule.matter, until: limit).map {
        Item(matter: rule.matter, subject: $0.record.reference, since: $0.since, entry: nil, record: $0.record)
      }
    }
  }

  /// How many are to go of each matter; matters without any are left out.
  public var counts: [(matter: RetentionMatter, count: Int)] {
    RetentionMatter.allCases.map { matter in (matter, items.count { $0.matter == matter }) }.filter { $0.1 > 0 }
  }

  /// Lets it go: from the records, and from what the journal says of them.
  public func apply() throws {
    try writer.together {
      for (matter, _) in counts {
        let due = items.filter { $0.matter == matter }
        var erasure = Erasure(in: writer)
        var phones = PersonalText()
        for item in due {
          if let entry = item.entry { erasure.empty(entry) }
          if let record = item.record { clear(matter, of: record, &erasure, &phones) }
        }
        try empty(&erasure, phones)
        let office = try Community.find(in: writer.store)?.reference
        guard let subject = office ?? due.first?.subject else { continue }
        _ = try erasure.run(about: subject, reason: "retention: \(matter.rawValue)")
      }
    }
  }

  private func clear(
    _ matter: RetentionMatter, of record: Record, _ erasure: inout Erasure, _ phones: inout PersonalText
  ) {
    switch matter {
    case .contact:
      if let phone = record[Resident.phone] { phones.add(phone: phone) }
      erasure.clear(Resident.phone, of: record)
      erasure.clear(Resident.note, of: record)
    case .reporter where record.kind == Opinion.kind:
      erasure.clear(Opinion.from, of: record)
      erasure.clear(Opinion.name, of: record)
    case .reporter: erasure.clear(Objection.by, of: record)
    case .donor:
      erasure.clear(Gift.resident, of: record)
      erasure.clear(Gift.name, of: record)
    case .evidence:
      erasure.set(
        Consent.kind.slot(of: Consent.evidence.declaration), of: record, to: .text(RetentionSearch.noEvidence))
      erasure.clear(Consent.witness, of: record)
    case .access, .minutes: break
    }
  }

  /// Empties the entries that tell what was cleared; a phone also goes from what hung out long ago.
  private func empty(_ erasure: inout Erasure, _ phones: PersonalText) throws {
    if !phones.isEmpty {
      let posted = try writer.store.records(Query(CardPosting.kind))
      while let posting = try posted.next() { erasure.remove(phones, from: posting) }
    }
    guard !erasure.isEmpty else { return }
    let entries = try writer.store.journal(JournalQuery())
    while let entry = try entries.next() { erasure.emptyIfTold(by: entry) }
  }
}
