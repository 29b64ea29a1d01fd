import Crypto

/// Gives random bytes for seals. They are drawn from a random key that is never kept: asking the system for each would
/// cost more than the seal.
public struct SaltSource {
  private static let length = 16

  private let key = SymmetricKey(size: .bits256)
  private var count: UInt64 = 0
  /// The half of the last digest that nobody has been given yet.
  private var rest: [UInt8]?

  /// A source of its own key.
  public init() {}

  /// Sixteen random bytes, never given before.
  public mutating func next() -> [UInt8] {
    if let rest {
      self.rest = nil
      return rest
    }
    var hash = SHA256()
    key.withUnsafeBytes { hash.update(bufferPointer: $0) }
    withUnsafeBytes(of: count) { hash.update(bufferPointer: $0) }
    count += 1
    return hash.finalize().withUnsafeBytes { bytes in
      rest = Array(bytes.suffix(SaltSource.length))
      return Array(bytes.prefix(SaltSource.length))
    }
  }
}
