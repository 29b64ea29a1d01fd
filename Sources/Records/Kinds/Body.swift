import Diagnostics
import Values

/// People who meet and decide by a rule: the party-member station, the residents' council, the owners' committee.
public enum Body {
  /// The name.
  public static let name = Field<String>("name", "名称", "The name.", "名称。", type: .text(maximum: 60), isUnique: true)
  /// What sort of body it is.
  public static let sort = Field<BodyKind>("kind", "类别", "What sort of body it is.", "组织类别。", default: .council)
  /// The rule that it decides by.
  public static let rule = Field<Value>(
    "rule", "规则", "The rule that it decides by.", "议事规则。", type: .choice(Profile.cn.meetingRules.map(\.choice)))

  private static let members = Field<Int>("members", "成员数", "How many voting members it has today.", "有表决权的成员数。")

  /// The kind.
  public static let kind = RecordKind(
    "body", "议事组织", "People who meet and decide by a rule.", "按规则议事的组织。", handle: .numbered("BD"), label: "name",
    fields: [name.declaration, sort.declaration, rule.declaration],
    computed: [
      .init(
        members, today: { try memberships(of: $0.reference, on: $2, in: $1).filter { $0[Membership.voting] }.count })
    ], positional: ["name"], listed: ["name", "kind", "rule", "members"],
    verbs: [.add, .set, .show, .list, .count],
    sample: .init(
      handle: "BD1", add: "示例议事会 kind=council rule=residents-majority", filter: "kind=station",
      change: "kind=council"),
    check: { record, previous, reader in
      if let previous, previous[rule] != record[rule] { try refuseNewRule(of: record, in: reader) }
    })

  /// The rule that a body decides by.
  public static func meetingRule(of body: Record) throws -> MeetingRule {
    guard case .choice(let choice) = body[rule], let found = Profile.cn.rule(choice) else {
      throw Diagnostic(
        .missingValue, Localized("\(body[name]) has no rule", "\(body[name]) 没有议事规则"),
        hint: Localized("set one: body set \(body[name]) rule=…", "请设定：议事组织 修改 \(body[name]) 规则=…"))
    }
    return found
  }

  /// The memberships in force on a day.
  public static func memberships(of body: Reference, on date: CalendarDate, in reader: any RecordReader) throws
    -> [Record]
  {
    try reader.all(Membership.kind, .equal(Membership.body, body)).filter {
      $0[Membership.from] <= date && ($0[Membership.until].map { date < $0 } ?? true)
    }
  }

  /// How many of a body's voting members of a day a meeting would need; nobody is present.
  public static func quorum(of body: Record, on date: CalendarDate, in reader: any RecordReader) throws -> Quorum {
    let terms = try meetingRule(of: body).terms
    let seats = try memberships(of: body.reference, on: date, in: reader).filter { $0[Membership.voting] }
    let owners = seats.count { $0[Membership.representative] }
    return Quorum(
      members: .init(present: 0, needed: terms.attendance.needed(of: seats.count), entitled: seats.count),
      representatives: terms.representatives.map { .init(present: 0, needed: $0.needed(of: owners), entitled: owners) })
  }

  /// Refuses another rule between the notice of a meeting and its end: who was called under one rule decides by it.
  private static func refuseNewRule(of body: Record, in reader: any RecordReader) throws {
    for status in [MeetingStatus.called, .open] {
      guard
        let meeting = try reader.all(Meeting.kind, .equal(Meeting.status, status)).first(where: {
          $0[Meeting.bodies].contains(body.reference)
        })
      else { continue }
      throw Diagnostic(
        .state,
        Localized(
          "\(body[name]) has been called to M\(meeting.id) under its present rule",
          "\(body[name]) 已按现行规则通知召开 M\(meeting.id)"),
        hint: Localized("change the rule when that meeting is over", "请在该会议结束后再修改规则"), subject: "rule")
    }
  }

  /// Makes residents members from a day on; who has a seat on that day or later is refused, so that nobody counts twice.
  public static func join(
    _ body: Record, _ residents: [Reference], voting: Bool, representative: Bool = false, from date: CalendarDate?,
    in writer: RecordWriter
  ) throws -> [Record] {
    let start = date ?? writer.today
    return try writer.together {
      try residents.map { resident in
        try Resident.require(
          writer.store.get(Resident.kind, resident), [.active, .movedOut], hint: nil, subject: "members")
        let seats = try writer.store.all(
          Membership.kind, .equal(Membership.body, body.reference), .equal(Membership.resident, resident))
        if let seat = seats.first(where: { seat in seat[Membership.until].map { start < $0 } ?? true }) {
          let name = try writer.store.get(Resident.kind, resident)[Resident.name]
          let since = seat[Membership.from].exchangeText
          throw Diagnostic(
            .duplicateRecord,
            Localized("\(name) has a seat already, from \(since)", "\(name) 自 \(since) 起已是成员"), subject: "members")
        }
        var membership = Record(Membership.kind)
        membership[Membership.body] = body.reference
        membership[Membership.resident] = resident
        membership[Membership.voting] = voting
        membership[Membership.representative] = representative
        membership[Membership.from] = start
        return try writer.add(membership)
      }
    }
  }

  /// Ends somebody's membership.
  public static func leave(_ body: Record, _ resident: Reference, on date: CalendarDate, in writer: RecordWriter) throws
    -> Record
  {
    guard
      let membership = try memberships(of: body.reference, on: date, in: writer.store).first(where: {
        $0[Membership.resident] == resident
      })
    else {
      let name = try writer.store.get(Resident.kind, resident)[Resident.name]
      throw Diagnostic(
        .state,
        Localized(
          "\(name) is no member of \(body[self.name]) on \(date.exchangeText)",
          "\(name) 在 \(date.exchangeText) 不是 \(body[self.name]) 的成员"), subject: "member")
    }
    return try writer.change(membership) { $0[Membership.until] = date }
  }
}
