import Diagnostics
import Records

/// A meeting rule in words.
enum RuleText {
  /// Who must be present: `2/3 or more`.
  static func attendance(_ terms: MeetingRule.Terms) -> Localized {
    let owners = terms.representatives.map {
      Localized(", and \($0.text.english) of the owners' representatives", "，且业主代表\($0.text.chinese)")
    }
    return terms.attendance.text + (owners ?? Localized(same: ""))
  }

  /// Who must be in favour: `more than 1/2 of those present`.
  static func passing(_ rule: MeetingRule) -> Localized {
    passing(rule.terms) + (rule.bySignature ? Localized(", by signature", "，签字") : Localized(same: ""))
  }

  /// Who must be in favour at a meeting.
  static func passing(_ terms: MeetingRule.Terms) -> Localized {
    switch terms.base {
    case .present: Localized("\(terms.passing.text.english) of those present", "到会者\(terms.passing.text.chinese)")
    case .members: Localized("\(terms.passing.text.english) of all members", "全体成员\(terms.passing.text.chinese)")
    }
  }

  /// How many votes one member may hold for others.
  static func proxies(_ rule: MeetingRule) -> Localized {
    switch rule.proxies {
    case .none: Localized("none", "不得委托")
    case .unlimited: Localized("allowed", "可委托")
    case .share(let numerator, let denominator):
      Localized(
        "each for up to \(numerator)/\(denominator) of the members", "每人至多受托全体的 \(numerator)/\(denominator)")
    }
  }

  /// What a meeting asks for that is called again because too few came to the one before.
  static func reconvened(_ terms: MeetingRule.Terms) -> Localized {
    let undoing = terms.undoing.map {
      Localized("; undone if \($0.text.english) of all object", "；全体\($0.text.chinese)反对则不成立")
    }
    return Localized("present: ", "到会") + attendance(terms) + Localized("; carried by ", "；") + passing(terms)
      + (undoing ?? Localized(same: ""))
  }
}
