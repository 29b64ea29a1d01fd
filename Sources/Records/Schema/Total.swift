import Values

/// What the records that share a value of a field come to.
public struct Total: Sendable, Equatable {
  /// The value that they share.
  public let value: Value
  /// How many they are.
  public let count: Int
  /// The sum of another field, in fen where it holds money.
  public let sum: Int

  /// Creates a total.
  public init(value: Value, count: Int, sum: Int) {
    self.value = value
    self.count = count
    self.sum = sum
  }
}
