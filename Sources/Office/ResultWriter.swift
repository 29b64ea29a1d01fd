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
  /// How tables and texts are coloured.
  var paint = Paint.none

  private var format: OutputFormat { asked ?? session.environment.format }

  /// Writes a result.
  func write(_ result: CommandResult, to sink: (String) throws -> Void) throws {
    switch result {
    case .nothing: break
    case .acknowledgement(let text, _): try sink(TerminalText.safe(text[session.language]) + "\n")
    case .document(let document, let value): try write(document, value, to: sink)
    case .rows(let stream, let columns): try write(stream, columns, to: sink)
    case .encoded(let text): try text.writeText { try sink(sheet($0)) }
    case .printout(let printout):
      let form = try form(of: printout)
      if form == .pdf { throw ResultWriter.noTerminal() }
      try printout.write(as: form) { try sink(String(decoding: $0, as: UTF8.self)) }
    case .value(let value): try write(value, to: sink)
    }
  }

  /// Writes a result as a file: bytes, where the format is one of bytes.
  func writeFile(_ result: CommandResult, to sink: @escaping ([UInt8]) throws -> Void) throws {
    switch result {
    case .printout(let printout): try printout.write(as: form(of: printout), to: sink)
    case .encoded(let text) where !isPDF: try text.write(to: sink)
    case _ where isPDF:
      try DocumentPDF(language: session.language).write(session.cleared(document(of: result)), to: sink)
    default: try write(result) { try sink(Array($0.utf8)) }
    }
  }

  /// Whether what is written is no text.
  var isPDF: Bool { asked == .pdf || asked == .printer }

  /// The same for one result, which may have a form of its own.
  func isPDF(_ result: CommandResult) throws -> Bool {
    guard case .printout(let printout) = result else { return isPDF }
    return try form(of: printout) == .pdf
  }

  private func form(of printout: Printout) throws -> Printout.Form {
    switch asked {
    case nil: return printout.usualForm
    case .table: return .text
    case .html: return .html
    case .pdf, .printer: return .pdf
    case let format?: throw ResultWriter.noRows(as: format)
    }
  }

  /// Any result as a document that can be set.
  private func document(of result: CommandResult) throws -> Document {
    switch result {
    case .document(let document, _): return try document()
    case .rows(let stream, let columns): return try document(of: stream, columns)
    case .value(.list(let values)):
      let (stream, columns) = try listed(.list(values))
      return try document(of: stream, columns)
    case .value(.row(let row)):
      return page(of: row)
    default:
      var text = ""
      try ResultWriter(session: session, asked: .table, width: nil).write(result) { text += $0 }
      return Document(for: .desk, [.verbatim(text)])
    }
  }

  private func page(of row: Row) -> Document {
    Document(for: .desk, [.fields(RecordText.entries(of: row) { session.label(of: $0) })])
  }

  private func document(of stream: RowStream, _ columns: [Int]) throws -> Document {
    let shown = columns.map { stream.shape.columns[$0] }
    let rows = try stream.collect().map { row in
      columns.map { column in
        let text = row.values[column].displayText(in: session.language) { session.label(of: $0) }
        return Localized(same: TerminalText.safe(text))
      }
    }
    let table = Document.Table(
      shown.map { .init($0.name.localized, isNumeric: $0.type.isNumeric) }, rows)
    return Document(for: .desk, [.table(table)])
  }

  static func noTerminal() -> Diagnostic {
    Diagnostic(
      .outputFile, Localized("a PDF is no text for a terminal", "PDF 不能直接显示在终端"),
      hint: Localized("write it into a file: … > cards.pdf", "请写入文件：… > cards.pdf"))
  }

  private static func noRows(as format: OutputFormat) -> Diagnostic {
    Diagnostic(
      .type, Localized("a text cannot be written as \(format.rawValue)", "文字不能以 \(format.rawValue) 格式写出"),
      hint: Localized("write it as it is, or as html or pdf", "请直接输出，或用 html、pdf 格式"))
  }

  private func write(
    _ document: () throws -> Document, _ value: () throws -> Value, to sink: (String) throws -> Void
  ) throws {
    let document = try document()
    switch format {
    case .table:
      try sink(
        DocumentText(language: session.language, width: width, paint: paint).text(of: try session.cleared(document)))
    case .html: try sink(DocumentHTML(language: session.language).text(of: try session.cleared(document)))
    case .pdf, .printer: throw ResultWriter.noTerminal()
    default:
      let known = try value()
      if known.isPresent { return try write(known, of: document, to: sink) }
      // A format that stands for the whole run is for rows; a text among them stays a text.
      guard let asked else { return try sink(session.text(of: document)) }
      throw ResultWriter.noRows(as: asked)
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
      if let reference = row.reference { session.seen?.show(reference) }
      switch format {
      case .table:
        try sink(
          RecordText.text(of: row, language: session.language, width: width, paint: paint) { session.label(of: $0) })
      case .html:
        try sink(DocumentHTML(language: session.language).text(of: try session.cleared(page(of: row))))
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
      columns: columns.map { stream.shape.columns[$0] }, format: format, language: session.language, width: width,
      paint: paint
    ) { session.label(of: $0) }
    let next = {
      try stream.next().map { row in
        if let reference = row.reference { session.seen?.show(reference) }
        return columns.map { row.values[$0] }
      }
    }
    let isSheet = format == .csv || format == .tsv
    try writer.write(next) { try sink(isSheet ? sheet($0) : $0) }
  }

  /// A part of a sheet: a file gets it as it is, a terminal without what it would obey.
  private func sheet(_ text: String) -> String {
    width == nil ? text : TerminalLines.safe(text.replacing("\r\n", with: "\n"))
  }
}
