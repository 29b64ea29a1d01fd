/// How a text stands in a cell.
public enum CellText {
  /// Whether a spreadsheet would take the text for a formula (OWASP, CSV injection), or for one that was disarmed: it
  /// begins with `=`, `+`, `-`, `@`, one of these at full width, a tab or a line end, or with such a sign behind
  /// apostrophes.
  public static func wantsGuard(_ text: String) -> Bool { isFormula(text.utf8) }

  /// A cell's content without the apostrophe that disarms it.
  public static func unguarded(_ content: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard content.first == apostrophe, isFormula(content) else { return content }
    return UnsafeBufferPointer(rebasing: content.dropFirst())
  }

  private static let apostrophe = UInt8(ascii: "'")

  private static func isFormula(_ bytes: some Sequence<UInt8>) -> Bool {
    var bytes = bytes.makeIterator()
    var first = bytes.next()
    while first == apostrophe { first = bytes.next() }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: return true
    // U+FF1D, FF0B, FF0D and FF20, which a spreadsheet of a Chinese or Japanese desk reads as the signs.
    case 0xEF: return bytes.next() == 0xBC && bytes.next().map { [0x9D, 0x8B, 0x8D, 0xA0].contains($0) } == true
    default: return false
    }
  }

  /// Writes a cell: in quotes if it holds a separator, a quote or a line end.
  ///
  /// - Parameters:
  ///   - text: the content.
  ///   - isGuarded: whether an apostrophe is put before it.
  ///   - separator: what stands between the cells.
  ///   - row: the row so far.
  public static func append(
    _ text: String, isGuarded: Bool, separator: SheetSeparator, to row: inout [UInt8]
  ) {
    let wantsQuotes = text.utf8.contains { $0 == separator.rawValue || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    if wantsQuotes { row.append(0x22) }
    if isGuarded { row.append(apostrophe) }
    if wantsQuotes {
      for byte in text.utf8 {
        if byte == 0x22 { row.append(0x22) }
        row.append(byte)
      }
      row.append(0x22)
    } else {
      row.append(contentsOf: text.utf8)
    }
  }
}
