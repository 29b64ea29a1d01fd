import Diagnostics
import Values

/// When a body may decide, and when a motion is carried: fractions as practice and law state them, computed in whole
/// numbers only.
public struct MeetingRule: Sendable {
  /// A share that a number of people must reach.
  public struct Share: Sendable {
    /// The fraction's upper number.
    public let numerator: Int
    /// The fraction's lower number.
    public let denominator: Int
    /// Whether exactly the fraction is not enough (过半数); with it, 以上 counts the number itself (Civil Code, art. 1259).
    public let moreThan: Bool

    /// How many people of `whole` reach the share.
    public func needed(of whole: Int) -> Int {
      let product = whole * numerator
      return moreThan ? product / denominator + 1 : (product + denominator - 1) / denominator
    }
  }

  /// Of whom the votes in favour are counted a share.
  public enum Base: Sendable {
    /// Of those present at the vote.
    case present
    /// Of all voting members.
    case members
  }

  /// The rule's name.
  public let choice: Choice
  /// Who must be present, as a share of the voting members.
  public let attendance: Share
  /// Who must be in favour.
  public let passing: Share
  /// Of whom.
  public let base: Base
  /// How many days before a meeting its notice goes out.
  public let noticeDays: Int
  /// Where the rule comes from, with its year.
  public let source: Localized
}
