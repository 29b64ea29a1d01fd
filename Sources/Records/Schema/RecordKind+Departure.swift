import Values

extension RecordKind {
  /// How records of a kind come to belong to the past without being removed: somebody moves out, dies, or turns out to
  /// be recorded twice. They keep their numbers, and what names them stays valid; lists leave them out unless asked.
  public struct Departure: Sendable {
    /// The stored fields of which one gets a value when a record comes to belong to the past.
    public let fields: [FieldDeclaration]
    /// The computed field that says how a record stands.
    public let status: FieldDeclaration
    /// The field, one of ``fields``, that names the record which took this one's place: nothing new may name it.
    public let successor: FieldDeclaration?
    /// The number of the schema version from which on the store keeps an index of those records.
    public let since: Int

    /// Declares how records come to belong to the past.
    public init(fields: [FieldDeclaration], status: FieldDeclaration, successor: FieldDeclaration?, since: Int) {
      self.fields = fields
      self.status = status
      self.successor = successor
      self.since = since
    }
  }

  /// Whether a record of the kind belongs to the present.
  public func isCurrent(_ record: Record) -> Bool {
    departure?.fields.allSatisfy { !record.values[slot(of: $0)].isPresent } ?? true
  }

  /// The record that took the place of one, if one did.
  public func successor(of record: Record) -> Reference? {
    guard let field = departure?.successor, case .reference(let reference) = record.values[slot(of: field)] else {
      return nil
    }
    return reference
  }
}
