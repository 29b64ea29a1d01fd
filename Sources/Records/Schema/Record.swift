import Values

/// One record: its kind, its number and a value for each of the kind's stored fields.
public struct Record: Sendable {
  /// What kind of record it is.
  public let kind: RecordKind
  /// Its number within the kind, from 1; 0 for a record that has not been added yet.
  public let id: Int
  /// One value for each stored field, in the declaration's order.
  public var values: [Value]

  /// A record as it is kept.
  public init(_ kind: RecordKind, id: Int, values: [Value]) {
    self.kind = kind
    self.id = id
    self.values = values
  }

  /// A record to be added: every field has its default.
  public init(_ kind: RecordKind) {
    self.init(kind, id: 0, values: kind.defaults)
  }

  /// Names this record.
  public var reference: Reference { Reference(kind: kind.name.english, id: id) }

  /// The short word that names the record: `R12`, `G3`, `M1.1`.
  public var handle: String {
    switch kind.handle {
    case .numbered(let prefix): return "\(prefix)\(id)"
    case .field(let name):
      guard let slot = kind.slot(of: name), case .text(let text) = values[slot] else { return "" }
      return text
    }
  }

  /// Names no record but all of a kind: what the journal says was done with many at once.
  public static func all(_ kind: RecordKind) -> Reference { Reference(kind: kind.name.english, id: 0) }

  /// The value of one of the kind's own stored fields.
  ///
  /// A required field has a value in every record that has been added; reading one that was never set from a record
  /// still being put together is a programming error.
  @inlinable public subscript<Content>(field: Field<Content>) -> Content {
    get {
      guard let content = Content(fieldValue: values[kind.slot(of: field.declaration)]) else {
        preconditionFailure("\(kind.name.english).\(field.declaration.name.english) has no value")
      }
      return content
    }
    set { values[kind.slot(of: field.declaration)] = newValue.fieldValue }
  }

  /// The same record with its label in the form in which labels of the kind are kept.
  var normalized: Record {
    guard let label = kind.label, let slot = kind.slot(of: label), case .text(let text) = values[slot] else {
      return self
    }
    let normal = kind.normalizeLabel(text)
    guard normal != text else { return self }
    var record = self
    record.values[slot] = .text(normal)
    return record
  }
}
