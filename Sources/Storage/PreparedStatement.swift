import Diagnostics
import GRDB
import GRDBSQLite
import Records

/// A statement that is compiled once and run many times.
///
/// GRDB keeps the connection, the transactions and the schema; the values of statements that run for every line of a
/// script go to SQLite directly, without an array and a box for each (see decision 7).
final class PreparedStatement {
  /// Whether rows of it are still being read.
  private(set) var isRunning = false
  private let statement: Statement
  private let sql: String
  private let handle: OpaquePointer
  /// The texts and blobs that are bound, one behind the other: SQLite reads them where they stand, and need not take
  /// memory for each.
  private var bound = UnsafeMutableRawBufferPointer(start: nil, count: 0)

  init(_ db: Database, sql: String) throws {
    self.sql = sql
    statement = try db.makeStatement(sql: sql)
    handle = statement.sqliteStatement
  }

  deinit { bound.deallocate() }

  /// Sets the values of the statement's question marks and begins it.
  func begin(_ values: [ColumnValue]) throws {
    reset()
    makeRoom(for: values)
    var offset = 0
    for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1), &offset) }
    isRunning = true
  }

  private func makeRoom(for values: [ColumnValue]) {
    var count = 0
    for value in values {
      switch value {
      case .text(let text): count += text.utf8.count
      case .blob(let bytes): count += bytes.count
      case .null, .integer: continue
      }
    }
    guard count > bound.count || bound.isEmpty else { return }
    bound.deallocate()
    bound = .allocate(byteCount: max(2 * count, 256), alignment: 1)
  }

  /// Goes to the next row; false at the end.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      reset()
      return false
    default:
      let fault = fault
      reset()
      throw fault
    }
  }

  /// Runs a statement that gives no rows.
  func run(_ values: [ColumnValue]) throws {
    try begin(values)
    _ = try step()
  }

  /// A whole number that a column of the row at hand must hold.
  func integer(_ index: Int) throws -> Int {
    guard case .integer(let number) = try column(index) else { throw damaged }
    return number
  }

  /// A whole number that a column of the row at hand may hold.
  func optionalInteger(_ index: Int) throws -> Int? { try column(index) == .null ? nil : integer(index) }

  /// A text that a column of the row at hand must hold.
  func text(_ index: Int) throws -> String {
    guard case .text(let text) = try column(index) else { throw damaged }
    return text
  }

  /// Bytes that a column of the row at hand must hold.
  func blob(_ index: Int) throws -> [UInt8] {
    guard case .blob(let bytes) = try column(index) else { throw damaged }
    return bytes
  }

  /// What a column of the row at hand holds.
  func column(_ index: Int) throws -> ColumnValue {
    let index = Int32(index)
    switch sqlite3_column_type(handle, index) {
    case SQLITE_NULL: return .null
    case SQLITE_INTEGER: return .integer(Int(sqlite3_column_int64(handle, index)))
    case SQLITE_TEXT:
      let bytes = UnsafeBufferPointer(
        start: sqlite3_column_text(handle, index), count: Int(sqlite3_column_bytes(handle, index)))
      return .text(String(decoding: bytes, as: UTF8.self))
    case SQLITE_BLOB:
      let bytes = UnsafeRawBufferPointer(
        start: sqlite3_column_blob(handle, index), count: Int(sqlite3_column_bytes(handle, index)))
      return .blob(Array(bytes))
    default: throw damaged
    }
  }

  private var damaged: Diagnostic {
    Diagnostic(.storeDamaged, Localized("a stored value is of the wrong kind", "存储的值类型有误"))
  }

  /// Ends the statement, also before its last row.
  func reset() {
    sqlite3_reset(handle)
    isRunning = false
  }

  private func bind(_ value: ColumnValue, at index: Int32, _ offset: inout Int) throws {
    let code: Int32
    switch value {
    case .null: code = sqlite3_bind_null(handle, index)
    case .integer(let number): code = sqlite3_bind_int64(handle, index, Int64(number))
    case .blob(let bytes):
      let (start, count) = bytes.withUnsafeBytes { keep($0, &offset) }
      code = sqlite3_bind_blob(handle, index, start, count, nil)
    case .text(var text):
      let (start, count) = text.withUTF8 { keep(UnsafeRawBufferPointer($0), &offset) }
      code = sqlite3_bind_text(handle, index, start.assumingMemoryBound(to: CChar.self), count, nil)
    }
    guard code == SQLITE_OK else { throw fault }
  }

  /// Copies bytes to where SQLite may read them until other values are bound.
  private func keep(_ bytes: UnsafeRawBufferPointer, _ offset: inout Int) -> (start: UnsafeRawPointer, count: Int32) {
    // Also what is empty has an address: without one SQLite takes it for no value.
    guard let start = bound.baseAddress?.advanced(by: offset) else { preconditionFailure("there is room for all") }
    if let first = bytes.baseAddress { start.copyMemory(from: first, byteCount: bytes.count) }
    offset += bytes.count
    return (UnsafeRawPointer(start), Int32(clamping: bytes.count))
  }

  /// What went wrong last.
  private var fault: DatabaseError {
    let connection = sqlite3_db_handle(handle)
    return DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
      message: String(cString: sqlite3_errmsg(connection)), sql: sql)
  }
}
