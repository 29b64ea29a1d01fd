import Diagnostics

/// What every HTML page begins and ends with. A page stands by itself: no script, no file besides; it prints on A4 in
/// black and white.
public enum HTMLPage {
  /// The page's beginning.
  ///
  /// - Parameters:
  ///   - title: what it is called.
  ///   - language: the language in which it is written.
  ///   - style: the class of its main part; `slip` for a framed slip.
  ///   - rules: further rules of CSS.
  public static func opening(title: String, language: Language, style: String? = nil, rules: String = "") -> String {
    """
    <!DOCTYPE html>
    <html lang="\(Localized("en", "zh-CN")[language])">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(HTMLText.escaped(title))</title>
    <style>
    \(rules.isEmpty ? sheet : "\(sheet)\n\(rules)")
    </style>
    </head>
    <body>
    <main\(style.map { " class=\"\($0)\"" } ?? "")>

    """
  }

  /// The page's end.
  public static let closing = "</main>\n</body>\n</html>\n"

  private static let sheet = """
    @page { size: A4; margin: 20mm 18mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; } }
    body { font: 12pt/1.6 "FangSong", "STFangsong", "Noto Serif CJK SC", "Songti SC", serif; color: #000; margin: 0; }
    main { max-width: 174mm; margin: 0 auto; }
    main.slip { border: 1px solid #000; padding: 4mm 6mm; break-inside: avoid; }
    h1 { font-size: 18pt; text-align: center; margin: 0 0 4mm; }
    h2 { font-size: 13pt; display: flex; justify-content: space-between; margin: 4mm 0 1mm; break-after: avoid; }
    p { margin: 1mm 0; white-space: pre-line; }
    pre { font-family: "Noto Sans Mono CJK SC", "NSimSun", monospace; font-size: 10pt; line-height: 1.25; }
    hr { border: 0; border-top: 1px solid #000; margin: 3mm 0; }
    table { border-collapse: collapse; width: 100%; margin: 1mm 0; }
    th, td { text-align: left; vertical-align: top; padding: 0.5mm 2mm; border-bottom: 1px solid #999; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    tfoot td { border-top: 1px solid #000; font-weight: bold; }
    .fields th { font-weight: normal; width: 1%; white-space: nowrap; border: 0; }
    .fields td { border: 0; white-space: pre-line; }
    .flows { columns: 2; column-gap: 8mm; font-size: 10pt; line-height: 1.35; }
    .bars td { border: 0; white-space: pre; vertical-align: middle; }
    .bars td.bar { width: 100%; }
    .bar div { height: 3.5mm; }
    .bar div div { background: #000; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
    .whole > div { border: 1px solid #000; }
    .signatures span { display: inline-block; margin: 6mm 6mm 0 0; }
    .signatures span::after { content: ""; display: inline-block; width: 32mm; border-bottom: 1px solid #000; }
    """
}
