import Diagnostics
import Foundation
import GRDB
import Records

extension SQLiteStore {
  public var path: String? { location.path }

  public func damage() throws -> [Localized] { try access { try SQLiteStore.damage($0) } }

  /// What SQLite finds wrong with a database's pages, its indices and what its records name.
  private static func damage(_ db: Database) throws -> [Localized] {
    var pages: [Localized] = []
    do {
      let findings = try String.fetchCursor(db, sql: "PRAGMA integrity_check(20)")
      while let finding = try findings.next() { if finding != "ok" { pages.append(inWords(finding)) } }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      // The check itself came no further.
      pages.append(inWords(error.message ?? ""))
    }
    // Through pages that are no good nothing is found.
    guard pages.isEmpty else { return pages }
    return try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(20).map { row in
      let record = "\(row["table"] as String? ?? "") \(row["rowid"] as Int? ?? 0)"
      return Localized("\(record) names what is not there", "\(record) 引用的记录不存在")
    }
  }

  /// A finding of SQLite's check: its own English, and in Chinese what kind of thing it is.
  private static func inWords(_ finding: String) -> Localized {
    // Its first line names the database, of which there is one.
    let text = finding.replacing("*** in database main ***\n", with: "")
    let page = text.firstMatch(of: /[Pp]age (\d+)/).map { "第 \($0.output.1) 页" } ?? ""
    let kinds = [
      (" index ", "索引与记录不符"), ("NULL value", "缺少必填的值"), ("CHECK", "值不符合约束"), ("freelist", "空闲页登记有误"),
      ("never used", "空闲页登记有误"),
    ]
    return Localized(text, page + (kinds.first { text.contains($0.0) }?.1 ?? "数据页损坏"))
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
          .storeDamaged, Localized("the copy is not good: \(damage[0].english)", "副本有误：\(damage[0].chinese)"),
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
