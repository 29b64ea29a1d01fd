import Diagnostics

/// A text handed out a few lines at a time, as a file of many megabytes is.
public final class ShortBlocks: SourceReader {
  /// How many bytes a text must ask for to get one more byte of it.
  private static let scale = 1 << 15

  public let name: String
  private let bytes: [UInt8]

  /// Hands out a source.
  public init(_ source: Source) {
    name = source.name
    bytes = Array(source.bytes)
  }

  public func block(at offset: Int, line: Int, length: Int) throws -> (source: Source, isLast: Bool) {
    var end = min(bytes.count, offset + max(1, length / ShortBlocks.scale))
    while end < bytes.count, bytes[end - 1] != UInt8(ascii: "\n") { end += 1 }
    return (try Source(name: name, block: Array(bytes[offset..<end]), firstLine: line), end == bytes.count)
  }
}
