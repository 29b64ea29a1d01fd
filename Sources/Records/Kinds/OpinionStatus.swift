import Values

/// How far an opinion has come.
public enum OpinionStatus: String, ChoiceValue {
  case new, accepted, answered
  case put = "put-to-meeting"
  case referred, merged, closed

  public var chineseName: String {
    switch self {
    case .new: "新收"
    case .accepted: "已受理"
    case .answered: "已答复"
    case .put: "提交会议"
    case .referred: "已转交"
    case .merged: "已合并"
    case .closed: "已办结"
    }
  }
}
