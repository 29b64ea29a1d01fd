import Values

/// All kinds of record that an office keeps.
public struct Schema: Sendable {
  /// The kinds, in the order in which help lists them.
  public let kinds: [RecordKind]
  private let byName: [String: RecordKind]

  /// Creates a schema.
  public init(_ kinds: [RecordKind]) {
    self.kinds = kinds
    self.byName = Dictionary(uniqueKeysWithValues: kinds.map { ($0.name.english, $0) })
  }

  /// The kind of an English name.
  public subscript(kind: String) -> RecordKind? { byName[kind] }
}
