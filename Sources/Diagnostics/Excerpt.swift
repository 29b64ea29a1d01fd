/// What is shown of a line: the part that a place marks and as much of the line around it as fits, harmless on a terminal.
struct Excerpt {
  /// What stands before the marked part, its beginning cut off if it is long.
  let before: String
  /// The marked part, as far as it stands on the line where it begins; its end is cut off if it is long.
  let marked: String
  /// What follows, its end cut off if it is long.
  let after: String

  /// Cuts a line to a width in cells. A line may be huge: only what can be seen around the mark is looked at.
  init(of place: Place, width: Int) {
    let source = place.source
    let line = source.rangeOfLine(at: place.span.start)
    let start = min(max(place.span.start, line.lowerBound), line.upperBound)
    let end = min(max(place.span.end, start), line.upperBound)
    // On a long line what is marked takes half of the room at most, what stands before it a third of the rest at least.
    marked = source.head(start..<end, cells: source.fits(line, cells: width) ? width : width / 2)
    let rest = width - DisplayWidth.of(marked)
    let following = source.head(end..<line.upperBound, cells: rest)
    before = source.tail(line.lowerBound..<start, cells: max(rest / 3, rest - DisplayWidth.of(following)))
    after = following.truncated(to: rest - DisplayWidth.of(before))
  }
}

extension Source {
  /// How many bytes may hold a cell: a letter with some marks.
  private static let bytesPerCell = 8

  /// Whether a range needs no cutting.
  fileprivate func fits(_ range: Range<Int>, cells: Int) -> Bool {
    range.count <= cells * Self.bytesPerCell && DisplayWidth.of(TerminalText.safe(text(range))) <= cells
  }

  /// The beginning of a range, cut to a width, harmless on a terminal.
  fileprivate func head(_ range: Range<Int>, cells: Int) -> String {
    let limit = min(range.upperBound, range.lowerBound + cells * Self.bytesPerCell)
    let end = characterStart(atOrBefore: limit, notBefore: range.lowerBound)
    let text = TerminalText.safe(self.text(range.lowerBound..<end))
    return (end < range.upperBound ? text + "…" : text).truncated(to: cells)
  }

  /// The end of a range, cut to a width, harmless on a terminal.
  fileprivate func tail(_ range: Range<Int>, cells: Int) -> String {
    let limit = max(range.lowerBound, range.upperBound - cells * Self.bytesPerCell)
    let start = characterStart(atOrBefore: limit, notBefore: range.lowerBound)
    let text = TerminalText.safe(self.text(start..<range.upperBound))
    if start == range.lowerBound, DisplayWidth.of(text) <= cells { return text }
    var taken = Substring(text)
    while DisplayWidth.of(String(taken)) > cells - 1 { taken.removeFirst() }
    return "…" + taken
  }

  private func characterStart(atOrBefore offset: Int, notBefore lowest: Int) -> Int {
    var position = offset
    while position > lowest, position < bytes.count, bytes[position] & 0xC0 == 0x80 { position -= 1 }
    return position
  }
}
