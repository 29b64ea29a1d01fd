import Values

/// How far a meeting has come.
public enum MeetingStatus: String, ChoiceValue {
  case called, open, closed, adjourned, cancelled

  public var chineseName: String {
    switch self {
    case .called: "已通知"
    case .open: "进行中"
    case .closed: "已结束"
    case .adjourned: "已休会"
    case .cancelled: "已取消"
    }
  }
}
