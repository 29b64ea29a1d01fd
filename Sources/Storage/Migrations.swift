import Diagnostics
import GRDB
import Records

/// The numbered steps from an empty file to the present schema: step n makes what the declarations mark with `since` n.
struct Migrations {
  let schema: Schema

  /// Marks a file as an office (`Linl` in ASCII), so that no other program's database is taken for one.
  static let applicationID = 0x4C69_6E6C
  /// The version that chained the journal.
  private static let chained = 2

  /// Brings a database up to date, or to an earlier version; refuses other programs' databases and those of newer
  /// programs.
  func run(on queue: DatabaseQueue, upTo version: String? = nil) throws {
    let migrator = migrator
    let (id, isEmpty, applied) = try queue.read { db in
      (
        try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0, try migrator.appliedIdentifiers(db)
      )
    }
    guard id == Migrations.applicationID || (id == 0 && isEmpty) else {
      throw Diagnostic(
        .notAnOffice, Localized("the file is another program's database", "该文件是其他程序的数据库"),
        hint: Localized("choose another file with --db", "请用 --db 另选文件"))
    }
    guard applied.isSubset(of: migrator.migrations) else {
      throw Diagnostic(
        .newerOffice, Localized("this office was made by a newer Linli", "该办公室由更新版本的邻里建立"),
        hint: Localized("update the program; nothing was changed", "请升级程序；未作任何改动"))
    }
    guard !applied.isSuperset(of: migrator.migrations) else { return }
    guard !queue.configuration.readonly else {
      throw Diagnostic(
        .readOnlyOffice,
        Localized("an older Linli made this office, and it cannot be brought up to date here", "该办公室由旧版本的邻里建立，此处无法更新"),
        hint: Localized("open it once where you may write, or open a copy", "请先在可写的位置打开一次，或打开副本"))
    }
    if let version { try migrator.migrate(queue, upTo: version) } else { try migrator.migrate(queue) }
  }

  private var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator().disablingDeferredForeignKeyChecks()
    let versions = schema.kinds.flatMap { kind -> [Int] in
      var versions = [kind.since, kind.search?.since ?? 1, kind.departure?.since ?? 1]
      for field in kind.fields { versions += [field.since, field.optionalSince ?? 1] }
      return versions + kind.indices.map(\.since)
    }
    for version in 1...max(Migrations.chained, versions.max() ?? 1) {
      migrator.registerMigration("\(version)") { db in
        if version == 1 { try Migrations.makeFoundation(db) }
        if version == Migrations.chained { try JournalChaining(db).run() }
        for kind in schema.kinds {
          let table = TableDefinition(kind: kind)
          for statement in table.changes(in: version) { try db.execute(sql: statement) }
          if let labels = table.labels(in: version) {
            try db.execute(sql: labels.creation)
            try labels.fill(db)
          }
        }
      }
    }
    return migrator
  }

  /// What every office has: its mark, the journal, the settings.
  private static func makeFoundation(_ db: Database) throws {
    try db.execute(
      sql: """
        PRAGMA application_id = \(applicationID);
        CREATE TABLE journal (
          number INTEGER PRIMARY KEY, moment TEXT NOT NULL, by TEXT NOT NULL, origin TEXT NOT NULL,
          act TEXT NOT NULL, kind TEXT NOT NULL, record INTEGER NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL);
        CREATE INDEX journal_record ON journal (kind, record);
        CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TRIGGER journal_kept BEFORE DELETE ON journal
          BEGIN SELECT RAISE(ABORT, 'the journal is never shortened'); END;
        CREATE TRIGGER journal_unchanged BEFORE UPDATE ON journal
          BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
        """)
  }
}
