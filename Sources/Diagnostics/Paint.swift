/// Colours for people whose terminal shows them. They repeat what the text says: nothing is said by colour alone.
public struct Paint: Sendable {
  /// What a piece of text is.
  public enum Meaning: String, Sendable {
    /// What stands above or beside something and names it.
    case heading = "1"
    /// What helps to read the rest: lines, counts.
    case secondary = "2"
    /// What somebody should look at: an amount below zero, a day that has passed.
    case warning = "31"
    /// What is wrong.
    case fault = "1;31"
  }

  /// Leaves text as it is.
  public static let none = Paint(isOn: false)

  /// Whether there are colours.
  public let isOn: Bool

  /// Colours text, or leaves it as it is.
  public init(isOn: Bool) { self.isOn = isOn }

  /// A piece of text in the colour of its meaning (ECMA-48, SGR). Its width is measured before.
  public func callAsFunction(_ meaning: Meaning, _ text: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(meaning.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// A text without its colours.
  public static func stripped(_ text: String) -> String {
    text.utf8.contains(0x1B) ? text.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") : text
  }
}
