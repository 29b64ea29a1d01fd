import Values

/// How somebody came to be appointed.
public enum AppointmentManner: String, ChoiceValue {
  case elected, nominated, appointed

  public var chineseName: String {
    switch self {
    case .elected: "选举"
    case .nominated: "推荐"
    case .appointed: "社区委派"
    }
  }
}
