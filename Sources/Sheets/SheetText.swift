import Diagnostics

/// A file's text, read as UTF-8 block by block whatever its encoding is.
///
/// Without being told, the encoding is what the file's mark says, else UTF-8 if all of the file is, else GB 18030.
public final class SheetText {
  /// How many bytes are read at once.
  static let blockLength = 1 << 18

  /// What the user calls the file.
  public let name: String
  /// The encoding that it is read in.
  public let encoding: TextEncoding
  /// Whether it begins with a mark.
  public let hasMark: Bool
  /// How many bytes of it have been handed out.
  public private(set) var offset: Int
  private let source: any ByteSource
  private let isGuessed: Bool
  /// Bytes behind the last whole line.
  private var rest: [UInt8] = []
  private var line = 1

  /// Opens a text.
  ///
  /// - Parameters:
  ///   - name: what the user calls the file.
  ///   - source: its bytes.
  ///   - chosen: its encoding, if the user said it; the mark decides between the two forms of UTF-16 all the same.
  ///   - poll: called between blocks; may throw to stop.
  /// - Throws: a ``Diagnostic`` when the file is no text.
  public init(
    name: String, source: any ByteSource, encoding chosen: TextEncoding?, poll: () throws -> Void = {}
  ) throws {
    self.name = name
    self.source = source
    let beginning = try source.bytes(at: 0, count: 8)
    try SheetText.refuseWorkbook(beginning, name)
    let marked = TextEncoding.allCases.first { beginning.starts(with: $0.byteOrderMark) }
    isGuessed = chosen == nil && marked == nil
    let isUTF16 = chosen?.unitLength == 2 && marked?.unitLength == 2
    let known = isUTF16 ? marked : chosen ?? marked
    let fault = known == nil || known == .utf8 ? try SheetText.fault(in: source, poll) : nil
    encoding = known ?? (fault?.fault == .notUTF8 ? .gb18030 : .utf8)
    hasMark = encoding == marked
    offset = hasMark ? encoding.byteOrderMark.count : 0
    if encoding == .utf8, let fault {
      let line = try SheetText.line(at: fault.offset, in: source)
      throw fault.fault == .zeroByte ? zeroByte(line) : undecodable(line)
    }
  }

  /// How many bytes the file has.
  public var count: Int { source.count }

  /// The next part of the text in UTF-8; nothing at its end. It may end anywhere.
  func next() throws -> [UInt8]? {
    while true {
      let block = try source.bytes(at: offset, count: SheetText.blockLength)
      offset += block.count
      if encoding == .utf8 { return block.isEmpty ? nil : block }
      if block.isEmpty, rest.isEmpty { return nil }
      rest += block
      let end = block.isEmpty ? rest.count : encoding.endOfLastLine(in: rest)
      guard let end else {
        guard rest.count <= SheetReader.longestRow else { throw SheetReader.tooLong(name, line) }
        continue
      }
      let lines = rest[..<end]
      guard let text = encoding.decode(lines) else { throw undecodable(line + linesBeforeFault(in: lines)) }
      let decoded = Array(text.utf8)
      let newlines = decoded.count { $0 == 0x0A }
      if let zero = decoded.firstIndex(of: 0) { throw zeroByte(line + decoded[..<zero].count { $0 == 0x0A }) }
      line += newlines
      rest.removeSubrange(..<end)
      return decoded
    }
  }

  // MARK: Faults

  /// The first byte that is not UTF-8, or no text.
  private static func fault(
    in source: any ByteSource, _ poll: () throws -> Void
  ) throws -> (fault: UTF8Check.Fault, offset: Int)? {
    var check = UTF8Check()
    var offset = 0
    while true {
      try poll()
      let block = try source.bytes(at: offset, count: blockLength)
      if block.isEmpty { return check.isWhole ? nil : (.notUTF8, max(0, offset - 1)) }
      if let found = check.fault(in: block) { return (found.fault, offset + found.offset) }
      offset += block.count
    }
  }

  private static func line(at fault: Int, in source: any ByteSource) throws -> Int {
    var line = 1
    var offset = 0
    while offset < fault {
      let block = try source.bytes(at: offset, count: min(blockLength, fault - offset))
      if block.isEmpty { break }
      line += block.count { $0 == 0x0A }
      offset += block.count
    }
    return line
  }

  /// How many lines stand before the first that cannot be decoded.
  private func linesBeforeFault(in lines: ArraySlice<UInt8>) -> Int {
    var count = 0
    var left = lines
    while let end = encoding.endOfFirstLine(in: left), encoding.decode(left[..<end]) != nil {
      count += 1
      left = left[end...]
    }
    return count
  }

  private func undecodable(_ line: Int) -> Diagnostic {
    let names = isGuessed ? Localized("neither UTF-8 nor GB18030", "既不是 UTF-8 也不是 GB18030 编码") : nil
    let known = names ?? Localized("not \(encoding.rawValue)", "不是 \(encoding.rawValue) 编码")
    return Diagnostic(
      .encoding,
      Localized("line \(line) of \(name) is \(known.english)", "\(name) 第 \(line) 行\(known.chinese)"),
      hint: Localized("save it again as UTF-8, or say its encoding", "请另存为 UTF-8，或指明编码"), subject: "encoding")
  }

  private func zeroByte(_ line: Int) -> Diagnostic {
    Diagnostic(
      .controlCharacter,
      Localized("line \(line) of \(name) holds a NUL byte", "\(name) 第 \(line) 行含有 NUL 字节"),
      hint: Localized(
        "a sheet in UTF-16 without a mark is read with encoding=utf-16", "没有标记的 UTF-16 表格请加 编码=utf-16"))
  }

  /// Workbooks of Excel are archives, not text.
  private static func refuseWorkbook(_ beginning: [UInt8], _ name: String) throws {
    guard beginning.starts(with: [0x50, 0x4B, 0x03, 0x04]) || beginning.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else {
      return
    }
    throw Diagnostic(
      .sheet, Localized("\(name) is a workbook, not a sheet in CSV", "\(name) 是工作簿，不是 CSV 表格"),
      hint: Localized("in Excel choose “Save as”, “CSV UTF-8”", "请在 Excel 中另存为“CSV UTF-8（逗号分隔）”"))
  }
}

extension TextEncoding {
  /// Where the first line ends, behind its line feed.
  fileprivate func endOfFirstLine(in bytes: ArraySlice<UInt8>) -> Int? {
    guard unitLength == 2 else { return bytes.firstIndex(of: 0x0A).map { $0 + 1 } }
    let high = self == .utf16BigEndian ? 0 : 1
    return stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).first {
      bytes[$0 + high] == 0 && bytes[$0 + 1 - high] == 0x0A
    }.map { $0 + 2 }
  }
}
