import Diagnostics
import Values

/// A document as plain text that lines up in cells: for a terminal, a text file, a board.
public struct DocumentText {
  /// How wide a document is where nobody says: a sheet of A4 in a letter of 12 points.
  public static let usualWidth = 72
  /// How wide running text and tables become at most; only bars use all of a wide window.
  private static let widest = 80
  private static let narrowest = 20

  private let language: Language
  /// How many cells a line has.
  private let window: Int
  /// How many of them text and tables use.
  private let width: Int
  /// Whether lines that are laid out already are broken where they do not fit, because a window would break them.
  private let breaksLines: Bool
  private let paint: Paint

  /// Creates a renderer for lines of `width` cells, 20 at least; without a width for a sheet of paper.
  public init(language: Language, width: Int? = nil, paint: Paint = .none) {
    self.init(
      language: language, window: max(width ?? DocumentText.usualWidth, DocumentText.narrowest),
      breaksLines: width != nil, paint: paint)
  }

  private init(language: Language, window: Int, breaksLines: Bool, paint: Paint) {
    self.language = language
    self.window = window
    self.breaksLines = breaksLines
    self.paint = paint
    width = min(window, DocumentText.widest)
  }

  /// The document's text; every line ends in a line feed.
  public func text(of cleared: ClearedDocument) -> String {
    let document = cleared.document
    if document.form == .slip { return slip(document) }
    return document.blocks.enumerated().flatMap { index, block in
      (isSpaced(index, document.blocks) ? [""] : []) + lines(of: block)
    }.map { $0 + "\n" }.joined()
  }

  /// Whether an empty line stands before a part: a heading begins something new, unless it stands under a title or a line.
  private func isSpaced(_ index: Int, _ blocks: [Document.Block]) -> Bool {
    guard index > 0, case .heading = blocks[index] else { return false }
    switch blocks[index - 1] {
    case .title, .rule: return false
    default: return true
    }
  }

  /// A slip is framed, its title in the upper edge.
  private func slip(_ document: Document) -> String {
    let title = document.title.map(plain) ?? ""
    let isLong = DisplayWidth.of(title) > min(width, 62) - 6
    var box = TextBox(title: isLong ? "" : title, width: min(width, 62))
    if isLong { box.add(title) }
    let inner = DocumentText(language: language, window: box.inner, breaksLines: breaksLines, paint: .none)
    for block in document.blocks {
      switch block {
      case .title: continue
      case .rule: box.addRule()
      default: for line in inner.lines(of: block) { box.add(line: line) }
      }
    }
    return box.text
  }

  /// A piece of text, made harmless; its line feeds are kept for wrapping.
  private func plain(_ text: Localized) -> String {
    let shown = text[language]
    guard shown.contains(where: \.isNewline) else { return TerminalText.safe(shown) }
    return shown.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { TerminalText.safe(String($0)) }.joined(separator: "\n")
  }

  private func wrapped(_ text: Localized, _ width: Int) -> [String] { TextWrap.lines(plain(text), width: width) }

  private func lines(of block: Document.Block) -> [String] {
    switch block {
    case .title(let text):
      return wrapped(text, width).map {
        String(run: " ", (width - DisplayWidth.of($0)) / 2) + paint(.heading, $0)
      }
    case .heading(let text, let right): return heading(text, right).map { paint(.heading, $0) }
    case .paragraph(let text): return wrapped(text, width)
    case .fields(let entries): return fields(entries)
    case .table(let table): return DocumentTable(table, width: width, paint: paint, cell: plain).lines
    case .bars(let bars): return self.bars(bars, rest: " ")
    case .progress(let bar): return bars([bar], rest: "░")
    case .signatures(let names): return signatures(names)
    case .rule: return [paint(.secondary, String(run: "─", width))]
    case .verbatim(let text):
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.last == "" { lines.removeLast() }
      return breaksLines ? lines.flatMap { TextWrap.hanging($0, width: window) } : lines
    }
  }

  private func heading(_ text: Localized, _ right: Localized?) -> [String] {
    guard let right else { return wrapped(text, width) }
    let edge = plain(right)
    var lines = wrapped(text, max(width / 2, width - DisplayWidth.of(edge) - 2))
    let last = lines.removeLast()
    let room = width - DisplayWidth.of(last)
    if room > DisplayWidth.of(edge) { return lines + [last + edge.leftPadded(to: room)] }
    return lines + [last] + TextWrap.lines(edge, width: width).map { $0.leftPadded(to: width) }
  }

  private func fields(_ entries: [Document.Entry]) -> [String] {
    FieldLines(width: width, paint: paint).lines(entries.map { (plain($0.name), plain($0.text)) })
  }

  private func bars(_ bars: [Document.Bar], rest: String) -> [String] {
    let labels = bars.map { plain($0.label) }
    let texts = bars.map { plain($0.text) }
    let left = labels.map { DisplayWidth.of($0) }.max() ?? 0
    let right = texts.map { DisplayWidth.of($0) }.max() ?? 0
    let cells = window - left - right - 2 * ColumnWidths.gap.count
    if cells < 4 { return self.bars(bars, under: zip(labels, texts).map { $0 + ColumnWidths.gap + $1 }, rest) }
    return bars.indices.map { index in
      let full = bars[index].full(of: cells)
      let bar = String(run: "█", full) + String(repeating: rest, count: cells - full)
      let parts = [labels[index].padded(to: left), bar, texts[index].leftPadded(to: right)]
      return parts.joined(separator: ColumnWidths.gap).withoutBlanksAtEnd
    }
  }

  /// Bars that have no room beside what they are about stand below it.
  private func bars(_ bars: [Document.Bar], under names: [String], _ rest: String) -> [String] {
    bars.indices.flatMap { index in
      let full = bars[index].full(of: window)
      let bar = String(run: "█", full) + String(repeating: rest, count: window - full)
      return TextWrap.lines(names[index], width: window) + [bar.withoutBlanksAtEnd]
    }
  }

  private func signatures(_ names: [Localized]) -> [String] {
    var lines: [String] = []
    for name in names.map({ plain($0) + " ____________" }) {
      if let last = lines.last, DisplayWidth.of(last) + 2 + DisplayWidth.of(name) <= width {
        lines[lines.count - 1] = last + ColumnWidths.gap + name
      } else {
        lines += TextWrap.lines(name, width: width)
      }
    }
    return lines
  }
}

extension String {
  /// The text without blanks at its end.
  var withoutBlanksAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
