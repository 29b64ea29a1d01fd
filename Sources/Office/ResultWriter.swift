import CommandLanguage
import Diagnostics
import Presentation
import Values

/// Writes what a command answered: rows as a table or in the format asked for, a record field by field, a document as
/// text or as a page of HTML.
struct ResultWriter {
  let session: OfficeSession
  /// The format that the line asks for, if it asks for one.
  let asked: OutputFormat?
  /// How many cells a line has; nothing for as many as it takes.
  let width: Int?

  private var format: OutputFormat { asked ?? session.environment.format }

  /// Writes a result.
  func write(_ result: CommandResult, to sink: (String) throws -> Void) throws {
    switch result {
    case .nothing: break
    case .acknowledgement(let text, _): try sink(TerminalText.safe(text[session.language]) + "\n")
    case .document(let document, let value): try write(document, value, to: sink)
    case .rows(let stream, let columns): try write(stream, columns, to: sink)
    case .encoded(let text): try text.writeText(to: sink)
    case .value(let value): try write(value, to: sink)
    }
  }

  private func write(
    _ document: () throws -> Document, _ value: () throws -> Value, to sink: (String) throws -> Void
  ) throws {
    let document = try document()
    switch format {
    case .table:
      try sink(DocumentText(language: session.language, width: width).text(of: try session.cleared(document)))
    case .html: try sink(DocumentHTML(language: session.language).text(of: try session.cleared(document)))
    default:
      let known = try value()
      if known.isPresent { return try write(known, of: document, to: sink) }
      // A format that stands for the whole run is for rows; a text among them stays a text.
      guard let asked else { return try sink(session.text(of: document)) }
      throw Diagnostic(
        .type, Localized("a text cannot be written as \(asked.rawValue)", "文字不能以 \(asked.rawValue) 格式写出"),
        hint: Localized("write it as it is, or as html", "请直接输出，或用 html 格式"))
    }
  }

  /// Writes what a document was made from; if that is for the board, it is read before the first of it is written.
  private func write(_ value: Value, of document: Document, to sink: (String) throws -> Void) throws {
    guard case .board = document.audience, session.past == nil else { return try write(value, to: sink) }
    _ = try session.cleared(document)
    var text = ""
    try write(value) { text += $0 }
    try session.check(text, of: document)
    try sink(text)
  }

  private func write(_ value: Value, to sink: (String) throws -> Void) throws {
    switch value {
    case .none: break
    case .row(let row):
      let label: (Reference) -> String = { session.label(of: $0) }
      switch format {
      case .table: try sink(RecordText.text(of: row, language: session.language, label: label))
      case .html:
        let page = Document(for: .desk, [.fields(RecordText.entries(of: row, label: label))])
        try sink(DocumentHTML(language: session.language).text(of: try session.cleared(page)))
      default: try write(RowStream(row.shape, rows: [row]), Array(row.shape.columns.indices), to: sink)
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
