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
  private var handle: OpaquePointer { statement.sqliteStatement }

  init(_ db: Database, sql: String) throws {
    self.sql = sql
    statement = try db.makeStatement(sql: sql)
  }

  /// Sets the values of the statement's question marks and begins it.
  func begin(_ values: [ColumnValue]) throws {
    reset()
    for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
    isRunning = true
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

  private func bind(_ value: ColumnValue, at index: Int32) throws {
    let code: Int32
    switch value {
    case .null: code = sqlite3_bind_null(handle, index)
    case .integer(let number): code = sqlite3_bind_int64(handle, index, Int64(number))
    // SQLite makes its own copy: what is bound may be gone before the statement runs.
    case .blob(let bytes): code = sqlite3_bind_blob(handle, index, bytes, Int32(clamping: bytes.count), Self.copies)
    case .text(var text):
      code = text.withUTF8 { bytes in
        // An empty text may have no address, and without one SQLite takes it for no value.
        guard let start = UnsafeRawPointer(bytes.baseAddress) else {
          return sqlite3_bind_text(handle, index, "", 0, Self.copies)
        }
        return sqlite3_bind_text(
          handle, index, start.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count), Self.copies)
      }
    }
    guard code == SQLITE_OK else { throw fault }
  }

  private static let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  /// What went wrong last.
  private var fault: DatabaseError {
    let connection = sqlite3_db_handle(handle)
    return DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
      message: String(cString: sqlite3_errmsg(connection)), sql: sql)
  }
}
