import Values

/// What somebody is appointed as; the contact card prints these four.
public enum AppointmentRole: String, ChoiceValue {
  case gridChief = "grid-chief"
  case gridManager = "grid-manager"
  case buildingLead = "building-lead"
  case police

  /// The roles that look after a grid.
  public static let officers: [AppointmentRole] = [.gridChief, .gridManager, .police]

  public var chineseName: String {
    switch self {
    case .gridChief: "网格长"
    case .gridManager: "网格管理员"
    case .buildingLead: "楼栋长"
    case .police: "社区辅警"
    }
  }
}
