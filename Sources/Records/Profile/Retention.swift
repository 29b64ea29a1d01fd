import Diagnostics
import Values

/// What personal values there are that are kept for a time only.
public enum RetentionMatter: String, ChoiceValue {
  /// How somebody who moved out is reached.
  case contact
  /// Who brought up an opinion or an objection.
  case reporter
  /// Who gave, on slips and in the books.
  case donor
  /// What proves a consent that counts no more.
  case evidence
  /// Why somebody looked at what is masked.
  case access
  /// What meetings decided.
  case minutes

  public var chineseName: String {
    switch self {
    case .contact: "迁出居民联系方式"
    case .reporter: "反映人"
    case .donor: "捐款人"
    case .evidence: "同意凭据"
    case .access: "查看记录"
    case .minutes: "会议记录"
    }
  }
}

/// How long personal values are kept (Personal Information Protection Law, art. 19, 47: the shortest time that the
/// purpose needs), as data with sources.
public struct Retention: Sendable {
  /// How long one matter is kept.
  public struct Rule: Sendable {
    /// What is kept.
    public let matter: RetentionMatter
    /// How long, from the day on which its purpose was served; nothing for ever.
    public let period: Period?
    /// From when the time runs.
    public let start: Localized
    /// Where the time comes from.
    public let source: Localized

    /// How long, in words: years where they are whole.
    public var duration: Localized {
      guard let period else { return Localized("for ever", "永久") }
      let years = period.months / 12
      guard period.days == 0, period.months % 12 == 0 else {
        return Localized(period.displayText(in: .english), period.displayText(in: .chinese))
      }
      return Localized("\(years) \(years == 1 ? "year" : "years")", "\(years)年")
    }
  }

  /// The rules, in the order in which they are listed.
  public let rules: [Rule]
  /// Whether a slip keeps its donor's name when he is erased before the slip's own time is over.
  public let keepsDonorNames: Bool

  /// Says how long what is kept.
  public init(rules: [Rule], keepsDonorNames: Bool) {
    self.rules = rules
    self.keepsDonorNames = keepsDonorNames
  }

  /// How long a matter is kept; nothing for ever.
  public func period(of matter: RetentionMatter) -> Period? { rules.first { $0.matter == matter }?.period }

  /// The last day on which a matter's time may have begun to be over today; nothing if it never is.
  public func limit(of matter: RetentionMatter, on today: CalendarDate) -> CalendarDate? {
    period(of: matter).flatMap { today.moved(months: -Int($0.months), days: -Int($0.days)) }
  }
}

extension Retention {
  /// Communities in China, as practice stood in 2020.
  public static let cn = Retention(
    rules: [
      Rule(
        matter: .contact, period: Period(months: 12), start: Localized("the day of moving out", "迁出之日"),
        source: Localized(
          "Personal Information Protection Law, arts. 19, 47; one year by usual practice", "个人信息保护法第十九、四十七条；一年为通行做法")),
      Rule(
        matter: .reporter, period: Period(months: 12), start: Localized("the last step taken", "办理终了之日"),
        source: Localized(
          "Personal Information Protection Law, art. 19; one year by usual practice", "个人信息保护法第十九条；一年为通行做法")),
      Rule(
        matter: .donor, period: Period(months: 180), start: Localized("the day of the gift", "捐款之日"),
        source: Localized(
          "stubs of donation slips are kept for fifteen years by rules of foundations, taken as a yardstick",
          "参照基金会捐赠票据存根保存十五年的规定")),
      Rule(
        matter: .evidence, period: Period(months: 36), start: Localized("the day on which it counted last", "同意终止之日"),
        source: Localized(
          "limitation of actions, Civil Code, art. 188: three years", "民法典第一百八十八条：诉讼时效三年")),
      Rule(
        matter: .access, period: Period(months: 36), start: Localized("the day of looking", "查看之日"),
        source: Localized(
          "Personal Information Protection Law, art. 56: records are kept for three years at least",
          "个人信息保护法第五十六条：处理情况记录至少保存三年")),
      Rule(
        matter: .minutes, period: nil, start: Localized("the meeting", "会议之日"),
        source: Localized("archives of residents' committees: permanent", "居委会档案：永久保存")),
    ],
    // The stub on paper bears the name as long as the law asks for it; the book needs number and amount.
    keepsDonorNames: false)
}
