import Diagnostics
import Values

/// Reads a source scalar by scalar, full-width punctuation as the ASCII that it stands for.
///
/// The language is one of words whose meaning depends on where they stand, so there is no list of tokens between the
/// text and the parser: the parser asks for what may come next.
///
/// A scanner is three numbers, so that looking ahead is a copy of them. Whoever has one keeps its source.
struct Scanner {
  /// What ``current`` is at the end of the text: no scalar has this value.
  static let end: UInt32 = .max

  /// The source's text.
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The offset of the scalar at hand.
  var position = 0
  /// How many round or square brackets are open; inside them a line feed is a blank.
  var brackets = 0

  init(_ source: Source) {
    bytes = source.bytes
  }

  /// The scalar at hand, folded to ASCII where it is full-width punctuation.
  var current: UInt32 { scalar(at: position) }

  /// The scalar after the one at hand.
  var following: UInt32 {
    position < bytes.count ? scalar(at: position + length(at: position)) : Self.end
  }

  /// The scalar at hand as it is written, full-width or not.
  var raw: UInt32 { position < bytes.count ? decode(at: position) : Self.end }

  /// Whether the scalar at hand is this ASCII character.
  func stands(at character: Unicode.Scalar) -> Bool { current == character.value }

  /// Steps over the scalar at hand.
  mutating func advance() { position += length(at: position) }

  /// Steps over the scalar at hand if it is this ASCII character.
  mutating func accept(_ character: Unicode.Scalar) -> Bool {
    guard stands(at: character) else { return false }
    advance()
    return true
  }

  /// Steps over blanks, continued lines and, inside brackets, line feeds and comments.
  mutating func skipBlanks() {
    while true {
      switch current {
      case " ", "\t", "\r", 0xA0: advance()
      case "\n" where brackets > 0: advance()
      case "#" where brackets > 0: skipComment()
      case "\\" where endsLine(after: position + 1): skipLineEnd()
      default: return
      }
    }
  }

  /// Steps over bytes that mean nothing but themselves, wherever they stand in a word: ASCII letters, digits and
  /// `-_./:`, Han characters and all else that is not punctuation.
  mutating func skipPlain() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "-")...UInt8(ascii: ":"), UInt8(ascii: "_"):
        position += 1
      // First bytes of U+4000–DFFF, and the bytes that follow first bytes.
      case 0x80...0xBF, 0xE4...0xED: position += 1
      default: return
      }
    }
  }

  /// Steps over ASCII letters, digits and `_`, and over Han characters (U+5000–9FFF): names are made of them.
  mutating func skipLetters() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        position += 1
      case 0xE5...0xE9: position += 3
      default: return
      }
    }
  }

  /// Where what ends here ends, blanks behind it left out.
  func endBeforeBlanks(from start: Int) -> Int {
    var end = position
    while end > start, bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: "\t") { end -= 1 }
    return end
  }

  /// Steps over everything between two statements.
  mutating func skipBetweenStatements() {
    while true {
      skipBlanks()
      switch current {
      case "\n", ";": advance()
      case "#": skipComment()
      default: return
      }
    }
  }

  /// Steps over the rest of the line, not its end.
  mutating func skipComment() {
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
  }

  /// The text between two offsets, as written.
  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
  }

  /// The text between two offsets, full-width letters, digits and punctuation folded.
  func foldedText(_ start: Int, _ end: Int) -> String {
    for offset in start..<end {
      // The first bytes of everything that is folded.
      if bytes[offset] == 0xE2 || bytes[offset] == 0xE3 || bytes[offset] == 0xEF {
        return FullWidth.fold(text(start, end))
      }
    }
    return text(start, end)
  }

  /// The scalar at an offset, folded.
  private func scalar(at offset: Int) -> UInt32 {
    guard offset < bytes.count else { return Self.end }
    let byte = bytes[offset]
    guard byte >= 0x80 else { return UInt32(byte) }
    let scalar = decode(at: offset)
    // Only these blocks hold punctuation that stands for ASCII; Han characters are left alone quickly.
    guard byte == 0xE2 || byte == 0xE3 || byte == 0xEF, let wide = Unicode.Scalar(scalar) else { return scalar }
    return FullWidth.fold(wide).value
  }

  /// The scalar at an offset, as written; the source is known to be well-formed.
  func decode(at offset: Int) -> UInt32 {
    let byte = UInt32(bytes[offset])
    func tail(_ index: Int) -> UInt32 {
      offset + index < bytes.count ? UInt32(bytes[offset + index] & 0x3F) : 0
    }
    switch byte {
    case ..<0x80: return byte
    case ..<0xE0: return (byte & 0x1F) << 6 | tail(1)
    case ..<0xF0: return (byte & 0x0F) << 12 | tail(1) << 6 | tail(2)
    default: return (byte & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3)
    }
  }

  private func length(at offset: Int) -> Int {
    guard offset < bytes.count else { return 0 }
    switch bytes[offset] {
    case ..<0x80: return 1
    case ..<0xE0: return 2
    case ..<0xF0: return 3
    default: return 4
    }
  }

  private func endsLine(after offset: Int) -> Bool {
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") { return true }
    return offset + 1 < bytes.count && bytes[offset] == UInt8(ascii: "\r") && bytes[offset + 1] == UInt8(ascii: "\n")
  }

  private mutating func skipLineEnd() {
    while !stands(at: "\n") { advance() }
    advance()
  }
}

/// Lets a scalar's value be matched with a character literal.
func ~= (pattern: Unicode.Scalar, value: UInt32) -> Bool { pattern.value == value }
