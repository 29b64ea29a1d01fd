import Diagnostics
import Values

extension RecordReader {
  /// A record that a reference names; it is an error if it is gone.
  public func get(_ kind: RecordKind, _ reference: Reference) throws -> Record {
    guard let record = try record(kind, id: reference.id) else {
      throw Diagnostic(
        .unknownRecord, Localized("the \(kind.name.english) is no longer there", "该\(kind.name.chinese)已不存在"))
    }
    return record
  }

  /// The first record for which the conditions hold.
  public func first(_ kind: RecordKind, _ conditions: Condition...) throws -> Record? {
    try first(Query(kind, conditions))
  }

  /// All records for which the conditions hold, by number.
  public func all(_ kind: RecordKind, _ conditions: Condition...) throws -> [Record] {
    try records(Query(kind, conditions)).collect()
  }
}
