import Values

/// How far a motion has come on a day.
public enum MotionState: String, ChoiceValue {
  case onAgenda = "on-agenda"
  /// Its meeting ended without deciding on it.
  case undecided
  case carried, lost
  case inNotice = "in-notice"
  case challenged
  /// Given up, or undone by those who objected.
  case revoked
  case inForce = "in-force"

  public var chineseName: String {
    switch self {
    case .onAgenda: "待表决"
    case .undecided: "未表决"
    case .carried: "通过"
    case .lost: "未通过"
    case .inNotice: "公示中"
    case .challenged: "有异议"
    case .revoked: "已撤销"
    case .inForce: "生效"
    }
  }
}
