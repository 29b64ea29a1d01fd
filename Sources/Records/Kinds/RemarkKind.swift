import Values

/// What a remark in the minutes is.
public enum RemarkKind: String, ChoiceValue {
  /// What was said at the meeting, without who said it.
  case point
  /// What approved minutes have wrong.
  case correction

  public var chineseName: String {
    switch self {
    case .point: "发言要点"
    case .correction: "更正"
    }
  }
}
