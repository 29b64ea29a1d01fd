/// Tells whether bytes that come block by block are text in UTF-8.
struct UTF8Check {
  /// What is wrong with the bytes.
  enum Fault { case notUTF8, zeroByte }

  /// How many bytes the character that has begun still wants.
  private var wanted = 0
  /// What the next byte of that character may be.
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF

  /// Whether no character is left unfinished.
  var isWhole: Bool { wanted == 0 }

  /// The first byte of a block that is wrong.
  mutating func fault(in block: [UInt8]) -> (fault: Fault, offset: Int)? {
    block.withUnsafeBytes { bytes in
      var index = 0
      while index < bytes.count {
        // Eight ASCII characters at once.
        if wanted == 0, index + 8 <= bytes.count {
          let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          let hasZero = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0
          if word & 0x8080_8080_8080_8080 == 0, !hasZero {
            index += 8
            continue
          }
        }
        if let fault = take(bytes[index]) { return (fault, index) }
        index += 1
      }
      return nil
    }
  }

  /// Unicode 15, table 3-7: which bytes follow which.
  private mutating func take(_ byte: UInt8) -> Fault? {
    if wanted > 0 {
      guard allowed ~= byte else { return .notUTF8 }
      wanted -= 1
      allowed = 0x80...0xBF
      return nil
    }
    switch byte {
    case 0: return .zeroByte
    case ..<0x80: return nil
    case 0xC2...0xDF: wanted = 1
    case 0xE0...0xEF:
      wanted = 2
      if byte == 0xE0 { allowed = 0xA0...0xBF }
      if byte == 0xED { allowed = 0x80...0x9F }
    case 0xF0...0xF4:
      wanted = 3
      if byte == 0xF0 { allowed = 0x90...0xBF }
      if byte == 0xF4 { allowed = 0x80...0x8F }
    default: return .notUTF8
    }
    return nil
  }
}
