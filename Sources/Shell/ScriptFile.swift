import Diagnostics
import Foundation

/// A script in a file, read block by block while it is checked and run.
public final class ScriptFile: SourceReader {
  public let name: String
  private let descriptor: Int32
  /// Where the text begins in the file.
  private let start: Int
  private let version: Version

  /// What shows that somebody changes a file.
  private struct Version: Equatable {
    let size: Int
    let seconds: Int
    let nanoseconds: Int
  }

  /// Reads a file that is open; the file is closed with the reader.
  ///
  /// - Parameters:
  ///   - name: what the user calls it.
  ///   - descriptor: the open file; it can be read from any place.
  init(name: String, descriptor: Int32) {
    self.name = name
    self.descriptor = descriptor
    let mark = ScriptFile.bytes(of: descriptor, at: 0, count: Source.byteOrderMark.count)
    start = mark == Source.byteOrderMark ? mark.count : 0
    version = ScriptFile.version(of: descriptor)
  }

  deinit { close(descriptor) }

  public func block(at offset: Int, line: Int, length: Int) throws -> (source: Source, isLast: Bool) {
    var wanted = max(length, 4_096)
    while true {
      var bytes = ScriptFile.bytes(of: descriptor, at: start + offset, count: wanted)
      guard ScriptFile.version(of: descriptor) == version else {
        throw Diagnostic(
          .outputFile, Localized("\(name) was changed while it was being run", "\(name) 在执行期间被改动"),
          hint: Localized("run it again when it is complete", "请在文件写完后重新执行"))
      }
      if bytes.count < wanted { return (try Source(name: name, block: bytes, firstLine: line), true) }
      if let end = bytes.lastIndex(of: UInt8(ascii: "\n")) {
        bytes.removeLast(bytes.count - end - 1)
        return (try Source(name: name, block: bytes, firstLine: line), false)
      }
      wanted *= 2
    }
  }

  private static func bytes(of descriptor: Int32, at offset: Int, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let read = pread(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled, off_t(offset + filled))
        if read < 0, errno == EINTR { continue }
        guard read > 0 else { return }
        filled += read
      }
    }
  }

  private static func version(of descriptor: Int32) -> Version {
    var status = stat()
    fstat(descriptor, &status)
    return Version(size: Int(status.st_size), seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
  }
}
