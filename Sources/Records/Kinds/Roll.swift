import Values

/// Who is entitled at a meeting for one of its bodies, and by which rule, as the notice fixed it.
struct Roll {
  /// The body.
  let body: Record
  /// The rule that the body was called under.
  let rule: MeetingRule
  /// What the rule asks for at this meeting.
  let terms: MeetingRule.Terms
  /// The members entitled to vote.
  let members: Set<Reference>
  /// Those of them who represent the owners.
  let representatives: Set<Reference>

  /// Reads the roll of one body at a meeting.
  init(of body: Record, at meeting: Record, in reader: any RecordReader) throws {
    self.body = body
    (rule, terms, _) = try Meeting.demands(on: body, at: meeting, in: reader)
    let entries = try RollEntry.of(body.reference, at: meeting.reference, in: reader)
    members = Set(entries.map { $0[RollEntry.resident] })
    representatives = Set(entries.filter { $0[RollEntry.representative] }.map { $0[RollEntry.resident] })
  }

  /// How many are needed and there, if these people count as present.
  func quorum(of present: Set<Reference>) -> Quorum {
    let representatives = terms.representatives.map { share in
      Quorum.Count(
        present: self.representatives.intersection(present).count,
        needed: share.needed(of: self.representatives.count), entitled: self.representatives.count)
    }
    let members = Quorum.Count(
      present: members.intersection(present).count, needed: terms.attendance.needed(of: members.count),
      entitled: members.count)
    return Quorum(members: members, representatives: representatives)
  }

  /// The members who count as present in somebody's view of who takes part.
  func present(in presence: Presence) -> Set<Reference> {
    members.filter { presence.includes($0, rule, roll: members) }
  }
}
