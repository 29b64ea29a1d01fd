import GRDB

/// Statements that have been compiled, by what was asked.
final class StatementCache {
  /// How many statements are kept. Scripts ask in few ways, but a prompt may see any.
  private static let capacity = 256

  private var statements: [QueryShape: PreparedStatement] = [:]

  /// A statement that nobody is reading rows of.
  func idle(_ shape: QueryShape, _ db: Database) throws -> PreparedStatement {
    if let statement = statements[shape], !statement.isRunning { return statement }
    let statement = try PreparedStatement(db, sql: shape.sql)
    if statements.count >= StatementCache.capacity { statements.removeAll() }
    if statements[shape] == nil { statements[shape] = statement }
    return statement
  }

  /// Ends all statements for good.
  func finalize() { statements.removeAll() }
}
