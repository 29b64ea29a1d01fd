/// Gives random bytes for seals; the system is asked for many at once.
struct SaltSource {
  private static let length = 16
  private static let count = 64

  private var bytes: [UInt8] = []

  /// Sixteen random bytes, never given before.
  mutating func next() -> [UInt8] {
    if bytes.isEmpty {
      var generator = SystemRandomNumberGenerator()
      bytes.reserveCapacity(SaltSource.length * SaltSource.count)
      for _ in 0..<SaltSource.length * SaltSource.count / 8 {
        withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0) }
      }
    }
    defer { bytes.removeLast(SaltSource.length) }
    return Array(bytes.suffix(SaltSource.length))
  }
}
