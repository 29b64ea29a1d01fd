import Values

/// What became of a motion.
public enum MotionOutcome: String, ChoiceValue {
  case onAgenda = "on-agenda"
  case carried, lost

  public var chineseName: String {
    switch self {
    case .onAgenda: "待表决"
    case .carried: "通过"
    case .lost: "未通过"
    }
  }
}
