import Diagnostics
import Typesetting

/// Pages of A4 that are filled from the top; what does not fit on one goes on on the next. Lengths are points.
final class PageFlow {
  /// How running text looks.
  static let body = TextStyle(size: 11)

  let file: PDFFile
  /// How wide text is.
  let width: Double
  /// The left edge of text.
  let x: Double
  /// How far the page is filled.
  private(set) var y: Double
  private let isSlip: Bool
  private let top: Double
  private let bottom: Double
  private var number = 1
  private var isEmpty = true

  /// The margins of a page, and how far the frame of a slip stands off its text.
  private static let (side, edge, padding) = (18 * PDFFile.millimetre, 20 * PDFFile.millimetre, 12.0)

  init(_ file: PDFFile, isSlip: Bool) {
    self.file = file
    self.isSlip = isSlip
    let inset = isSlip ? PageFlow.padding : 0
    x = PageFlow.side + inset
    width = PDFFile.Size.a4.width - 2 * x
    top = PageFlow.edge + inset
    bottom = PDFFile.Size.a4.height - PageFlow.edge - inset
    y = top
  }

  /// How much of the page is left.
  var room: Double { bottom - y }

  /// The height of an empty page.
  var height: Double { bottom - top }

  /// Goes on on the next page if so much is not left.
  func need(_ height: Double) throws {
    if height > room, !isEmpty { try turn() }
  }

  /// Leaves room above what comes, unless it comes first.
  func space(_ height: Double) {
    if !isEmpty { y = min(bottom, y + height) }
  }

  /// Goes down by what was drawn.
  func advance(_ height: Double) {
    y += height
    isEmpty = false
  }

  /// Draws a text at this height; the edge of the text is 0.
  func draw(_ text: String, x: Double, width: Double, height: Double, _ style: TextStyle) {
    file.draw(text, in: PDFFile.Box(self.x + x, y, max(1, width), height), style)
  }

  /// Draws a line across.
  func line(at y: Double, width: Double = 0.5, gray: Double = 0) {
    file.drawLine(from: (x, y), to: (x + self.width, y), width: width, gray: gray)
  }

  /// Draws running text, over as many pages as it takes.
  func flow(_ text: String, _ style: TextStyle) throws {
    guard !text.isEmpty else { return }
    var rest = Substring(text)
    while true {
      let height = file.measure(String(rest), width: width, style).height
      if height > room, room < 3 * style.size, !isEmpty {
        try turn()
        continue
      }
      guard height > room else {
        draw(String(rest), x: 0, width: width, height: height, style)
        advance(height + 2)
        return
      }
      let head = longestHead(of: rest, style)
      draw(String(head), x: 0, width: width, height: room, style)
      isEmpty = false
      rest = rest[head.endIndex...]
      try turn()
    }
  }

  /// As much of a text as fits on the page; one character at least.
  private func longestHead(of text: Substring, _ style: TextStyle) -> Substring {
    let characters = Array(text.indices)
    var (low, high) = (1, characters.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if file.measure(String(text[..<characters[middle]]), width: width, style).height <= room {
        low = middle
      } else {
        high = middle
      }
    }
    return low < characters.count ? text[..<characters[low]] : text
  }

  /// Ends the page and begins another.
  func turn() throws {
    finishPage()
    try file.endPage()
    number += 1
    y = top
    isEmpty = true
  }

  /// Ends the last page.
  func end() throws {
    finishPage()
    try file.endPage()
  }

  private func finishPage() {
    if isSlip {
      let padding = PageFlow.padding
      file.drawFrame(
        PDFFile.Box(x - padding, top - padding, width + 2 * padding, min(y, bottom) - top + 2 * padding), width: 0.8)
    } else {
      let box = PDFFile.Box(PageFlow.side, PDFFile.Size.a4.height - 14 * PDFFile.millimetre, width, 12)
      file.draw("— \(number) —", in: box, TextStyle(size: 9, alignment: .center))
    }
  }
}
