import Values

/// How somebody lives where he lives.
public enum Tenancy: String, ChoiceValue {
  case owner, tenant, family, staff

  public var chineseName: String {
    switch self {
    case .owner: "业主"
    case .tenant: "租户"
    case .family: "家人"
    case .staff: "员工"
    }
  }
}
