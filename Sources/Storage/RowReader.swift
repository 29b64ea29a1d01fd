/// Reads the rows of a statement that has begun, and ends it when nobody wants more of them.
final class RowReader {
  private let statement: PreparedStatement
  private var isAtEnd = false

  init(_ statement: PreparedStatement) { self.statement = statement }

  deinit {
    if !isAtEnd { statement.reset() }
  }

  /// The next row as `read` gives it, or nothing at the end.
  func next<Result>(_ read: (PreparedStatement) throws -> Result) throws -> Result? {
    guard !isAtEnd else { return nil }
    guard try statement.step() else {
      isAtEnd = true
      return nil
    }
    return try read(statement)
  }
}
