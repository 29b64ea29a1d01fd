import Diagnostics
import Values

/// Rows as a table on a page of HTML, written as they come.
struct HTMLRows {
  private let writer: RowWriter

  init(_ writer: RowWriter) { self.writer = writer }

  func write(_ next: () throws -> [Value]?, to put: (String) throws -> Void) throws {
    let headings = writer.columns.map { $0.name[writer.language] }
    try put(HTMLPage.opening(title: Localized("Linli", "邻里")[writer.language], language: writer.language))
    try put("<table>\n<thead>\n\(line(headings, "th"))</thead>\n<tbody>\n")
    while let row = try next() { try put(line(row.map(writer.display), "td")) }
    try put("</tbody>\n</table>\n\(HTMLPage.closing)")
  }

  private func line(_ cells: [String], _ name: String) -> String {
    let parts = zip(cells, writer.columns).map { HTMLText.element(name, $0, class: $1.type.isNumeric ? "number" : nil) }
    return "<tr>\(parts.joined())</tr>\n"
  }
}
