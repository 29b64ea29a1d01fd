import Diagnostics
import Values

/// When a body may decide, and when a motion is carried: fractions as practice and law state them, computed in whole
/// numbers only.
public struct MeetingRule: Sendable {
  /// Of whom the votes in favour are counted a share.
  public enum Base: Sendable {
    /// Of those present at the vote.
    case present
    /// Of all voting members.
    case members
  }

  /// What a meeting asks for.
  public struct Terms: Sendable {
    /// Who must be present, as a share of the voting members.
    public let attendance: Share
    /// Who must be present among the owners' representatives, where the rule counts them apart.
    public let representatives: Share?
    /// Who must be in favour.
    public let passing: Share
    /// Of whom.
    public let base: Base
    /// How many of the voting members undo the decision by objecting while its notice hangs, where the rule says so.
    public let undoing: Share?

    init(
      _ attendance: Share, representatives: Share? = nil, passing: Share, of base: Base, undoing: Share? = nil
    ) {
      self.attendance = attendance
      self.representatives = representatives
      self.passing = passing
      self.base = base
      self.undoing = undoing
    }
  }

  /// How many votes one member may hold for others by proxy.
  public enum Proxies: Sendable {
    /// Nobody votes for another.
    case none
    /// Up to a share of the voting members, cut off to a whole number.
    case share(numerator: Int, denominator: Int)
    /// As many as are given to him.
    case unlimited

    /// How many that are of so many members; nothing for no limit.
    public func limit(of members: Int) -> Int? {
      switch self {
      case .none: 0
      case .share(let numerator, let denominator): members * numerator / denominator
      case .unlimited: nil
      }
    }
  }

  /// The rule's name.
  public let choice: Choice
  /// What a meeting asks for.
  public let terms: Terms
  /// What a meeting asks for that is called again because too few came to the one before; nothing for the same.
  public let reconvened: Terms?
  /// Whether members decide by signing their names, so that no vote is by count or secret.
  public let bySignature: Bool
  /// How many votes one member may hold for others.
  public let proxies: Proxies
  /// Whether a vote in writing counts, and who sent it as present.
  public let writtenVotes: Bool
  /// How many days before a meeting its notice goes out.
  public let noticeDays: Int
  /// For how many days at least a decision hangs out for objections.
  public let publicDays: Int
  /// Where the rule comes from.
  public let source: Localized
  /// Since when it stands, as exactly as that is known; a meeting before that cannot decide by it.
  public let since: CalendarDate
  /// From when on a newer text takes the place of the one that these figures were read from, if there is one.
  public let revised: CalendarDate?

  init(
    _ choice: Choice, _ terms: Terms, reconvened: Terms? = nil, bySignature: Bool = false, proxies: Proxies = .none,
    writtenVotes: Bool = false, noticeDays: Int, publicDays: Int = 7, since: CalendarDate?,
    revised: CalendarDate? = nil, source: Localized
  ) {
    guard let since else { preconditionFailure("a rule says since when it stands") }
    self.choice = choice
    self.terms = terms
    self.reconvened = reconvened
    self.bySignature = bySignature
    self.proxies = proxies
    self.writtenVotes = writtenVotes
    self.noticeDays = noticeDays
    self.publicDays = publicDays
    self.source = source
    self.since = since
    self.revised = revised
  }

  /// Whether a newer text has taken the place of the rule's on a day.
  public func isRevised(on date: CalendarDate) -> Bool { revised.map { $0 <= date } ?? false }
}
