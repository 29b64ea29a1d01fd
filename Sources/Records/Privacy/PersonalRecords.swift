import Values

/// The records that tell of one resident: those that name him, by whatever field of whatever kind, and what is part of
/// those that are his own. They are found by the declarations.
public struct PersonalRecords {
  /// The records, kind by kind, without his own.
  public let records: [Record]

  /// Finds the records about a resident.
  public init(of person: Reference, schema: Schema, in reader: any RecordReader) throws {
    var found: [Record] = []
    var seen: Set<Reference> = [person]
    var open: [Reference] = [person]
    while let named = open.popLast() {
      for record in try NamingRecords(named, schema: schema, in: reader).namings.map(\.record) {
        // What names one of his records is about him only if it is a part of it; a double of him is he himself.
        if named.kind != person.kind, !record.kind.isPart(record, of: named) { continue }
        guard seen.insert(record.reference).inserted else { continue }
        found.append(record)
        if named.kind == person.kind, record.kind.tie?.isOwn ?? false { open.append(record.reference) }
      }
    }
    let order = Dictionary(uniqueKeysWithValues: schema.kinds.enumerated().map { ($1.name.english, $0) })
    records = found.sorted { left, right in
      (order[left.kind.name.english] ?? 0, left.id) < (order[right.kind.name.english] ?? 0, right.id)
    }
  }
}

extension RecordKind {
  /// Whether a record is declared to be part of another.
  fileprivate func isPart(_ record: Record, of whole: Reference) -> Bool {
    partOf.contains { name in slot(of: name).map { record.values[$0].names(whole) } ?? false }
  }
}

extension Reference {
  /// The record as texts of the journal and lists in columns name it: `"resident/12"`.
  var journalText: String { "\"\(kind)/\(id)\"" }
}
