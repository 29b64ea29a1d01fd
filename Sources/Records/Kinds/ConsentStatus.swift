import Values

/// Whether a consent counts on a day.
public enum ConsentStatus: String, ChoiceValue {
  /// It counts.
  case given
  /// It will count from a later day on.
  case upcoming
  /// Its last day has passed.
  case expired
  /// It was taken back.
  case withdrawn
  /// Who gave it is gone.
  case lapsed

  public var chineseName: String {
    switch self {
    case .given: "有效"
    case .upcoming: "未生效"
    case .expired: "已到期"
    case .withdrawn: "已撤回"
    case .lapsed: "已失效"
    }
  }
}
