/// One of the values of a closed list, such as a meeting's status.
public final class Choice: Sendable, Hashable {
  /// What the choice is called.
  public let name: Name

  /// Declares a choice.
  public init(_ english: String, _ chinese: String) {
    self.name = Name(english, chinese)
  }

  /// Two choices of one English name are the same choice.
  public static func == (left: Choice, right: Choice) -> Bool { left.name.english == right.name.english }

  /// Hashes the English name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name.english) }
}
