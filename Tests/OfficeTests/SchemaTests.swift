import GRDB
import Office
import Records
import Testing

@testable import Storage

/// The tables of an office.
@Suite struct SchemaTests {
  /// What a database is made of, a line each: columns, what they refer to, what is unique, indices, triggers.
  private func parts(_ queue: DatabaseQueue) throws -> Set<String> {
    let queries = [
      """
      SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk
        FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'
      """,
      """
      SELECT m.name || '.' || f."from" || ' -> ' || f."table" || '.' || f."to"
        FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
      """,
      """
      SELECT m.name || ' ' || i.origin || ' ' || (SELECT group_concat(name) FROM pragma_index_info(i.name))
        FROM sqlite_master m, pragma_index_list(m.name) i WHERE m.type = 'table' AND i.origin <> 'c'
      """,
      "SELECT sql FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL",
    ]
    return try queue.read { db in Set(try queries.flatMap { try String.fetchAll(db, sql: $0) }) }
  }

  @Test func aNewOfficeIsMadeAsAnOldOneBecomes() throws {
    let migrations = Migrations(schema: OfficeSchema.all)
    let (new, old) = (try DatabaseQueue(), try DatabaseQueue())
    try migrations.run(on: new)
    try migrations.run(on: old, upTo: 1)
    #expect(try parts(old) != parts(new))
    try migrations.run(on: old)
    let (made, become) = (try parts(new), try parts(old))
    #expect(made.count > 300 && made.subtracting(become).isEmpty, "\(made.subtracting(become))")
    #expect(become.subtracting(made).isEmpty, "\(become.subtracting(made))")
    // Nothing is done twice.
    try migrations.run(on: new)
    #expect(try parts(new) == made)
  }
}
