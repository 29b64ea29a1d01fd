import Diagnostics

/// A text laid out for people, as blocks that say what each part is and not how it looks: a notice, a receipt, minutes.
///
/// It is declared once, in both languages; the text of a terminal and the page of a printer are made from it
/// (`DocumentText`, `DocumentHTML`), so that what one shows the other shows too.
///
///     var page = Document()
///     page.add(.title(Localized("Minutes", "会议纪要")))
///     page.add(.fields([.init(Localized("Place", "地点"), Localized(same: "驿站"))]))
///     page.add(.signatures([Localized("Chair", "主持人"), Localized("Recorder", "记录人")]))
public struct Document: Sendable {
  /// What a document is printed on.
  public enum Form: Sendable {
    /// A sheet of its own.
    case page
    /// A framed slip, its title in the frame.
    case slip
  }

  /// A part of a document.
  public enum Block: Sendable {
    /// What the document is called.
    case title(Localized)
    /// What begins a part; something may stand at the right edge, such as a sum.
    case heading(Localized, right: Localized? = nil)
    /// Running text.
    case paragraph(Localized)
    /// Names and what belongs to them, under each other.
    case fields([Entry])
    /// Rows and columns.
    case table(Table)
    /// Lengths to compare at a glance.
    case bars([Bar])
    /// How far something has come.
    case progress(Bar)
    /// Who signs, each with a line to sign on.
    case signatures([Localized])
    /// A line across.
    case rule
    /// A text that is laid out already, with its line feeds.
    case verbatim(String)
  }

  /// What it is printed on.
  public let form: Form
  /// Its parts, in order.
  public private(set) var blocks: [Block]

  /// Creates a document.
  public init(_ form: Form = .page, _ blocks: [Block] = []) {
    self.form = form
    self.blocks = blocks
  }

  /// Adds a part at the end.
  public mutating func add(_ block: Block) { blocks.append(block) }

  /// What the document is called; nothing if no part says so.
  public var title: Localized? {
    for case .title(let title) in blocks { return title }
    return nil
  }
}

extension Document {
  /// All that the document says, one statement a line, not broken to any width: a name with its value, a row with its
  /// cells. What may not be published is looked for in these.
  public func statements(in language: Language) -> [String] {
    func joined(_ parts: [Localized]) -> String { parts.map { $0[language] }.joined(separator: "  ") }
    return blocks.flatMap { block -> [String] in
      switch block {
      case .title(let text), .paragraph(let text): return [text[language]]
      case .heading(let text, let right): return [joined([text] + [right].compactMap { $0 })]
      case .fields(let entries): return entries.map { joined([$0.name, $0.text]) }
      case .table(let table): return (table.rows + [table.total].compactMap { $0 }).map(joined)
      case .bars(let bars): return bars.map { joined([$0.label, $0.text]) }
      case .progress(let bar): return [joined([bar.label, bar.text])]
      case .signatures(let names): return [joined(names)]
      case .rule: return []
      case .verbatim(let text): return text.split(whereSeparator: \.isNewline).map(String.init)
      }
    }
  }
}
