import CommandLanguage
import Diagnostics
import Presentation
import Values

/// Writes what a command answered: rows as a table or in the format asked for, a record field by field, a text as it is.
struct ResultWriter {
  let session: OfficeSession
  let format: OutputFormat
  /// How many cells a line has; nothing for as many as it takes.
  let width: Int?

  /// Writes a result.
  func write(_ result: CommandResult, to sink: (String) throws -> Void) throws {
    switch result {
    case .nothing: break
    case .acknowledgement(let text, _): try sink(TerminalText.safe(text[session.language]) + "\n")
    case .document(let text, _): try sink(text)
    case .rows(let stream, let columns): try write(stream, columns, to: sink)
    case .value(let value): try write(value, to: sink)
    }
  }

  private func write(_ value: Value, to sink: (String) throws -> Void) throws {
    switch value {
    case .none: break
    case .row(let row):
      if format == .table {
        try sink(RecordText.text(of: row, language: session.language) { session.label(of: $0) })
      } else {
        try write(RowStream(row.shape, rows: [row]), Array(row.shape.columns.indices), to: sink)
      }
    case .list:
      let (stream, columns) = try listed(value)
      try write(stream, columns, to: sink)
    default: try sink(TerminalText.safe(session.text(of: value)) + "\n")
    }
  }

  /// A list's elements as rows, if they are rows of one listing; else as lines of text.
  private func listed(_ value: Value) throws -> (RowStream, [Int]) {
    guard case .list(let values) = value else { preconditionFailure("asked for lists only") }
    let rows = values.compactMap { value in
      if case .row(let row) = value { return row }
      return nil
    }
    if rows.count == values.count, let shape = rows.first?.shape, rows.allSatisfy({ $0.shape.hasColumns(of: shape) }) {
      return (RowStream(shape, rows: rows), shape.listed)
    }
    let shape = RowShape([Column(Name("value", "值"), .any)])
    return (RowStream(shape, rows: values.map { Row(shape, [$0]) }), [0])
  }

  private func write(_ stream: RowStream, _ columns: [Int], to sink: (String) throws -> Void) throws {
    let writer = RowWriter(
      columns: columns.map { stream.shape.columns[$0] }, format: format, language: session.language, width: width
    ) { session.label(of: $0) }
    try writer.write({ try stream.next().map { row in columns.map { row.values[$0] } } }, to: sink)
  }
}
