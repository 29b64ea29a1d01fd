import Diagnostics

/// How many of a body are entitled to vote at a meeting, must be there, and are.
public struct Quorum: Sendable, Equatable {
  /// Numbers of people.
  public struct Count: Sendable, Equatable {
    /// How many are there.
    public let present: Int
    /// How many must be.
    public let needed: Int
    /// How many are entitled.
    public let entitled: Int

    /// How many more must come.
    public var more: Int { max(0, needed - present) }
  }

  /// All voting members.
  public let members: Count
  /// The owners' representatives among them, where the rule counts them apart.
  public let representatives: Count?

  /// Whether the body may vote.
  public var isReached: Bool { more == 0 }

  /// How many more people must come at least; a member who is a representative counts for both.
  public var more: Int { max(members.more, representatives?.more ?? 0) }

  /// What is there and needed, as an error or a listing says it: `10 of 16 present, 11 needed`.
  public var text: Localized {
    var text = Localized(
      "\(members.present) of \(members.entitled) present, \(members.needed) needed",
      "应到 \(members.entitled) 在场 \(members.present) 法定 \(members.needed)")
    if let owners = representatives {
      text =
        text
        + Localized(
          "; owners' representatives: \(owners.present) of \(owners.entitled) present, \(owners.needed) needed",
          "，其中业主代表应到 \(owners.entitled) 在场 \(owners.present) 法定 \(owners.needed)")
    }
    return text
  }

  /// What is missing: `1 more needed`; that nothing is.
  public var rest: Localized {
    isReached ? Localized("quorum reached", "已达法定人数") : Localized("\(more) more needed", "还差 \(more) 人")
  }
}
