import Values

/// How a term ended before its time.
public enum AppointmentEnd: String, ChoiceValue {
  case relieved, resigned
  case handedOver = "handed-over"
  case movedOut = "moved-out"
  case deceased

  /// The ways that somebody decides; the others follow from what happened.
  public static let decided: [AppointmentEnd] = [.relieved, .resigned]

  public var chineseName: String {
    switch self {
    case .relieved: "免职"
    case .resigned: "辞职"
    case .handedOver: "交接"
    case .movedOut: "迁出"
    case .deceased: "去世"
    }
  }
}
