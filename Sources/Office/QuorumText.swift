import Diagnostics
import Records
import Values

/// How many of a body must be present, by which rule, and how many more are needed at a meeting of its that is open.
struct QuorumText {
  /// The numbers: at the open meeting, else of today's members.
  let quorum: Quorum
  /// The rule.
  let rule: MeetingRule
  /// The meeting that is open, if one is.
  let meeting: Record?
  private let body: Record
  private let terms: MeetingRule.Terms
  private let date: CalendarDate

  init(of body: Record, _ session: OfficeSession) throws {
    self.body = body
    date = session.writer.today
    meeting = try session.store.all(Meeting.kind, .equal(Meeting.status, .open)).first {
      $0[Meeting.bodies].contains(body.reference)
    }
    if let meeting {
      (rule, terms, _) = try Meeting.demands(on: body, at: meeting, in: session.store)
      quorum = try Meeting.quorum(of: body, at: meeting, in: session.store)
    } else {
      rule = try Body.meetingRule(of: body)
      terms = rule.terms
      quorum = try Body.quorum(of: body, on: date, in: session.store)
    }
  }

  /// The numbers as a document.
  func document() -> Document {
    var entries: [Document.Entry] = [
      .init(Localized("body", "议事组织"), Localized(same: body[Body.name])),
      .init(
        Localized("needed", "法定人数"),
        needed(quorum.members) + Localized(" (\(terms.attendance.text.english))", "（\(terms.attendance.text.chinese)）")),
    ]
    if let owners = quorum.representatives {
      entries.append(.init(Localized("owners' representatives", "业主代表"), needed(owners)))
    }
    if let meeting {
      let count = quorum.members.present
      entries.append(
        .init(
          Localized("M\(meeting.id)", "M\(meeting.id)"),
          Localized("\(count) present: ", "在场 \(count) 人，") + quorum.rest))
    }
    entries += [
      .init(Localized("carried by", "通过"), RuleText.passing(rule)),
      .init(Localized("rule", "规则"), Localized(rule.choice.name.english, rule.choice.name.chinese)),
      .init(
        Localized("since", "施行"),
        Localized(rule.since.displayText(in: .english), rule.since.displayText(in: .chinese))),
      .init(Localized("source", "依据"), rule.source),
    ]
    if rule.isRevised(on: date), let day = rule.revised?.exchangeText {
      entries.append(
        .init(
          Localized("check", "核对"),
          Localized("a newer text stands since \(day); compare it", "\(day) 起施行修订本，请核对现行规定")))
    }
    return Document(for: .desk, [.fields(entries)])
  }

  private func needed(_ count: Quorum.Count) -> Localized {
    Localized("\(count.needed) of \(count.entitled)", "应到 \(count.entitled)，须到 \(count.needed)")
  }
}
