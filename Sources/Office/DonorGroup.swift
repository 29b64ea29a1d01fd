import Diagnostics
import Records
import Values

/// Who gave, as a public notice adds gifts up.
enum DonorGroup: CaseIterable {
  case party, residents, shops, others, anonymous

  /// What the notice calls the group.
  var name: Localized {
    switch self {
    case .party: Localized("Party members", "党员")
    case .residents: Localized("residents", "居民")
    case .shops: Localized("shops", "商户")
    case .others: Localized("others", "其他")
    case .anonymous: Localized("anonymous", "匿名")
    }
  }

  /// The groups that gave, each with its gifts.
  static func groups(of gifts: [Record], in reader: any RecordReader) throws -> [(DonorGroup, [Record])] {
    let members = Set(try reader.all(Resident.kind, .equal(Resident.party, true)).map(\.reference))
    let grouped = Dictionary(grouping: gifts) { gift -> DonorGroup in
      if let resident = gift[Gift.resident] { return members.contains(resident) ? .party : .residents }
      if gift[Gift.shop] != nil { return .shops }
      return gift[Gift.name] == nil ? .anonymous : .others
    }
    return allCases.compactMap { group in grouped[group].map { (group, $0) } }
  }
}
