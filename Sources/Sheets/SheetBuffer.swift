/// Bytes of a sheet from the beginning of a row on.
final class SheetBuffer {
  private var bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 0)
  private var unescaped: [UInt8] = []
  /// Where the bytes end.
  private(set) var end = 0
  /// Whether the text ends with them.
  private(set) var isComplete = false

  deinit { bytes.deallocate() }

  /// A byte.
  subscript(index: Int) -> UInt8 { bytes[index] }

  /// Some of the bytes.
  func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range])
  }

  /// All of the bytes.
  var all: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[..<end]) }

  /// Whether a tab stands in the first line.
  var firstLineHasTab: Bool { all.prefix { $0 != 0x0A && $0 != 0x0D }.contains(0x09) }

  /// Adds a block; what stands before `start` is gone.
  func take(_ block: [UInt8], keeping start: Int) {
    let kept = end - start
    if kept + block.count > bytes.count {
      let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: kept + block.count)
      _ = larger.update(fromContentsOf: bytes[start..<end])
      bytes.deallocate()
      bytes = larger
    } else if start > 0 {
      _ = bytes.update(fromContentsOf: Array(bytes[start..<end]))
    }
    _ = bytes[kept...].update(fromContentsOf: block)
    end = kept + block.count
  }

  /// Notes that the text ends here.
  func complete(keeping start: Int) {
    take([], keeping: start)
    isComplete = true
  }

  /// The content of a cell.
  func content(of cell: SheetCell) -> UnsafeBufferPointer<UInt8> {
    guard cell.isUnescaped else { return bytes(cell.content) }
    // The array stays as it is until the next row.
    return unescaped.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[cell.content]) }
  }

  /// Puts the cells right in which quotes are doubled or lines end in other ways than LF.
  func unescape(_ cells: inout [SheetCell]) {
    unescaped.removeAll(keepingCapacity: true)
    for index in cells.indices where cells[index].hasEscapes {
      let start = unescaped.count
      var position = cells[index].content.lowerBound
      let end = cells[index].content.upperBound
      while position < end {
        let byte = bytes[position]
        position += 1
        switch byte {
        case 0x22: position += 1
        case 0x0D:
          if position < end, bytes[position] == 0x0A { position += 1 }
          unescaped.append(0x0A)
          continue
        default: break
        }
        unescaped.append(byte)
      }
      cells[index].content = start..<unescaped.count
      cells[index].isUnescaped = true
    }
  }
}
