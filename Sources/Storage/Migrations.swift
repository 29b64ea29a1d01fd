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

  /// The newest version.
  private var newest: Int {
    schema.kinds.flatMap { kind in
      [kind.since, kind.search?.since, kind.departure?.since].compactMap { $0 }
        + kind.fields.flatMap { [$0.since, $0.optionalSince ?? 1] } + kind.indices.map(\.since)
    }.reduce(Migrations.chained, max)
  }

  /// Brings a database up to date, or to an earlier version; refuses other programs' databases and those of newer
  /// programs.
  func run(on queue: DatabaseQueue, upTo version: Int? = nil) throws {
    let newest = version ?? newest
    let migrator = migrator(to: newest)
    // Who was killed while he made an office may have left the table of migrations behind, which GRDB makes first.
    let contents = "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'"
    let (id, isEmpty, applied) = try queue.read { db in
      (
        try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
        try Int.fetchOne(db, sql: contents) == 0, try migrator.appliedIdentifiers(db)
      )
    }
    guard id == Migrations.applicationID || (id == 0 && isEmpty) else {
      throw Diagnostic(
        .notAnOffice, Localized("the file is another program's database", "该文件是其他程序的数据库"),
        hint: Localized("choose another file with --db", "请用 --db 另选文件"))
    }
    guard applied.isSubset(of: (1...newest).map(String.init)) else {
      throw Diagnostic(
        .newerOffice, Localized("this office was made by a newer Linli", "该办公室由更新版本的邻里建立"),
        hint: Localized("update the program; nothing was changed", "请升级程序；未作任何改动"))
    }
    guard !applied.contains("\(newest)") else { return }
    guard !queue.configuration.readonly else {
      throw Diagnostic(
        .readOnlyOffice,
        Localized("an older Linli made this office, and it cannot be brought up to date here", "该办公室由旧版本的邻里建立，此处无法更新"),
        hint: Localized("open it once where you may write, or open a copy", "请先在可写的位置打开一次，或打开副本"))
    }
    try migrator.migrate(queue)
  }

  /// One step, in one transaction, from whatever version there is. A new office is made as it is to be: every change of a
  /// table that is there makes the database read its whole schema again.
  private func migrator(to newest: Int) -> DatabaseMigrator {
    var migrator = DatabaseMigrator().disablingDeferredForeignKeyChecks()
    migrator.registerMigration("\(newest)", merging: Set((1...newest).map(String.init))) { db, _ in
      // Another program may have done it since it was looked; from here on this one is alone.
      let applied = try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations").compactMap(Int.init)
      guard let version = applied.max() else { return try make(newest, db) }
      for next in stride(from: version + 1, through: newest, by: 1) { try change(to: next, db) }
      // The migrator enters the version behind this.
      try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = ?", arguments: ["\(newest)"])
    }
    return migrator
  }

  /// Makes everything as it is in a version.
  private func make(_ version: Int, _ db: Database) throws {
    try db.execute(
      sql: """
        PRAGMA application_id = \(Migrations.applicationID);
        CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        """ + (version < Migrations.chained ? Migrations.unchainedJournal : JournalChaining.journal))
    let tables = schema.kinds.map(TableDefinition.init)
    let statements = tables.flatMap {
      $0.creation(in: version) + [$0.labels(since: 1...version)?.creation].compactMap { $0 }
    }
    try db.execute(sql: statements.joined(separator: ";\n"))
  }

  /// Changes what the version before made.
  private func change(to version: Int, _ db: Database) throws {
    if version == Migrations.chained { try JournalChaining(db).run() }
    for table in schema.kinds.map(TableDefinition.init) {
      for statement in table.changes(in: version) { try db.execute(sql: statement) }
      if let labels = table.labels(since: version...version) {
        try db.execute(sql: labels.creation)
        try labels.fill(db)
      }
    }
  }

  /// The journal before it was chained.
  private static let unchainedJournal = """
    CREATE TABLE journal (
      number INTEGER PRIMARY KEY, moment TEXT NOT NULL, by TEXT NOT NULL, origin TEXT NOT NULL,
      act TEXT NOT NULL, kind TEXT NOT NULL, record INTEGER NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL);
    CREATE INDEX journal_record ON journal (kind, record);
    CREATE TRIGGER journal_kept BEFORE DELETE ON journal
      BEGIN SELECT RAISE(ABORT, 'the journal is never shortened'); END;
    CREATE TRIGGER journal_unchanged BEFORE UPDATE ON journal
      BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
    """
}
