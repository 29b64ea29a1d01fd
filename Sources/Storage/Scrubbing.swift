import GRDB

/// Sees to it that what was erased is in none of the database's files.
///
/// SQLite leaves what was deleted in free pages, in gaps of pages and in the write-ahead log until other content takes
/// its place. From the first erasure of a transaction on it overwrites what it deletes; when the transaction is over, all
/// pages are written anew and the log is emptied. What could not be done then, because another program was reading or
/// the disk was full, is noted in the file and done when the office is opened next.
final class Scrubbing {
  private static let setting = "scrub"
  private let isInFile: Bool
  private var isDue = false

  /// Creates it for a database in a file or in memory, where nothing outlives the program.
  init(isInFile: Bool) { self.isInFile = isInFile }

  /// Overwrites what is deleted from now on, and notes that the rest is due.
  func begin(_ db: Database) throws {
    guard isInFile, !isDue else { return }
    try db.execute(sql: "PRAGMA secure_delete = ON")
    try db.execute(sql: "INSERT OR REPLACE INTO setting VALUES (?, '1')", arguments: [Scrubbing.setting])
    isDue = true
  }

  /// Does what was noted earlier.
  func resume(_ db: Database) throws {
    guard isInFile else { return }
    isDue = try Bool.fetchOne(db, sql: "SELECT 1 FROM setting WHERE name = ?", arguments: [Scrubbing.setting]) ?? false
    finish(db)
  }

  /// Does what is due, if it can be done now. What was erased is erased for every reader already; this is about bytes, and
  /// failing here takes nothing back.
  func finish(_ db: Database) {
    guard isDue else { return }
    isDue = false
    do {
      try db.execute(sql: "VACUUM")
      guard try emptyLog(db) else { return }
      try db.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [Scrubbing.setting])
      _ = try emptyLog(db)
      try db.execute(sql: "PRAGMA secure_delete = OFF")
    } catch {}
  }

  /// Folds the write-ahead log into the file and cuts it to nothing; false while somebody reads from it.
  private func emptyLog(_ db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)") == 0
  }
}
