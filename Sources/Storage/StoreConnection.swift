import CSQLite
import Foundation
import GRDB

/// How a database is opened.
enum StoreConnection {
  /// Opens an office's database.
  ///
  /// - Parameters:
  ///   - location: where it is.
  ///   - use: how its file can be used.
  ///   - patience: how many seconds it waits for another program to stop writing.
  static func open(_ location: StoreLocation, _ use: OfficeFile.Use, patience: Double) throws -> DatabaseQueue {
    omitStatistics
    var configuration = Configuration()
    configuration.label = "linli"
    configuration.foreignKeysEnabled = true
    // What the prompt's `begin` opens stays open from one line to the next.
    configuration.allowsUnsafeTransactions = true
    configuration.busyMode = .timeout(patience)
    // What was acknowledged outlives a power cut. A long script changes more pages than SQLite's 2 MiB hold.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -16384") }
    switch (location, use) {
    case (.memory, _): return try DatabaseQueue(configuration: configuration)
    case (.file(let path), .writing):
      // The file keeps this mode, so that it costs nothing later. GRDB's own setting of it writes at every opening.
      configuration.prepareDatabase { try keepLog($0, patience) }
      return try DatabaseQueue(path: path, configuration: configuration)
    case (.file(let path), .reading):
      configuration.readonly = true
      return try DatabaseQueue(path: path, configuration: configuration)
    case (.file(let path), .still):
      configuration.readonly = true
      return try DatabaseQueue(path: "file:\(SQL.uri(path))?immutable=1", configuration: configuration)
    }
  }

  /// Done once, before the first database is opened. A script of many lines has SQLite take and give back memory some
  /// dozen times a line, and counting that took a tenth of SQLite's time.
  private static let omitStatistics: Void = linli_sqlite_omit_statistics()

  /// Lets the database keep a write-ahead log. SQLite waits for others at everything but this change of a new file, which
  /// several may make at once; so it is tried again here.
  private static func keepLog(_ db: Database, _ patience: Double) throws {
    let end = ContinuousClock.now + .seconds(patience)
    while true {
      do {
        return try db.execute(sql: "PRAGMA journal_mode = WAL")
      } catch let error as DatabaseError
        where error.resultCode.primaryResultCode == .SQLITE_BUSY && ContinuousClock.now < end
      {
        usleep(10_000)
      }
    }
  }
}
