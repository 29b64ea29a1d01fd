import Diagnostics
import Typesetting
import Values

/// A document as a PDF on A4: the same parts as ``DocumentText`` and ``DocumentHTML`` show, set by Pango.
public struct DocumentPDF {
  private let language: Language

  /// Creates a renderer.
  public init(language: Language) { self.language = language }

  /// Writes the document.
  ///
  /// - Throws: a ``Diagnostic`` that names the package to install when a library or the fonts are missing.
  public func write(_ cleared: ClearedDocument, to sink: @escaping ([UInt8]) throws -> Void) throws {
    let document = cleared.document
    let title = document.title?[language] ?? Localized("Linli", "邻里")[language]
    let file = try PDFFile(size: .a4, title: title, to: sink)
    let page = PageFlow(file, isSlip: document.form == .slip)
    for block in document.blocks { try draw(block, on: page) }
    try page.end()
    try file.finish()
  }

  private func draw(_ block: Document.Block, on page: PageFlow) throws {
    switch block {
    case .title(let text):
      try page.flow(text[language], TextStyle(size: 18, isBold: true, alignment: .center))
      page.space(6)
    case .heading(let text, let right): try heading(text, right, on: page)
    case .paragraph(let text): try page.flow(text[language], PageFlow.body)
    case .fields(let entries):
      let rows = entries.map { [$0.name[language], $0.text[language]] }
      try PageTable(rows: rows, columns: [.init(), .init(fills: true)], isRuled: false).draw(on: page)
    case .table(let table): try draw(table, on: page)
    case .bars(let bars): try draw(bars, isWhole: false, on: page)
    case .progress(let bar): try draw([bar], isWhole: true, on: page)
    case .signatures(let names): try signatures(names.map { $0[language] }, on: page)
    case .rule:
      try page.need(8)
      page.line(at: page.y + 4)
      page.advance(8)
    case .verbatim(let text):
      var style = TextStyle(size: 10)
      style.font = "Noto Sans Mono CJK SC"
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        try page.flow(line.isEmpty ? " " : String(line), style)
      }
    }
  }

  private func heading(_ text: Localized, _ right: Localized?, on page: PageFlow) throws {
    page.space(8)
    let left = TextStyle(size: 13, isBold: true)
    let edge = right.map { $0[language] } ?? ""
    let taken = edge.isEmpty ? 0 : page.file.measure(edge, width: page.width, left).width + 12
    let room = max(page.width / 2, page.width - taken)
    let height = page.file.measure(text[language], width: room, left).height
    // A heading at the foot of a page would stand alone.
    try page.need(height + 40)
    page.draw(text[language], x: 0, width: room, height: height, left)
    if !edge.isEmpty {
      page.draw(
        edge, x: room, width: page.width - room, height: height, TextStyle(size: 13, isBold: true, alignment: .right))
    }
    page.advance(height + 3)
  }

  private func draw(_ table: Document.Table, on page: PageFlow) throws {
    func texts(_ cells: [Localized]) -> [String] { cells.map { $0[language] } }
    var columns = table.columns.map { PageTable.Column(isNumeric: $0.isNumeric, fills: $0.fills) }
    var rows = table.rows.map(texts)
    var headings = texts(table.columns.map(\.heading))
    var total = table.total.map(texts)
    if table.flows, rows.count > 8 {
      let half = (rows.count + 1) / 2
      let blank = headings.map { _ in "" }
      rows = (0..<half).map { rows[$0] + ($0 + half < rows.count ? rows[$0 + half] : blank) }
      total = total.map { blank + $0 }
      // Both halves are as wide, whatever their cells.
      if let first = columns.firstIndex(where: { !$0.isNumeric }) { columns[first].fills = true }
      columns += columns
      headings += headings
    }
    try PageTable(
      headings: headings.allSatisfy(\.isEmpty) ? nil : headings, rows: rows, total: total, columns: columns,
      isRuled: true
    ).draw(on: page)
  }

  private func draw(_ bars: [Document.Bar], isWhole: Bool, on page: PageFlow) throws {
    let labels = bars.map { $0.label[language] }
    let texts = bars.map { $0.text[language] }
    func widest(_ texts: [String]) -> Double {
      texts.map { page.file.measure($0, width: page.width, PageFlow.body).width }.max() ?? 0
    }
    let left = min(widest(labels), page.width / 3)
    let right = min(widest(texts), page.width / 3)
    let room = max(20, page.width - left - right - 16)
    for index in bars.indices {
      try page.need(16)
      page.draw(labels[index], x: 0, width: left, height: 15, PageFlow.body)
      let bar = PDFFile.Box(page.x + left + 8, page.y + 3, room, 10)
      var full = bar
      full.size.width = room * Double(bars[index].full(of: 1_000)) / 1_000
      if full.size.width > 0 { page.file.fill(full, gray: 0.25) }
      if isWhole { page.file.drawFrame(bar, width: 0.6) }
      page.draw(
        texts[index], x: page.width - right, width: right, height: 15, TextStyle(size: 11, alignment: .right))
      page.advance(16)
    }
  }

  /// Who signs, with a line to sign on, as many beside each other as there is room for.
  private func signatures(_ names: [String], on page: PageFlow) throws {
    page.space(10)
    let line = 100.0
    var x = 0.0
    try page.need(30)
    for name in names {
      let width = min(page.file.measure(name, width: page.width, PageFlow.body).width, page.width - line - 6)
      if x > 0, x + width + 6 + line > page.width {
        page.advance(30)
        try page.need(30)
        x = 0
      }
      page.draw(name, x: x, width: width, height: 24, PageFlow.body)
      let start = page.x + x + width + 6
      page.file.drawLine(from: (start, page.y + 15), to: (start + line, page.y + 15), width: 0.5)
      x += width + line + 24
    }
    page.advance(30)
  }
}
