import Diagnostics

/// Reads the rows of a sheet one by one: cells between commas (RFC 4180) or tabs, lines that end in LF, CR LF or CR,
/// quotes around cells that hold a separator, a line end or quotes, which then stand doubled.
///
/// A row costs no memory that outlives it. Rows without any content are passed over.
public final class SheetReader {
  /// What comes next.
  public enum Event {
    /// A row, whose cells can be asked for until the next one is read.
    case row
    /// A row whose quotes are wrong; the next one can be read.
    case fault(Diagnostic)
    /// Nothing more.
    case end
  }

  /// The most bytes that a row may take; a quote that is never closed is found by it.
  public static let longestRow = 1 << 20

  /// The text that is read.
  public let text: SheetText
  /// What stands between cells: tabs if there is one in the first line, else commas.
  public private(set) var separator = SheetSeparator.comma
  /// The number of the line in which the row at hand begins.
  public private(set) var line = 1
  private(set) var buffer = SheetBuffer()
  private var cells: [SheetCell] = []
  /// Where the row at hand begins and ends in the buffer, its line end included.
  private var row = 0..<0
  private var nextLine = 1

  /// Creates a reader at the beginning of a text.
  ///
  /// - Throws: a ``Diagnostic`` when the text cannot be read.
  public init(_ text: SheetText) throws {
    self.text = text
    try fill()
    if buffer.firstLineHasTab { separator = .tab }
  }

  /// How many cells the row at hand has.
  public var cellCount: Int { cells.count }

  /// Goes to the next row.
  ///
  /// - Throws: a ``Diagnostic`` when the text cannot be read any further.
  public func next() throws -> Event {
    while true {
      (row, line) = (row.upperBound..<row.upperBound, nextLine)
      if row.isEmpty, row.lowerBound == buffer.end, buffer.isComplete { return .end }
      var scan = SheetScan(buffer, from: row.lowerBound, separator: separator.rawValue)
      while !scan.run(into: &cells) {
        guard !buffer.isComplete else { throw unclosed(scan) }
        guard buffer.end - row.lowerBound <= SheetReader.longestRow else {
          throw scan.isInQuotes ? unclosed(scan) : SheetReader.tooLong(text.name, line)
        }
        row = 0..<0
        try fill(keeping: scan.start)
        scan = SheetScan(buffer, from: 0, separator: separator.rawValue)
      }
      row = scan.start..<scan.position
      nextLine = line + scan.lineEnds
      if let fault = scan.fault { return .fault(self.fault(fault)) }
      if cells.contains(where: { !$0.content.isEmpty }) {
        buffer.unescape(&cells)
        return .row
      }
    }
  }

  /// The content of a cell, without its quotes; to be read before the next row is.
  public func cell(_ index: Int) -> UnsafeBufferPointer<UInt8> { buffer.content(of: cells[index]) }

  /// All of the row at hand as it stands in the text, its line end included.
  public var rowText: UnsafeBufferPointer<UInt8> { buffer.bytes(row) }

  /// Where the row at hand stands, or one of its cells; a cell that is not there stands at its end.
  public func place(ofCell index: Int? = nil) -> Place {
    var end = row.upperBound
    while end > row.lowerBound, buffer[end - 1] == 0x0A || buffer[end - 1] == 0x0D { end -= 1 }
    guard let index else { return place(row.lowerBound..<end, in: end) }
    return place(index < cells.count ? cells[index].whole : end..<end, in: end)
  }

  private func place(_ range: Range<Int>, in end: Int) -> Place {
    let bytes = Array(buffer.bytes(row.lowerBound..<max(end, range.upperBound)))
    let span = Span(range.lowerBound - row.lowerBound, range.upperBound - row.lowerBound)
    // What was read is text, though a part of it may end inside a character.
    for dropped in 0..<4 where dropped < bytes.count {
      if let source = try? Source(name: text.name, block: bytes.dropLast(dropped), firstLine: line) {
        return Place(source, span)
      }
    }
    return Place(Source(name: text.name, text: ""), Span(0, 0))
  }

  private func fill(keeping start: Int = 0) throws {
    if let block = try text.next() {
      buffer.take(block, keeping: start)
    } else {
      buffer.complete(keeping: start)
    }
  }

  // MARK: Faults

  private func fault(_ fault: SheetScan.Fault) -> Diagnostic {
    let place = place(fault.position..<fault.position + 1, in: row.upperBound)
    return fault.isBehindQuote
      ? Diagnostic(
        .sheetRow, Localized("text stands behind a closing quote", "引号之后还有文字"),
        hint: Localized("a quote inside a cell in quotes is doubled: \"\"", "引号内的引号要写成两个：\"\""), at: place)
      : Diagnostic(
        .sheetRow, Localized("a quote stands inside a cell without quotes", "未加引号的单元格中出现引号"),
        hint: Localized("put the cell in quotes and double the quote: \"\"", "请给单元格加引号，其中的引号写成两个：\"\""), at: place)
  }

  private func unclosed(_ scan: SheetScan) -> Diagnostic {
    row = scan.start..<buffer.end
    return Diagnostic(
      .sheetRow, Localized("this quote is never closed", "引号没有结束"),
      hint: Localized("it is opened here", "引号从这里开始"),
      at: place(scan.quote..<scan.quote + 1, in: min(buffer.end, scan.quote + SheetReader.shownBehindQuote)))
  }

  /// How much of a text that is never closed belongs to the error about it.
  private static let shownBehindQuote = 400

  static func tooLong(_ name: String, _ line: Int) -> Diagnostic {
    Diagnostic(
      .sheet,
      Localized(
        "line \(line) of \(name) is longer than \(longestRow) bytes", "\(name) 第 \(line) 行超过 \(longestRow) 字节"),
      hint: Localized("is this a sheet in CSV?", "请核对该文件是否为 CSV 表格"))
  }
}
