import Diagnostics

/// How many voted what.
public struct Tally: Sendable {
  /// Votes in favour.
  public let inFavour: Int
  /// Votes against.
  public let against: Int
  /// Abstentions, which are votes but not in favour.
  public let abstain: Int

  /// Creates a tally.
  public init(inFavour: Int, against: Int = 0, abstain: Int = 0) {
    self.inFavour = inFavour
    self.against = against
    self.abstain = abstain
  }

  /// Refuses negative numbers, and more votes than people.
  func require(atMost present: Int) throws {
    guard min(inFavour, against, abstain) >= 0 else {
      throw Diagnostic(.votes, Localized("votes are counted from 0", "票数不能为负"), subject: "for")
    }
    let cast = inFavour + against + abstain
    guard cast <= present else {
      throw Diagnostic(
        .votes, Localized("\(cast) votes, but \(present) are present", "共 \(cast) 票，而在场只有 \(present) 人"),
        subject: "for")
    }
  }
}
