import Diagnostics
import Foundation
import GRDB
import Records

extension SQLiteStore {
  public var path: String? { location.path }

  public func damage() throws -> [String] { try access { try SQLiteStore.damage($0) } }

  /// What SQLite finds wrong with a database's pages, its indices and what its records name.
  private static func damage(_ db: Database) throws -> [String] {
    let pages = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
    let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(20).map { row in
      "\(row["table"] as String? ?? "") \(row["rowid"] as Int? ?? 0) names what is not there"
    }
    return pages + orphans
  }

  public func copy(to path: String) throws {
    guard let office = location.path else { preconditionFailure("only a file is copied") }
    try fault.translating {
      let file = OfficeFile(path: path)
      try file.make()
      let copy = try DatabaseQueue(path: path)
      // Another connection sees what is committed, whatever this one has begun.
      let source = try DatabaseQueue(path: office, configuration: SQLiteStore.reading)
      try source.backup(to: copy)
      try source.close()
      let damage = try copy.read(SQLiteStore.damage)
      try copy.close()
      guard damage.isEmpty else {
        throw Diagnostic(
          .storeDamaged, Localized("the copy is not good: \(damage[0])", "副本有误：\(damage[0])"),
          hint: Localized("doctor looks at the office", "可用 体检 检查办公室"))
      }
      try file.sync()
    }
  }

  public func replaceAll(from path: String) throws {
    try fault.translating {
      let source = try DatabaseQueue(path: path, configuration: SQLiteStore.reading)
      try source.backup(to: queue)
      try source.close()
      forgetAll()
    }
  }

  private static var reading: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    return configuration
  }
}
