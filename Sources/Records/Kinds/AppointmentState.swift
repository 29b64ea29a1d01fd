import Values

/// How an appointment stands on a day.
public enum AppointmentState: String, ChoiceValue {
  /// Its term has not begun.
  case upcoming
  /// Its term runs.
  case serving
  /// Its term ran out.
  case expired
  /// It ended before its time.
  case ended

  public var chineseName: String {
    switch self {
    case .upcoming: "未到任"
    case .serving: "在任"
    case .expired: "期满"
    case .ended: "已离任"
    }
  }
}
