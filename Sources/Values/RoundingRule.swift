/// How a rate is written: a report names the rule beside the figure, for the same counts give different rates.
public enum RoundingRule: String, ChoiceValue {
  /// Two decimals, cut off: 4826 of 5070 is 95.18 %.
  case truncate2
  /// Two decimals, rounded half up: 4826 of 5070 is 95.19 %.
  case halfUp2
  /// One decimal, cut off.
  case truncate1
  /// One decimal, rounded half up.
  case halfUp1
  /// No rate, only the counts: 4826/5070.
  case fraction

  public var chineseName: String {
    switch self {
    case .truncate2: "截尾两位"
    case .halfUp2: "四舍五入两位"
    case .truncate1: "截尾一位"
    case .halfUp1: "四舍五入一位"
    case .fraction: "分数"
    }
  }

  /// How many decimals a rate has; nothing where there is none.
  var places: Int? {
    switch self {
    case .truncate2, .halfUp2: 2
    case .truncate1, .halfUp1: 1
    case .fraction: nil
    }
  }

  var roundsUp: Bool { self == .halfUp2 || self == .halfUp1 }
}
