/// A sheet of A4 that shows how close to its edges a printer prints and whether it prints in the true size.
public enum TestSheet {
  /// Writes it.
  ///
  /// - Parameters:
  ///   - title: what stands on it.
  ///   - lines: how it is used.
  ///   - layout: the layout whose cards it outlines.
  ///   - put: takes the bytes.
  public static func write(
    title: String, lines: String, layout: CardLayout, to put: @escaping ([UInt8]) throws -> Void
  ) throws {
    let file = try PDFFile(size: layout.sheet, title: title, to: put)
    let (width, height) = (layout.sheet.width, layout.sheet.height)
    let unit = PDFFile.millimetre
    // Frames 1 to 12 mm off the edge, each with its distance: the outermost that is whole is the printer's margin.
    for step in 1...12 {
      let inset = Double(step) * unit
      file.drawFrame(
        PDFFile.Box(inset, inset, width - 2 * inset, height - 2 * inset), width: step % 5 == 0 ? 0.5 : 0.15)
      let x = width / 4 + Double(step) * 9 * unit
      file.fill(PDFFile.Box(x, inset - 1.2 * unit, 4 * unit, 2.4 * unit), gray: 1)
      file.draw(
        "\(step)", in: PDFFile.Box(x, inset - 1.4 * unit, 4 * unit, 2.8 * unit),
        TextStyle(size: 7, alignment: .center, verticalAlignment: .middle))
    }
    for place in 0..<layout.cardsPerSheet {
      let corner = layout.corner(of: place)
      file.drawFrame(
        PDFFile.Box(corner.x, corner.y, layout.card.width, layout.card.height), width: 0.3, gray: 0.6)
    }
    let (x, y) = (width / 2 - 50 * unit, height / 2)
    file.fill(PDFFile.Box(x - 6 * unit, y - 40 * unit, 112 * unit, 58 * unit), gray: 1)
    file.draw(title, in: PDFFile.Box(x, y - 38 * unit, 100 * unit, 9 * unit), TextStyle(size: 16, isBold: true))
    file.draw(lines, in: PDFFile.Box(x, y - 28 * unit, 100 * unit, 26 * unit), TextStyle(size: 10))
    file.drawLine(from: (x, y + 5 * unit), to: (x + 100 * unit, y + 5 * unit), width: 0.4)
    for tick in 0...100 {
      let length = tick % 10 == 0 ? 4.0 : tick % 5 == 0 ? 3 : 1.5
      let at = x + Double(tick) * unit
      file.drawLine(from: (at, y + 5 * unit), to: (at, y + (5 - length) * unit), width: 0.2)
    }
    file.draw(
      "0", in: PDFFile.Box(x - 5 * unit, y + 6 * unit, 10 * unit, 5 * unit), TextStyle(size: 8, alignment: .center))
    file.draw(
      "100 mm", in: PDFFile.Box(x + 90 * unit, y + 6 * unit, 20 * unit, 5 * unit),
      TextStyle(size: 8, alignment: .center))
    try file.endPage()
    try file.finish()
  }
}
