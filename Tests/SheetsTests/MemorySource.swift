@testable import Sheets

/// Bytes in memory, handed out a few at a time.
final class MemorySource: ByteSource {
  private let content: [UInt8]
  private let step: Int

  init(_ content: [UInt8], step: Int = .max) {
    self.content = content
    self.step = step
  }

  var count: Int { content.count }

  func bytes(at offset: Int, count: Int) -> [UInt8] { Array(content.dropFirst(offset).prefix(min(count, step))) }
}

/// All rows of a sheet; a row whose quotes are wrong is told by its place.
func rows(
  _ content: [UInt8], step: Int = .max, encoding: TextEncoding? = nil
) throws -> (rows: [[String]], text: SheetText) {
  let text = try SheetText(name: "a.csv", source: MemorySource(content, step: step), encoding: encoding)
  let reader = try SheetReader(text)
  var rows: [[String]] = []
  while true {
    switch try reader.next() {
    case .end: return (rows, text)
    case .row: rows.append((0..<reader.cellCount).map { String(decoding: reader.cell($0), as: UTF8.self) })
    case .fault(let fault):
      let place = fault.place
      rows.append(["\(place?.source.line(at: place?.span.start ?? 0) ?? 0)", "\(fault.message.english)"])
    }
  }
}

func rows(_ text: String, step: Int = .max) throws -> [[String]] { try rows(Array(text.utf8), step: step).rows }
