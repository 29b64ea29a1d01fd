import Diagnostics
import Values

/// Reads records, whatever keeps them.
public protocol RecordReader: AnyObject {
  /// The record of a number, if there is one.
  func record(_ kind: RecordKind, id: Int) throws -> Record?
  /// The records that a query asks for, read one by one as they are asked for.
  ///
  /// The cursor is used up before the store is next written to, or the caller collects it first.
  func records(_ query: Query) throws -> RecordCursor
  /// The first of the records that a query asks for.
  func first(_ query: Query) throws -> Record?
  /// How many records a query asks for; its order and limit do not count.
  func count(_ query: Query) throws -> Int
  /// The sum over the query's records of a stored field that holds money (in fen) or whole numbers; 0 without any.
  func sum(_ field: String, _ query: Query) throws -> Int
  /// The same sums apart for each value of another stored field, `group`, in ascending order of its values.
  func totals(_ field: String, by group: String, _ query: Query) throws -> [Total]
  /// The labels of a kind with a ``RecordKind/Search`` that a pattern finds, each once, the best matches first and equal
  /// ones in the order of their text; at most so many.
  func labels(of kind: RecordKind, matching pattern: LabelPattern, limit: Int) throws -> [String]
  /// The numbers of the records whose labels a pattern finds, with how well each matches, in no order. Records whose
  /// place another took are left out.
  func numbers(of kind: RecordKind, matching pattern: LabelPattern) throws -> [(id: Int, match: LabelPattern.Match)]
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
  /// Adds a record and returns its number: its own if it has one, else the next.
  func insert(_ record: Record) throws -> Int
  /// Replaces the values of a record that is there.
  func update(_ record: Record) throws
  /// Removes a record.
  func delete(_ reference: Reference) throws
  /// Lets records name others that are not there yet, until the open transaction ends.
  func deferReferences() throws
  /// The number that the next new record of a kind gets: numbers of records that went are not given again.
  func nextNumber(of kind: RecordKind) throws -> Int
  /// Leaves out the numbers below one for the next new record of a kind.
  func setNextNumber(_ number: Int, of kind: RecordKind) throws
  /// Adds an entry at the journal's end, sealed, and returns its number. The store numbers entries and transactions.
  func append(_ entry: JournalEntry) throws -> Int
  /// Erases what entries say of their records, because of what another entry tells; their digests stay. What was erased
  /// is in none of the store's files any more once the transaction is over.
  func eraseEntries(_ numbers: [Int], because reason: Int) throws
  /// The number of the first entry that the open transaction has written, if it has.
  var openTransaction: Int? { get }
  /// The entries that a query asks for, read one by one as they are asked for.
  func journal(_ query: JournalQuery) throws -> JournalCursor
  /// The last entry that ``journal(_:)`` tells of, while records are as they were after it; nothing for all entries.
  var journalEnd: Int? { get set }
  /// A named setting of this office, such as the clock of a demo office.
  func setting(_ name: String) throws -> String?
  /// Sets or, with nothing, removes a setting.
  func setSetting(_ name: String, _ value: String?) throws
  /// Whether nothing can be changed here.
  var isReadOnly: Bool { get }
  /// Throws a ``Diagnostic`` where nothing can be changed.
  func requireWritable() throws
  /// The file that everything is kept in; nothing for memory.
  var path: String? { get }
  /// What is wrong with the file, a sentence each; empty if it is good.
  func damage() throws -> [Localized]
  /// Writes a copy of the file with all that is committed into a new file that its owner alone may read, while others work. The copy is
  /// good and on the disk when this returns.
  func copy(to path: String) throws
  /// Puts the content of a copy in the place of all that the file holds, in one step; no transaction may be open.
  func replaceAll(from path: String) throws
  /// Closes the file; nothing is read or written afterwards.
  func close() throws
  /// The codes of the faults that the store has of its own, such as a file that cannot be opened.
  var codes: [DiagnosticCode] { get }
  /// A number that is another one when records of a kind may have changed; of use inside a transaction only.
  func revision(of kind: RecordKind) -> Int
  /// Opens a transaction that lasts until ``commit()`` or ``rollback()``; calls of ``atomically(_:)`` stand inside it.
  func begin() throws
  /// Keeps what was done since ``begin()``.
  func commit() throws
  /// Takes back what was done since ``begin()``.
  func rollback() throws
  /// Whether a transaction is open that ``begin()`` opened.
  var hasBegun: Bool { get }
  /// Whether a call of ``atomically(_:)`` is under way.
  var isInTransaction: Bool { get }
  /// Runs `body` so that all or nothing of it happens. Calls may stand inside each other: an inner one that fails takes
  /// back only what it did itself, and what it did lasts only when the outermost succeeds.
  ///
  /// - Parameter writing: whether the outermost call is going to write; one that only reads keeps nobody from writing.
  func atomically<Result>(writing: Bool, _ body: () throws -> Result) throws -> Result
  /// Runs `body`, which may write, and takes back all that it did. Where nothing can be changed it writes to a copy that
  /// is gone afterwards.
  func provisionally<Result>(_ body: () throws -> Result) throws -> Result
}

extension RecordStore {
  /// Runs `body`, which may write, so that all or nothing of it happens.
  public func atomically<Result>(_ body: () throws -> Result) throws -> Result {
    try atomically(writing: true, body)
  }
}
