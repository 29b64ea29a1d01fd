import CommandLanguage
import Diagnostics
import Records
import Values

/// One person's work in one office: the records, who is at the desk, the clock, the language of the answers.
public final class OfficeSession {
  /// Where the records are kept.
  public let store: any RecordStore
  /// The kinds of record there are.
  public let schema: Schema
  /// The way to change records.
  public let writer: RecordWriter
  /// The language of answers and errors.
  public var language: Language

  /// Opens a session on a store.
  public init(store: any RecordStore, schema: Schema, language: Language, operatorName: String, now: Moment) {
    self.store = store
    self.schema = schema
    self.language = language
    self.writer = RecordWriter(
      store: store, schema: schema, authorship: Authorship(now: now, by: operatorName, origin: "start"))
  }

  /// Reads a record that an argument names.
  public func record(_ reference: Reference) throws -> Record {
    guard let kind = schema[reference.kind], let record = try store.record(kind, id: reference.id) else {
      throw Diagnostic(.unknownRecord, Localized("the record is no longer there", "该记录已不存在"))
    }
    return record
  }

  /// A record as a row: its handle, its fields, its computed values.
  public func row(of record: Record) throws -> Row {
    let computed = try record.kind.computed.map { try $0.compute(record, store) }
    let handle = Value.text(try self.handle(of: record))
    return Row(record.kind.shape, [handle] + record.values + computed, reference: record.reference)
  }

  /// The rows of records, read one by one.
  public func rows(_ query: Query) throws -> CommandResult {
    let cursor = try store.records(query)
    let stream = RowStream(query.kind.shape) { [self] in try cursor.next().map { try row(of: $0) } }
    return .rows(stream, columns: query.kind.shape.listed)
  }

  /// The short word that names a record: `R12`, `G3`, `M1.1`.
  public func handle(of record: Record) throws -> String {
    switch record.kind.handle {
    case .numbered(let prefix): return "\(prefix)\(record.id)"
    case .field(let name):
      guard let slot = record.kind.slot(of: name), case .text(let text) = record.values[slot] else { return "" }
      return text
    }
  }

  /// What people call a record: its label, or its handle where it has none.
  public func label(of record: Record) throws -> String {
    guard let name = record.kind.label, let slot = record.kind.slot(of: name),
      case .text(let text) = record.values[slot]
    else { return try handle(of: record) }
    return text
  }

  /// Says in one line that something was done with a record: its handle and label, then what was done.
  public func acknowledge(_ record: Record, _ done: Localized) throws -> CommandResult {
    let handle = try self.handle(of: record)
    let label = try self.label(of: record)
    let name = handle == label ? handle : "\(handle) \(label)"
    return .acknowledgement(
      Localized("\(name): \(done.english)", "\(name)：\(done.chinese)"), .row(try row(of: record)))
  }
}
