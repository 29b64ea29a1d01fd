import GRDB
import Records
import Values

/// The step of the schema that chains the journal by digests (decision 8): entries that are there are sealed in their
/// order, each as a transaction of its own.
struct JournalChaining {
  /// The chained journal of a new office, or of one whose old journal is out of the way.
  static let journal = """
    CREATE TABLE journal (
      number INTEGER PRIMARY KEY, "transaction" INTEGER NOT NULL, moment TEXT NOT NULL, by TEXT NOT NULL,
      origin TEXT NOT NULL, command TEXT NOT NULL, act TEXT NOT NULL, kind TEXT NOT NULL, record INTEGER NOT NULL,
      before TEXT NOT NULL, after TEXT NOT NULL, undoes INTEGER, erased INTEGER, salt BLOB NOT NULL,
      content BLOB, link BLOB NOT NULL);
    CREATE INDEX journal_record ON journal (kind, record);
    CREATE TRIGGER journal_kept BEFORE DELETE ON journal
      BEGIN SELECT RAISE(ABORT, 'the journal is never shortened'); END;
    -- One change is let through: values are erased, and an entry named that tells why.
    CREATE TRIGGER journal_unchanged BEFORE UPDATE ON journal
      WHEN new.erased IS NULL OR old.erased IS NOT NULL OR new.command <> '' OR new.before <> ''
        OR new.after <> '' OR length(new.salt) > 0 OR new.content IS NULL
        OR (new.number, new."transaction", new.moment, new.by, new.origin, new.act, new.kind, new.record,
            new.undoes, new.link)
          IS NOT (old.number, old."transaction", old.moment, old.by, old.origin, old.act, old.kind, old.record,
            old.undoes, old.link)
      BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
    """

  private let db: Database

  init(_ db: Database) { self.db = db }

  func run() throws {
    try db.execute(
      sql: """
        DROP TRIGGER journal_kept;
        DROP TRIGGER journal_unchanged;
        DROP INDEX journal_record;
        ALTER TABLE journal RENAME TO journal_unchained;
        """ + JournalChaining.journal)
    let journal = JournalTable()
    let rows = try Row.fetchCursor(db, sql: "SELECT * FROM journal_unchained ORDER BY number")
    while let row = try rows.next() {
      _ = try journal.append(
        JournalEntry(
          moment: Moment(row["moment"]) ?? Moment(seconds: 0), by: row["by"], origin: row["origin"], act: row["act"],
          subject: Reference(kind: row["kind"], id: row["record"]), before: row["before"], after: row["after"]), db)
      journal.endTransaction()
    }
    journal.finalize()
    try db.execute(sql: "DROP TABLE journal_unchained")
  }
}
