import Diagnostics
import Office

/// A script in a file, read block by block while it is checked and run.
final class ScriptFile: SourceReader {
  private let file: InputFile
  /// Where the text begins in the file.
  private let start: Int

  /// How many bytes are read at least.
  private static let blockLength = 4_096

  /// Reads a file.
  ///
  /// - Throws: a ``Diagnostic`` when it cannot be read.
  init(_ file: InputFile) throws {
    self.file = file
    let mark = Source.byteOrderMark
    start = try file.bytes(at: 0, count: mark.count) == mark ? mark.count : 0
  }

  var name: String { file.name }

  func block(at offset: Int, line: Int, length: Int) throws -> (source: Source, isLast: Bool) {
    var wanted = max(length, ScriptFile.blockLength)
    while true {
      var bytes = try file.bytes(at: start + offset, count: wanted)
      if bytes.count < wanted { return (try Source(name: name, block: bytes, firstLine: line), true) }
      if let end = bytes.lastIndex(of: UInt8(ascii: "\n")) {
        bytes.removeLast(bytes.count - end - 1)
        return (try Source(name: name, block: bytes, firstLine: line), false)
      }
      wanted *= 2
    }
  }
}
