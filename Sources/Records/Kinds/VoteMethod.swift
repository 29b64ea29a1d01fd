import Values

/// How a body voted.
public enum VoteMethod: String, ChoiceValue {
  /// By a show of hands, counted.
  case count
  /// By name, each member's vote kept.
  case byName = "by-name"
  /// On paper without names; only the totals are kept.
  case secret
  /// By signing the decision.
  case signature

  public var chineseName: String {
    switch self {
    case .count: "举手"
    case .byName: "记名"
    case .secret: "无记名"
    case .signature: "签字"
    }
  }
}
