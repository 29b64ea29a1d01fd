import Diagnostics
import Mustache
import Values

/// A template in the language Mustache for one card, as text or as HTML.
struct CardTemplate: Sendable {
  private let template: MustacheTemplate

  /// Reads a template.
  ///
  /// - Throws: a ``DiagnosticList`` with the place of each fault: what is no Mustache, and fields that cards do not have.
  init(_ source: Source, isHTML: Bool) throws {
    let text = source.text(0..<source.bytes.count)
    let faults = CardTemplate.unknownFields(in: source)
    guard faults.isEmpty else { throw DiagnosticList(faults) }
    do {
      // What escapes HTML is for pages only.
      template = try MustacheTemplate(string: isHTML ? text : "{{% CONTENT_TYPE:TEXT}}" + text)
    } catch let error as MustacheTemplate.ParserError {
      let index = min(max(error.context.lineNumber, 1), source.lineStarts.count) - 1
      let line = source.rangeOfLine(at: source.lineStarts[index])
      throw DiagnosticList([
        Diagnostic(
          .layout, Localized("this is no Mustache: \(error.error)", "不是正确的 Mustache：\(error.error)"),
          at: Place(source, Span(line.lowerBound, line.upperBound)))
      ])
    }
  }

  /// The card of a template's own text.
  func text(of fields: CardFields, door: String?) -> String { template.render(fields.context(door: door)) }

  /// Tags that name no field of a card.
  private static func unknownFields(in source: Source) -> [Diagnostic] {
    let known = CardFields.names.union(["role", "name", "phone", "note", "."])
    let bytes = Array(source.bytes)
    var faults: [Diagnostic] = []
    var at = 0
    while at + 1 < bytes.count {
      guard bytes[at] == UInt8(ascii: "{"), bytes[at + 1] == UInt8(ascii: "{") else {
        at += 1
        continue
      }
      let start = at
      var end = at + 2
      while end < bytes.count, bytes[end] != UInt8(ascii: "}") { end += 1 }
      at = end
      var name = source.text(start + 2..<end)[...].trimmed
      guard let first = name.first, !"!=%>".contains(first) else { continue }
      if "#^/&{".contains(first) { name = name.dropFirst().trimmed }
      guard !known.contains(String(name)), end < bytes.count else { continue }
      faults.append(
        Diagnostic(
          .layout, Localized("no field is called {{\(name)}}", "没有字段 {{\(name)}}"),
          hint: Localized(
            "fields: \(known.sorted().joined(separator: ", "))", "可用字段：\(known.sorted().joined(separator: ", "))"),
          at: Place(source, Span(start, min(end + 2, bytes.count)))))
    }
    return faults
  }

  /// The HTML that cards have unless an office brings its own.
  static let standardText = """
    <section class="card">
    <h1>{{heading}}</h1>
    <h2>{{title}}</h2>
    {{#range}}<p class="range">{{range}}</p>
    {{/range}}<table>
    {{#people}}<tr><th>{{role}}</th><td>{{name}}</td><td>{{phone}} <small>{{note}}</small></td></tr>
    {{/people}}</table>
    <p>{{services-label}} {{services}}<br>{{hotline-label}} {{hotline}} {{supervision-label}} {{supervision}}<br>
    {{emergency-label}} {{emergency}}</p>
    <p class="issued">{{issued}}{{#door}} <b>{{door}}</b>{{/door}}</p>
    </section>

    """

  static func standard() throws -> CardTemplate {
    try CardTemplate(Source(name: "card.html.mustache", text: standardText), isHTML: true)
  }

  /// How pages of cards look and print: cards for the wallet beside each other, a sheet for the wall on each page.
  static let rules = """
    .cards { max-width: none; }
    .wallet, .own { display: flex; flex-wrap: wrap; gap: 4mm; }
    .wallet .card { width: 86mm; min-height: 50mm; padding: 2mm; border: 0.2mm solid #000; break-inside: avoid; font: 7.5pt/1.35 "Noto Sans CJK SC", sans-serif; }
    .wallet h1 { font-size: 10pt; margin: 0 0 1mm; background: #ddd; print-color-adjust: exact; }
    .wallet h2 { font-size: 9pt; margin: 0 0 1mm; }
    .wall .card, .wall-a5 .card { break-after: page; font: 18pt/1.5 "Noto Sans CJK SC", sans-serif; }
    .wall-a5 .card { font-size: 12pt; }
    .wall h1, .wall-a5 h1 { font-size: 180%; }
    .wall h2, .wall-a5 h2 { font-size: 130%; }
    .card th, .card td { border: 0; padding: 0 1mm; }
    .card th { font-weight: normal; }
    .card small, .issued { font-size: 80%; }
    """
}
