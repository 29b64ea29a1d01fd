import Values

/// What somebody agrees to have shown.
public enum ConsentDatum: String, ChoiceValue {
  case phone, name
  public var chineseName: String { self == .phone ? "电话" : "姓名" }
}

/// Where it may be shown.
public enum ConsentChannel: String, ChoiceValue {
  case buildingCard = "building-card"
  case donorList = "donor-list"
  case minutes
  case notice
  case report

  public var chineseName: String {
    switch self {
    case .buildingCard: "楼栋联系卡"
    case .donorList: "捐款公示"
    case .minutes: "会议纪要"
    case .notice: "公告"
    case .report: "年报"
    }
  }
}
