import Values

/// How somebody stands to the neighbourhood.
public enum ResidentStatus: String, ChoiceValue {
  /// He lives here.
  case active
  /// He lives elsewhere now.
  case movedOut = "moved-out"
  /// He has died.
  case deceased
  /// He was recorded twice; the other record stands for him.
  case merged
  /// He asked to be erased; his number is all that is left.
  case erased

  public var chineseName: String {
    switch self {
    case .active: "在住"
    case .movedOut: "已迁出"
    case .deceased: "已故"
    case .merged: "已合并"
    case .erased: "已抹去"
    }
  }

  /// The status of a record.
  init(of resident: Record) {
    self =
      if resident[Resident.erased] != nil {
        .erased
      } else if resident[Resident.mergedInto] != nil {
        .merged
      } else if resident[Resident.died] != nil {
        .deceased
      } else {
        resident[Resident.movedOut] == nil ? .active : .movedOut
      }
  }

  /// What holds of the records of a status.
  var conditions: [Condition] {
    let (merged, died, movedOut) = (Resident.mergedInto, Resident.died, Resident.movedOut)
    let isThere = Condition.equal(Resident.erased, nil)
    return switch self {
    case .active: [isThere, .equal(merged, nil), .equal(died, nil), .equal(movedOut, nil)]
    case .movedOut: [isThere, .equal(merged, nil), .equal(died, nil), .present(movedOut)]
    case .deceased: [isThere, .equal(merged, nil), .present(died)]
    case .merged: [isThere, .present(merged)]
    case .erased: [.present(Resident.erased)]
    }
  }
}
