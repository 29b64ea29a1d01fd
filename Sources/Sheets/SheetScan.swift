/// Finds where the cells of one row begin and end.
struct SheetScan {
  /// A quote where none may stand, or text behind a closing one.
  struct Fault {
    let position: Int
    let isBehindQuote: Bool
  }

  /// Where the row begins.
  let start: Int
  /// Where it ends, behind its line end, once it has been found.
  private(set) var position: Int
  /// How many lines it takes.
  private(set) var lineEnds = 0
  /// The first fault in it.
  private(set) var fault: Fault?
  /// Where the last quote was opened.
  private(set) var quote = 0
  /// Whether the bytes ended inside quotes.
  private(set) var isInQuotes = false
  private let bytes: UnsafeBufferPointer<UInt8>
  private let isComplete: Bool
  private let separator: UInt8

  init(_ buffer: SheetBuffer, from start: Int, separator: UInt8) {
    bytes = buffer.all
    isComplete = buffer.isComplete
    self.start = start
    self.separator = separator
    position = start
  }

  /// Finds the cells; false if the row may go on behind the bytes.
  mutating func run(into cells: inout [SheetCell]) -> Bool {
    cells.removeAll(keepingCapacity: true)
    while true {
      let begin = position
      var content = begin..<begin
      var hasEscapes = false
      if position < bytes.count, bytes[position] == 0x22 {
        guard let escapes = passQuotes() else { return false }
        content = begin + 1..<position - 1
        hasEscapes = escapes
      }
      guard passPlain(behindQuote: position > begin) else { return false }
      if content.isEmpty, content.lowerBound == begin { content = begin..<position }
      cells.append(SheetCell(whole: begin..<position, content: content, hasEscapes: hasEscapes))
      guard position < bytes.count else { return true }
      if bytes[position] == separator {
        position += 1
        continue
      }
      return passLineEnd()
    }
  }

  /// Passes a cell's quotes and what is between them; whether anything in there is written other than it is meant.
  /// Nothing if the closing quote may still come.
  private mutating func passQuotes() -> Bool? {
    quote = position
    isInQuotes = true
    position += 1
    var hasEscapes = false
    while position < bytes.count {
      switch bytes[position] {
      case 0x22:
        guard position + 1 < bytes.count || isComplete else { return nil }
        guard position + 1 < bytes.count, bytes[position + 1] == 0x22 else {
          position += 1
          isInQuotes = false
          return hasEscapes
        }
        hasEscapes = true
        position += 1
      case 0x0A: lineEnds += 1
      case 0x0D:
        hasEscapes = true
        guard position + 1 < bytes.count || isComplete else { return nil }
        if position + 1 == bytes.count || bytes[position + 1] != 0x0A { lineEnds += 1 }
      default: break
      }
      position += 1
    }
    return nil
  }

  /// Passes what stands up to the next separator or line end; false if it may go on.
  private mutating func passPlain(behindQuote: Bool) -> Bool {
    let begin = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == separator || byte == 0x0A || byte == 0x0D { break }
      if byte == 0x22, !behindQuote, fault == nil { fault = Fault(position: position, isBehindQuote: false) }
      position += 1
    }
    if behindQuote, position > begin, fault == nil { fault = Fault(position: begin, isBehindQuote: true) }
    return position < bytes.count || isComplete
  }

  private mutating func passLineEnd() -> Bool {
    if bytes[position] == 0x0D {
      guard position + 1 < bytes.count || isComplete else { return false }
      if position + 1 < bytes.count, bytes[position + 1] == 0x0A { position += 1 }
    }
    position += 1
    lineEnds += 1
    return true
  }
}
