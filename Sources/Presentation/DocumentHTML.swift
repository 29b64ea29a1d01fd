import Diagnostics
import Values

/// A document as a page of HTML that prints on A4.
public struct DocumentHTML {
  private let language: Language

  /// Creates a renderer.
  public init(language: Language) { self.language = language }

  /// The page.
  public func text(of cleared: ClearedDocument) -> String {
    let document = cleared.document
    let title = document.title?[language] ?? Localized("Linli", "邻里")[language]
    return HTMLPage.opening(title: title, language: language, style: document.form == .slip ? "slip" : nil)
      + document.blocks.map { html(of: $0) + "\n" }.joined() + HTMLPage.closing
  }

  private func html(of block: Document.Block) -> String {
    switch block {
    case .title(let text): element("h1", text)
    case .heading(let text, let right): "<h2>\(element("span", text))\(right.map { element("span", $0) } ?? "")</h2>"
    case .paragraph(let text): element("p", text)
    case .fields(let entries):
      "<table class=\"fields\">\n"
        + entries.map { "<tr>\(element("th", $0.name))\(element("td", $0.text))</tr>\n" }.joined() + "</table>"
    case .table(let table): html(of: table)
    case .bars(let bars): html(of: bars, style: "bar")
    case .progress(let bar): html(of: [bar], style: "bar whole")
    case .signatures(let names): "<p class=\"signatures\">\(names.map { element("span", $0) }.joined())</p>"
    case .rule: "<hr>"
    case .verbatim(let text): element("pre", Localized(same: text))
    }
  }

  private func html(of table: Document.Table) -> String {
    func row(_ cells: [Localized], _ name: String) -> String {
      let parts = zip(cells, table.columns).map { element(name, $0, class: $1.isNumeric ? "number" : nil) }
      return "<tr>\(parts.joined())</tr>\n"
    }
    let headings = table.columns.map(\.heading)
    var text = "<table>\n"
    if !headings.allSatisfy({ $0[language].isEmpty }) { text += "<thead>\n\(row(headings, "th"))</thead>\n" }
    text += "<tbody>\n\(table.rows.map { row($0, "td") }.joined())</tbody>\n"
    if let total = table.total { text += "<tfoot>\n\(row(total, "td"))</tfoot>\n" }
    text += "</table>"
    return table.flows ? "<div class=\"flows\">\n\(text)\n</div>" : text
  }

  /// Lengths in thousandths of the whole.
  private func html(of bars: [Document.Bar], style: String) -> String {
    let rows = bars.map { bar in
      let length = bar.full(of: 1_000)
      let part = length == 0 ? "" : "<div style=\"width: \(length / 10).\(length % 10)%\"></div>"
      return "<tr>\(element("td", bar.label))<td class=\"\(style)\"><div>\(part)</div></td>"
        + "\(element("td", bar.text, class: "number"))</tr>\n"
    }
    return "<table class=\"bars\">\n\(rows.joined())</table>"
  }

  private func element(_ name: String, _ text: Localized, class style: String? = nil) -> String {
    HTMLText.element(name, text[language], class: style)
  }
}
