import Values

/// What sort of meeting it is.
public enum MeetingKind: String, ChoiceValue {
  case regular, extraordinary, consultation

  public var chineseName: String {
    switch self {
    case .regular: "例会"
    case .extraordinary: "临时会议"
    case .consultation: "协商会"
    }
  }
}
