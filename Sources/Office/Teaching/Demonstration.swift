import Diagnostics

/// A script that is to be typed out before people.
public struct Demonstration: Sendable {
  /// The script.
  public let script: Source
  /// How much faster than usual it is typed; nothing for no waiting at all.
  public let speed: Double?
  /// Whether it changes the office at hand, not one of its own.
  public let isHere: Bool
}
