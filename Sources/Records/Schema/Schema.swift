import Values

/// All kinds of record that an office keeps.
public struct Schema: Sendable {
  /// The kinds, in the order in which help lists them.
  public let kinds: [RecordKind]
  private let byName: [String: RecordKind]

  /// Creates a schema. A kind whose records name residents says what becomes of them when somebody asks to be erased;
  /// one that does not is a programming error.
  public init(_ kinds: [RecordKind]) {
    for kind in kinds where !kind.personSlots.isEmpty && kind.tie == nil {
      preconditionFailure("\(kind.name.english) names residents and does not say what it is to them")
    }
    self.kinds = kinds
    self.byName = Dictionary(uniqueKeysWithValues: kinds.map { ($0.name.english, $0) })
  }

  /// The kind of an English name.
  public subscript(kind: String) -> RecordKind? { byName[kind] }

  /// How many records there are, of all kinds.
  public func recordCount(in reader: any RecordReader) throws -> Int {
    try kinds.reduce(0) { try $0 + reader.count(Query($1)) }
  }
}
