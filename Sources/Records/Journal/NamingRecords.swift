import Values

/// The records that name one record, whatever their kind and field.
struct NamingRecords {
  /// One record and the field by which it names the other.
  struct Naming {
    let record: Record
    let slot: Int
  }

  private let named: Reference
  /// The records, kind by kind, one for each field.
  let namings: [Naming]

  /// Finds the records that name a record.
  init(_ named: Reference, schema: Schema, in reader: any RecordReader) throws {
    self.named = named
    var namings: [Naming] = []
    for kind in schema.kinds {
      for (slot, field) in kind.fields.enumerated() where field.type.names(named.kind) {
        let name = field.name.english
        let condition =
          field.type.isList
          ? Condition(name, .contains, .text(named.journalText)) : Condition(name, .equal, .reference(named))
        let records = try reader.records(Query(kind, [condition])).collect()
        namings += records.filter { $0.values[slot].names(named) }.map { Naming(record: $0, slot: slot) }
      }
    }
    self.namings = namings
  }

  /// Those of one kind.
  func of(_ kind: RecordKind) -> [Record] { namings.map(\.record).filter { $0.kind == kind } }

  /// Those that could not name another record instead, because a record with the same values names that already.
  func clashing(with other: Reference, in reader: any RecordReader) throws -> [Record] {
    try namings.filter { naming in
      let kind = naming.record.kind
      let name = kind.fields[naming.slot].name.english
      return try kind.uniqueTogether.filter { $0.contains(name) }.contains { group in
        let conditions = group.compactMap { field in
          kind.slot(of: field).map {
            Condition(field, .equal, field == name ? .reference(other) : naming.record.values[$0])
          }
        }
        return try reader.count(Query(kind, conditions)) > 0
      }
    }.map(\.record)
  }

  /// Lets them name another record instead, except some; gives how many do.
  func rename(to other: Reference, except left: Set<Reference>, in writer: RecordWriter) throws -> Int {
    var renamed: Set<Reference> = []
    for naming in namings where !left.contains(naming.record.reference) {
      // The record may name it by several fields.
      guard let record = try writer.store.record(naming.record.kind, id: naming.record.id) else { continue }
      try writer.change(record) { $0.values[naming.slot] = $0.values[naming.slot].naming(other, for: named) }
      renamed.insert(record.reference)
    }
    return renamed.count
  }
}

extension Value {
  /// The value with one record in another's place.
  fileprivate func naming(_ other: Reference, for reference: Reference) -> Value {
    switch self {
    case .reference(reference): .reference(other)
    case .list(let values): .list(values.map { $0.naming(other, for: reference) })
    default: self
    }
  }
}
