import Values

/// What somebody at the desk may do beyond reading.
public enum OperatorRight: String, Sendable, CaseIterable {
  /// Read what lists show.
  case read
  /// Add and change records.
  case change
  /// Lay out what is for the board.
  case publish
  /// Look at masked phones, for a reason.
  case reveal
  /// Look at who reported or objected, and take masked data out of the office: sheets, the page for a person, a saved office.
  case disclose
  /// Open and close funds, and pay from them.
  case spend
  /// Take back what others did.
  case undoOthers
  /// Erase for good.
  case erase
  /// Put a backup in the office's place.
  case restore
  /// Say who has which role, and how the office is backed up.
  case manage
}

/// What somebody is in an office, which decides what he may do.
///
/// Practice: reporters' names are shown to leaders only (domain rule 22); money is paid by who answers for it; who checks the
/// books changes nothing in them.
public enum OperatorRole: String, ChoiceValue {
  case clerk, leader, auditor, trainer

  public var chineseName: String {
    switch self {
    case .clerk: "办事员"
    case .leader: "负责人"
    case .auditor: "监督员"
    case .trainer: "培训师"
    }
  }

  /// What the role may do in a real office.
  public var rights: Set<OperatorRight> {
    switch self {
    case .clerk: [.read, .change, .publish, .reveal]
    case .leader: Set(OperatorRight.allCases)
    case .auditor: [.read, .reveal, .disclose]
    case .trainer: [.read]
    }
  }

  /// What the role may do in a demonstration: who teaches shows everything there.
  public var rightsInDemonstration: Set<OperatorRight> {
    self == .trainer ? Set(OperatorRight.allCases) : rights
  }
}
