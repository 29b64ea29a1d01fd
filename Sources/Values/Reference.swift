/// Names one record of one kind.
public struct Reference: Sendable, Hashable {
  /// The English name of the record's kind.
  public let kind: String
  /// The record's number within its kind; never used again for another record.
  public let id: Int

  /// Creates a reference.
  public init(kind: String, id: Int) {
    self.kind = kind
    self.id = id
  }
}
