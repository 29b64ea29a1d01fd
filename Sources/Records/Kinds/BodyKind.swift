import Values

/// What sort of body it is.
public enum BodyKind: String, ChoiceValue {
  case station, council, assembly
  case ownersCommittee = "owners-committee"
  case managementCommittee = "management-committee"
  case supervision
  case association

  public var chineseName: String {
    switch self {
    case .station: "党员驿站"
    case .council: "居民议事会"
    case .assembly: "居民会议"
    case .ownersCommittee: "业委会"
    case .managementCommittee: "物业管理委员会"
    case .supervision: "居务监督委员会"
    case .association: "自治组织"
    }
  }
}
