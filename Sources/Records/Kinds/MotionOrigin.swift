import Values

/// Where a motion comes from, as the paper form of the “four discussions” asks (动议事由).
public enum MotionOrigin: String, ChoiceValue {
  case residents, officials, superior

  public var chineseName: String {
    switch self {
    case .residents: "党员群众"
    case .officials: "干部"
    case .superior: "上级"
    }
  }
}
