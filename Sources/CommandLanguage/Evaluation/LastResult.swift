import Values

/// The result of the last command that stood by itself, which the prompt calls `$_`.
final class LastResult {
  /// How many rows are kept at most: who wants more of a listing gives it a name.
  private static let limit = 10_000

  /// Its value; nothing if it is too long, or was not read to its end.
  private(set) var value: Value?
  private var shape: RowShape?

  /// What is known of it before the next line runs.
  var type: StaticType {
    switch (value, shape) {
    case (.list, let shape?): .rows(shape)
    case (.row, let shape?): .row(shape)
    case (let value?, _): .constant(value)
    case (nil, _): .unknown
    }
  }

  /// What there is to go back to when the line fails.
  var state: (Value?, RowShape?) {
    get { (value, shape) }
    set { (value, shape) = newValue }
  }

  /// The same result, which is kept while it is shown. What has no value leaves the one before it.
  func keeping(_ result: CommandResult) -> CommandResult {
    switch result {
    case .value(let value): keep(value)
    case .acknowledgement(_, let value), .document(_, let value): (try? value()).map(keep)
    case .rows(let stream, let columns): return .rows(keeping(stream), columns: columns)
    case .nothing, .encoded, .printout: break
    }
    return result
  }

  private func keep(_ value: Value) {
    guard value.isPresent else { return }
    if case .row(let row) = value { shape = row.shape } else { shape = nil }
    self.value = value
  }

  private func keeping(_ stream: RowStream) -> RowStream {
    value = nil
    var rows: [Value] = []
    return RowStream(stream.shape) { [self] in
      guard let row = try stream.next() else {
        if rows.count <= LastResult.limit { (value, shape) = (.list(rows), stream.shape) }
        return nil
      }
      if rows.count <= LastResult.limit { rows.append(.row(row)) }
      return row
    }
  }
}
