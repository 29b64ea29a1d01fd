import Diagnostics

/// A text laid out for people, as blocks that say what each part is and not how it looks: a notice, a receipt, minutes.
///
/// It is declared once, in both languages; the text of a terminal and the page of a printer are made from it
/// (`DocumentText`, `DocumentHTML`), so that what one shows the other shows too.
///
/// Every document says for whom it is. One for the board is read by the check of what may be published before it is
/// written, and the journal says that it was: see ``Audience``.
///
///     var page = Document(for: .board(meeting.reference, by: .minutes))
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

  /// Whom a document is for. There is no usual answer: whoever makes a document decides.
  public enum Audience: Sendable {
    /// Who works at the desk, or the one person whom it concerns. It may show what nobody else is to see.
    case desk
    /// Everybody.
    case board(Board)
  }

  /// What a document for everybody is about, and on whose agreement it may rest.
  public struct Board: Sendable {
    /// The record that it is about; the journal names it.
    public let subject: Reference
    /// In which place of publication people agreed to be shown; without one only the office's own lines may be.
    public let channel: Choice?
    /// As of which day what people agreed to counts; today unless given.
    public let date: CalendarDate?
    /// The records whose phones it shows: appointments, residents, shops. Each must allow it all the same.
    public let shown: [Reference]

    /// Says what a document for everybody is about.
    public init(
      _ subject: Reference, channel: Choice? = nil, on date: CalendarDate? = nil, showing shown: [Reference] = []
    ) {
      self.subject = subject
      self.channel = channel
      self.date = date
      self.shown = shown
    }
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
  /// Whom it is for.
  public let audience: Audience
  /// Its parts, in order.
  public private(set) var blocks: [Block]

  /// Creates a document.
  public init(_ form: Form = .page, for audience: Audience, _ blocks: [Block] = []) {
    self.form = form
    self.audience = audience
    self.blocks = blocks
  }

  /// Adds a part at the end.
  public mutating func add(_ block: Block) { blocks.append(block) }

  /// The same for the desk, with a line in front that says what it is.
  public func forDesk(_ line: Localized) -> Document {
    Document(form, for: .desk, [.paragraph(line)] + blocks)
  }

  /// What the document is called; nothing if no part says so.
  public var title: Localized? {
    for case .title(let title) in blocks { return title }
    return nil
  }
}

extension Document {
  /// Every piece of text in the document by itself, not broken to any width: what one number may stand in.
  public func texts(in language: Language) -> [String] {
    blocks.flatMap { block -> [Localized] in
      switch block {
      case .title(let text), .paragraph(let text): [text]
      case .heading(let text, let right): [text] + [right].compactMap { $0 }
      case .fields(let entries): entries.flatMap { [$0.name, $0.text] }
      case .table(let table): table.columns.map(\.heading) + (table.rows + [table.total].compactMap { $0 }).joined()
      case .bars(let bars): bars.flatMap { [$0.label, $0.text] }
      case .progress(let bar): [bar.label, bar.text]
      case .signatures(let names): names
      case .rule: []
      case .verbatim(let text): [Localized(same: text)]
      }
    }.map { $0[language] }
  }

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
