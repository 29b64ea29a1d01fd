import Values

/// Reads records, whatever keeps them.
public protocol RecordReader: AnyObject {
  /// The record of a number, if there is one.
  func record(_ kind: RecordKind, id: Int) throws -> Record?
  /// The records that a query asks for, read one by one as they are asked for.
  ///
  /// The cursor is used up before the store is next written to, or the caller collects it first.
  func records(_ query: Query) throws -> RecordCursor
  /// How many records a query asks for; its order and limit do not count.
  func count(_ query: Query) throws -> Int
  /// The sum over the query's records of a stored field that holds money (in fen) or whole numbers; 0 without any.
  func sum(_ field: String, _ query: Query) throws -> Int
}

/// Hands out records one by one.
public struct RecordCursor {
  private let advance: () throws -> Record?

  /// Creates a cursor from a function that gives the next record, or nothing at the end.
  public init(_ advance: @escaping () throws -> Record?) { self.advance = advance }

  /// The next record, or nothing at the end.
  public func next() throws -> Record? { try advance() }

  /// All records that are left.
  public func collect() throws -> [Record] {
    var records: [Record] = []
    while let record = try advance() { records.append(record) }
    return records
  }
}

/// Keeps records. Only ``RecordWriter`` changes them.
public protocol RecordStore: RecordReader {
  /// Adds a record and returns its number.
  func insert(_ record: Record) throws -> Int
  /// Replaces the values of a record that is there.
  func update(_ record: Record) throws
  /// Removes a record.
  func delete(_ reference: Reference) throws
  /// Adds an entry at the journal's end and returns its number.
  func append(_ entry: JournalEntry) throws -> Int
  /// The journal's entries, newest last; `about` limits them to one record.
  func journal(about reference: Reference?, limit: Int?) throws -> [JournalEntry]
  /// A named setting of this office, such as the clock of a demo office.
  func setting(_ name: String) throws -> String?
  /// Sets or, with nothing, removes a setting.
  func setSetting(_ name: String, _ value: String?) throws
  /// A number that is another one when records of a kind may have changed; of use inside a transaction only.
  func revision(of kind: RecordKind) -> Int
  /// Whether a call of ``atomically(_:)`` is under way.
  var isInTransaction: Bool { get }
  /// Runs `body` so that all or nothing of it happens. Calls may stand inside each other: an inner one that fails takes
  /// back only what it did itself, and what it did lasts only when the outermost succeeds.
  ///
  /// - Parameter writing: whether the outermost call is going to write; one that only reads keeps nobody from writing.
  func atomically<Result>(writing: Bool, _ body: () throws -> Result) throws -> Result
}

extension RecordStore {
  /// Runs `body`, which may write, so that all or nothing of it happens.
  public func atomically<Result>(_ body: () throws -> Result) throws -> Result {
    try atomically(writing: true, body)
  }
}
