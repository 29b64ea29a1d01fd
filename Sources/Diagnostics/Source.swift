import Glibc

/// A named text that positions point into: a script, a line typed at the prompt, a CSV file.
public final class Source: Sendable {
  /// What the user calls it: a file's path as given, `-c`, `stdin`, `prompt`.
  public let name: String
  /// The text as UTF-8, as long as the source is there.
  ///
  /// Plain memory rather than an array: a parser asks for every byte several times, and an array is retained, released
  /// and checked each time.
  public nonisolated(unsafe) let bytes: UnsafeBufferPointer<UInt8>
  /// The number of the first line: 1, or more for a block of a longer text.
  public let firstLine: Int
  /// The byte offset at which each line begins; the first is 0.
  public let lineStarts: [Int]

  /// Creates a source from text that is known to be valid UTF-8.
  public init(name: String, text: String) {
    self.name = name
    self.firstLine = 1
    self.bytes = Source.copy(Array(text.utf8))
    self.lineStarts = Source.lineStarts(of: bytes)
  }

  deinit { bytes.deallocate() }

  private static func copy(_ bytes: [UInt8]) -> UnsafeBufferPointer<UInt8> {
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = memory.initialize(fromContentsOf: bytes)
    return UnsafeBufferPointer(memory)
  }

  /// The byte order mark that some editors put before a text.
  public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Creates a source from the bytes of a file, a byte order mark left out.
  ///
  /// - Throws: a ``Diagnostic`` when the bytes are not UTF-8, or hold a NUL.
  public convenience init(name: String, bytes raw: [UInt8]) throws {
    let mark = Source.byteOrderMark
    try self.init(name: name, block: raw.starts(with: mark) ? Array(raw.dropFirst(mark.count)) : raw, firstLine: 1)
  }

  /// Creates a source from some lines of a longer text, the first of which has the number `firstLine`.
  ///
  /// - Throws: a ``Diagnostic`` when the bytes are not UTF-8, or hold a NUL.
  public init(name: String, block: [UInt8], firstLine: Int) throws {
    self.name = name
    self.bytes = Source.copy(block)
    self.firstLine = firstLine
    self.lineStarts = Source.lineStarts(of: bytes)
    if String(validating: bytes, as: UTF8.self) == nil {
      let offset = Source.firstFault(in: bytes)
      throw Diagnostic(
        .encoding,
        Localized("line \(line(at: offset)) of \(name) is not UTF-8", "\(name) 第 \(line(at: offset)) 行不是 UTF-8 编码"),
        hint: Localized(
          "convert the file: iconv -f GB18030 -t UTF-8 \(name) > new-file",
          "请先转码：iconv -f GB18030 -t UTF-8 \(name) > 新文件"))
    }
    if let offset = Source.offset(of: 0, in: bytes, from: 0) {
      throw Diagnostic(
        .controlCharacter,
        Localized("line \(line(at: offset)) of \(name) holds a NUL byte", "\(name) 第 \(line(at: offset)) 行含有 NUL 字节"),
        hint: Localized("this is no text; is it the right file?", "这不是文本，请核对文件"))
    }
  }

  /// The number of the last line, counting one without a line feed.
  public var lastLine: Int { firstLine + lineStarts.count - 1 }

  /// The number of the line that holds a byte offset.
  public func line(at offset: Int) -> Int { firstLine + index(ofLineAt: offset) }

  private func index(ofLineAt offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The byte range of the line that holds a byte offset, without its line ending.
  public func rangeOfLine(at offset: Int) -> Range<Int> {
    let index = index(ofLineAt: offset)
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<max(start, end)
  }

  /// The column (from 1, in characters) of a byte offset within its line.
  public func column(at offset: Int) -> Int {
    let start = lineStarts[index(ofLineAt: offset)]
    return text(start..<max(start, offset)).count + 1
  }

  /// The text of a byte range; ill-formed parts read as U+FFFD.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// The offset of the first byte that is not part of well-formed UTF-8.
  private static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput, .error: return min(offset, max(0, bytes.count - 1))
      }
    }
  }

  /// Whether a text stands somewhere in it.
  public func holds(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, let base = bytes.baseAddress else { return wanted.isEmpty }
    var start = 0
    while let found = Source.offset(of: first, in: bytes, from: start), found + wanted.count <= bytes.count {
      if memcmp(base + found, wanted, wanted.count) == 0 { return true }
      start = found + 1
    }
    return false
  }

  private static func lineStarts(of bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var starts = [0]
    while let end = offset(of: UInt8(ascii: "\n"), in: bytes, from: starts[starts.count - 1]) { starts.append(end + 1) }
    return starts
  }

  /// Where a byte stands next; the C library looks at many at once.
  private static func offset(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
