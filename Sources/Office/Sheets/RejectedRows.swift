import Sheets

/// A file of the rows that an import refused, with the headings and in the encoding of the sheet, so that they can be
/// mended and imported. It is made when the first row comes, and only if it is kept.
final class RejectedRows {
  private let path: String
  private let encoding: TextEncoding
  private let beginning: [UInt8]
  private let headings: [UInt8]
  private var file: OutputFile?
  private var writer: SheetWriter?

  /// Prepares a file.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - text: the text that the rows come from.
  ///   - headings: its first row as it stands there.
  init(_ path: String, of text: SheetText, headings: [UInt8]) {
    self.path = path
    encoding = text.encoding
    beginning = text.hasMark ? text.encoding.byteOrderMark : []
    self.headings = headings
  }

  /// Adds a row as it stands in the sheet.
  func add(_ row: UnsafeBufferPointer<UInt8>) throws {
    if file == nil {
      let file = try OutputFile(path)
      try file.put(beginning)
      var writer = SheetWriter(encoding: encoding, sink: file.put)
      try headings.withUnsafeBufferPointer { try writer.add(row: $0) }
      (self.file, self.writer) = (file, writer)
    }
    try writer?.add(row: row)
  }

  /// Puts the file in its place, if a row was refused.
  func keep() throws {
    try writer?.flush()
    try file?.keep()
  }
}
