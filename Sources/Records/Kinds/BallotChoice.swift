import Values

/// What a member votes.
public enum BallotChoice: String, ChoiceValue {
  case inFavour = "for"
  case against, abstain

  public var chineseName: String {
    switch self {
    case .inFavour: "同意"
    case .against: "反对"
    case .abstain: "弃权"
    }
  }
}
