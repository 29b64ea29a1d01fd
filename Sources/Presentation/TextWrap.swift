import Diagnostics

/// Breaks text into lines of a width in cells: between any two Han characters, between words elsewhere, never before
/// a closing punctuation mark.
public enum TextWrap {
  private static let neverFirst: Set<Character> = [
    "，", "。", "、", "；", "：", "？", "！", "）", "》", "」", "』", "”", "’", ",", ".", ";", ":", "?", "!", ")", "%",
  ]

  /// The lines of a text; line feeds in it are kept.
  public static func lines(_ text: String, width: Int) -> [String] {
    // Most cells are short, and none takes more cells than bytes.
    if text.utf8.count <= width, !text.utf8.contains(0x0A) { return [text.withoutBlanksAtEnd] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      paragraph(String($0), max(2, width))
    }
  }

  /// The lines of a line that is laid out already: what does not fit goes on a little to the right of where it began.
  static func hanging(_ line: String, width: Int) -> [String] {
    guard DisplayWidth.of(line) > width else { return [line] }
    let indent = min(line.prefix { $0 == " " }.count, width / 2)
    let text = String(line.drop { $0 == " " })
    let rest = width - indent - 2
    let first = lines(text, width: rest)
    return first.enumerated().map { String(run: " ", indent + ($0 == 0 ? 0 : 2)) + $1 }
  }

  /// How wide the widest part of a text is that is not broken unless it has to be.
  static func longestPiece(of text: String) -> Int { pieces(of: text).map { DisplayWidth.of($0) }.max() ?? 0 }

  private static func paragraph(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces(of: text) {
      if DisplayWidth.of(line) + DisplayWidth.of(piece) <= width {
        line += piece
        continue
      }
      if !line.isEmpty { lines.append(line.withoutBlanksAtEnd) }
      line = piece == " " ? "" : piece
      while DisplayWidth.of(line) > width {
        var head = ""
        while let next = line.first, DisplayWidth.of(head) + DisplayWidth.of(next) <= width {
          head.append(next)
          line.removeFirst()
        }
        if head.isEmpty { break }
        lines.append(head)
      }
    }
    lines.append(line.withoutBlanksAtEnd)
    return lines
  }

  /// Parts that are not broken: a word, a blank, a wide character with the marks that may not begin a line.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var joins = false
    for character in text {
      let isWord = DisplayWidth.of(character) == 1 && character != " "
      if let last = pieces.last, neverFirst.contains(character) || (joins && isWord && last != " ") {
        pieces[pieces.count - 1] = last + String(character)
      } else {
        pieces.append(String(character))
      }
      joins = isWord
    }
    return pieces
  }
}
