import Foundation

/// An encoding in which offices save their sheets.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  /// What Excel saves as “Unicode text”.
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// GB 18030, of which GBK and GB 2312 are parts: what Excel in Chinese saves as CSV, without a mark.
  case gb18030 = "GB18030"

  /// The bytes at the beginning of a file that tell its encoding.
  public var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .gb18030: [0x84, 0x31, 0x95, 0x33]
    }
  }

  /// What a new file begins with: nothing in GB 18030, whose readers expect no mark.
  public var markForWriting: [UInt8] { self == .gb18030 ? [] : byteOrderMark }

  /// How many bytes the smallest character takes.
  var unitLength: Int { self == .utf16LittleEndian || self == .utf16BigEndian ? 2 : 1 }

  /// The text that bytes stand for; nothing if some stand for none.
  func decode(_ bytes: ArraySlice<UInt8>) -> String? {
    switch self {
    case .utf8: String(validating: bytes, as: UTF8.self)
    case .utf16LittleEndian, .utf16BigEndian:
      bytes.count % 2 == 0 ? String(validating: units(of: bytes), as: UTF16.self) : nil
    case .gb18030: String(data: Data(bytes), encoding: TextEncoding.gb)
    }
  }

  /// The bytes that stand for a text; nothing if reading them would not give the text back.
  ///
  /// Some private characters of GB 18030 were given standard ones later, which is what reading them gives.
  public func encode(_ text: String) -> [UInt8]? {
    switch self {
    case .utf8: return Array(text.utf8)
    case .utf16LittleEndian: return text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    case .utf16BigEndian: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    case .gb18030:
      guard let data = text.data(using: TextEncoding.gb), let back = String(data: data, encoding: TextEncoding.gb),
        back.utf8.elementsEqual(text.utf8)
      else { return nil }
      return Array(data)
    }
  }

  /// Where the last line that is whole ends, behind its line feed, else behind its carriage return.
  func endOfLastLine(in bytes: [UInt8]) -> Int? {
    if unitLength == 1 {
      // No byte of a longer character of GB 18030 is a line end.
      return (bytes.lastIndex(of: 0x0A) ?? bytes.dropLast().lastIndex(of: 0x0D)).map { $0 + 1 }
    }
    let high = self == .utf16BigEndian ? 0 : 1
    for end in [UInt8(0x0A), 0x0D] {
      let units = stride(from: (bytes.count / 2 - 1) * 2, through: 0, by: -2)
      if let unit = units.first(where: { bytes[$0 + high] == 0 && bytes[$0 + 1 - high] == end }) { return unit + 2 }
    }
    return nil
  }

  private func units(of bytes: ArraySlice<UInt8>) -> [UInt16] {
    stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return self == .utf16BigEndian ? first << 8 | second : second << 8 | first
    }
  }

  /// `kCFStringEncodingGB_18030_2000` as Foundation numbers it.
  private static let gb = String.Encoding(rawValue: 0x8000_0632)
}
