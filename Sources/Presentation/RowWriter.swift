import Diagnostics
import Values

/// Writes rows in one of the output formats, row by row as they come.
public struct RowWriter {
  /// How much text is gathered before it is handed on.
  private static let chunk = 32_768

  let columns: [Column]
  let language: Language
  let label: (Reference) -> String
  let paint: Paint
  private let format: OutputFormat
  private let width: Int?

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - columns: the columns to write.
  ///   - format: how.
  ///   - language: the language of headings, choices, yes and no in formats for people.
  ///   - width: how many cells a line has; nothing for as many as it takes.
  ///   - paint: how tables are coloured.
  ///   - label: what people call a record.
  public init(
    columns: [Column], format: OutputFormat, language: Language, width: Int?, paint: Paint = .none,
    label: @escaping (Reference) -> String
  ) {
    self.columns = columns
    self.format = format
    self.language = language
    self.width = width
    self.paint = paint
    self.label = label
  }

  /// Writes all rows that `next` gives.
  public func write(_ next: () throws -> [Value]?, to sink: (String) throws -> Void) throws {
    var buffer = ""
    func put(_ text: String) throws {
      buffer += text
      if buffer.utf8.count >= RowWriter.chunk {
        try sink(buffer)
        buffer = ""
      }
    }
    switch format {
    case .table: try TableText(self, width: width).write(next, to: put)
    case .csv: try DelimitedText(self, .commas).write(next, to: put)
    case .tsv: try DelimitedText(self, .tabs).write(next, to: put)
    case .json, .jsonl: try JSONRows(self, isArray: format == .json).write(next, to: put)
    case .markdown: try MarkdownText(self).write(next, to: put)
    case .lines:
      while let row = try next() { try put((row.first.map(display) ?? "") + "\n") }
    case .html: try HTMLRows(self).write(next, to: put)
    case .pdf, .printer: preconditionFailure("rows become a document first")
    }
    if !buffer.isEmpty { try sink(buffer) }
  }

  /// A value for people, in one line and harmless.
  func display(_ value: Value) -> String { TerminalText.safe(value.displayText(in: language, label: label)) }

  /// A value for other programs. A record is written as what people call it, for its number means nothing elsewhere.
  func exchange(_ value: Value) -> String {
    switch value {
    case .reference(let reference): label(reference)
    case .row(let row): row.reference.map(label) ?? value.exchangeText
    case .list(let values): values.map(exchange).joined(separator: ",")
    default: value.exchangeText
    }
  }
}
