/// Puts cards on sheets, one after the other, as a layout says.
public final class CardSheets {
  private let file: PDFFile
  private let layout: CardLayout
  private var count = 0

  /// How long a cutting mark is, and how far from the cards.
  private static let (markLength, markGap) = (4 * PDFFile.millimetre, 1 * PDFFile.millimetre)

  /// Begins a file of cards.
  ///
  /// - Throws: a ``Diagnostic`` that names the package to install when a library or the fonts are missing.
  public init(_ layout: CardLayout, title: String, to put: @escaping ([UInt8]) throws -> Void) throws {
    self.layout = layout
    file = try PDFFile(size: layout.sheet, title: title, to: put)
  }

  /// Adds a card.
  ///
  /// - Parameters:
  ///   - field: gives the value of a field.
  ///   - code: what the code holds; empty for none.
  /// - Throws: a ``Diagnostic`` when a code or a picture of the card cannot be drawn.
  public func add(code: String, field: (String) -> String) throws {
    let place = count % layout.cardsPerSheet
    if place == 0 {
      if count > 0 { try file.endPage() }
      if layout.hasMarks { drawMarks() }
    }
    count += 1
    let corner = layout.corner(of: place)
    try file.at(corner.x, corner.y) {
      for item in layout.items { try draw(item, code, field) }
    }
  }

  /// Ends the file.
  public func finish() throws {
    if count > 0 { try file.endPage() }
    try file.finish()
  }

  private func draw(_ item: CardLayout.Item, _ code: String, _ field: (String) -> String) throws {
    switch item {
    case .text(let box, let parts, let style):
      file.draw(CardLayout.text(parts, field), in: box, style)
    case .line(let start, let end, let width, let gray): file.drawLine(from: start, to: end, width: width, gray: gray)
    case .box(let box, let width?, let gray): file.drawFrame(box, width: width, gray: gray)
    case .box(let box, nil, let gray): file.fill(box, gray: gray)
    case .code(let x, let y, let side): if !code.isEmpty { try file.drawCode(code, x: x, y: y, side: side) }
    case .image(let box, let path): try file.drawImage(path, in: box)
    }
  }

  /// Short lines outside the block of cards, in line with every edge.
  private func drawMarks() {
    let origin = layout.corner(of: 0)
    let right = origin.x + layout.card.width * Double(layout.across)
    let bottom = origin.y + layout.card.height * Double(layout.down)
    let (near, far) = (CardSheets.markGap, CardSheets.markGap + CardSheets.markLength)
    for column in 0...layout.across {
      let x = origin.x + Double(column) * layout.card.width
      file.drawLine(from: (x, origin.y - far), to: (x, origin.y - near), width: 0.3)
      file.drawLine(from: (x, bottom + near), to: (x, bottom + far), width: 0.3)
    }
    for row in 0...layout.down {
      let y = origin.y + Double(row) * layout.card.height
      file.drawLine(from: (origin.x - far, y), to: (origin.x - near, y), width: 0.3)
      file.drawLine(from: (right + near, y), to: (right + far, y), width: 0.3)
    }
  }
}
