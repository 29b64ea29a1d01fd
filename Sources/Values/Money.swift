/// An amount of money in whole fen (a hundredth of a yuan).
public struct Money: Sendable, Hashable, Comparable {
  /// The amount in fen; may be negative where a difference is.
  public let fen: Int

  /// Creates an amount from fen.
  public init(fen: Int) { self.fen = fen }

  public static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }
}
