import Values

/// How somebody takes part in a meeting.
public enum AttendanceMode: String, ChoiceValue {
  /// He is there.
  case inPerson = "in-person"
  /// Another member votes for him.
  case proxy
  /// His vote came in writing.
  case written
  /// He listens and never counts.
  case observer

  public var chineseName: String {
    switch self {
    case .inPerson: "到场"
    case .proxy: "委托"
    case .written: "书面"
    case .observer: "列席"
    }
  }
}
