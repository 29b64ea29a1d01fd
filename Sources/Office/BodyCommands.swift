import CommandLanguage
import Diagnostics
import Records
import Values

/// The special verbs of `body`.
enum BodyCommands {
  static let all = [join, leave, members, quorum, rules]

  private static let body = GenericCommands.subject(of: Body.kind)
  private static let people = Field<[Reference]>(
    "members", "成员", "The residents who join.", "加入的居民。", type: .list(.reference(["resident"])))
  private static let member = Field<Reference>("member", "成员", "The member.", "成员。", type: .reference(["resident"]))
  private static let from = Field<CalendarDate?>("from", "起", "The first day; today unless given.", "起始日期，默认今天。")
  private static let on = Field<CalendarDate?>("on", "日期", "The day; today unless given.", "日期，默认今天。")
  private static let quorumShape = RowShape([
    Column(Name("body", "议事组织"), .reference(["body"])), Column(Name("members", "成员数"), .integer(0...Int.max)),
    Column(Name("needed", "法定人数"), .integer(0...Int.max)),
    Column(Name("meeting", "会议"), .reference(["meeting"])), Column(Name("present", "在场"), .integer(0...Int.max)),
    Column(Name("more", "还差"), .integer(0...Int.max)), Column(Name("rule", "规则"), Body.rule.declaration.type),
    Column(Name("source", "依据"), .text(maximum: 500)),
  ])

  static let join = OfficeCommand(
    CommandDeclaration(
      Body.kind.name, Name("join", "加入"), Localized("Makes residents members of a body.", "使居民成为组织成员。"),
      parameters: [
        .positional(body), .rest(people), .named(Membership.voting), .named(Membership.representative), .named(from),
      ], effect: .writes, result: .row(Body.kind.shape),
      examples: [Example("body join 伏虎小区党员驿站 R20 voting=no", "R20 takes part without a vote.", "R20 列席，无表决权。")])
  ) { session, arguments in
    let record = try session.record(arguments[body])
    let joined = try Body.join(
      record, arguments[people], voting: arguments[Membership.voting],
      representative: arguments[Membership.representative], from: arguments[from], in: session.writer)
    return session.acknowledge(record, Localized("\(joined.count) joined", "新增 \(joined.count) 人"))
  }

  static let leave = OfficeCommand(
    CommandDeclaration(
      Body.kind.name, Name("leave", "退出"), Localized("Ends somebody's membership.", "结束某人的成员身份。"),
      parameters: [.positional(body), .positional(member), .named(on)], effect: .writes,
      result: .row(Body.kind.shape),
      examples: [Example("body leave 伏虎小区党员驿站 李梅", "李梅 is no member from today.", "李梅 自今日起退出。")])
  ) { session, arguments in
    let record = try session.record(arguments[body])
    _ = try Body.leave(record, arguments[member], on: arguments[on] ?? session.writer.today, in: session.writer)
    let name = session.label(of: arguments[member])
    return session.acknowledge(record, Localized("\(name) left", "\(name) 已退出"))
  }

  static let members = OfficeCommand(
    CommandDeclaration(
      Body.kind.name, Name("members", "成员"), Localized("Lists a body's members, as residents.", "列出组织成员。"),
      parameters: [.positional(body), .named(on)], effect: .reads, result: .rows(Resident.kind.shape),
      examples: [Example("body members 伏虎小区党员驿站", "Who sits in the station.", "驿站成员。")])
  ) { session, arguments in
    let seats = try Body.memberships(of: arguments[body], on: arguments[on] ?? session.writer.today, in: session.store)
    let rows = try seats.map { try session.row(for: $0[Membership.resident]) }
    return .rows(RowStream(Resident.kind.shape, rows: rows), columns: Resident.kind.shape.listed)
  }

  static let quorum = OfficeCommand(
    CommandDeclaration(
      Body.kind.name, Name("quorum", "法定人数"),
      Localized(
        "Says how many members must be present, how many more are needed just now, and by which rule.",
        "说明法定到会人数、开会时还差几人，以及依据。"),
      parameters: [.positional(body)], effect: .reads, result: .row(quorumShape),
      examples: [Example("body quorum 伏虎小区党员驿站", "11 of 16.", "16 人中须到 11 人。")])
  ) { session, arguments in
    let text = try QuorumText(of: session.record(arguments[body]), session)
    return .document(
      { text.document() },
      value: {
        .row(
          Row(
            quorumShape,
            [
              .reference(arguments[body]), .integer(text.quorum.members.entitled), .integer(text.quorum.members.needed),
              text.meeting.map { .reference($0.reference) } ?? .none,
              text.meeting == nil ? .none : .integer(text.quorum.members.present),
              text.meeting == nil ? .none : .integer(text.quorum.more), .choice(text.rule.choice),
              .text(text.rule.source[session.language]),
            ]))
      })
  }

  private static let rulesShape = RowShape([
    Column(Name("rule", "规则"), Body.rule.declaration.type), Column(Name("attendance", "到会"), .text(maximum: 60)),
    Column(Name("passing", "通过"), .text(maximum: 60)), Column(Name("notice-days", "通知天数"), .integer(0...365)),
    Column(Name("public-days", "公示天数"), .integer(0...365)), Column(Name("proxies", "委托"), .text(maximum: 60)),
    Column(Name("written", "书面"), .yesNo), Column(Name("reconvened", "再次召集"), .text(maximum: 100)),
    Column(Name("since", "施行"), .date), Column(Name("revised", "修订"), .date),
    Column(Name("source", "依据"), .text(maximum: 500)),
  ])

  static let rules = OfficeCommand(
    CommandDeclaration(
      Body.kind.name, Name("rules", "议事规则"),
      Localized(
        "Lists the rules that a body may work by: attendance, passing, days, source, since when.",
        "列出可选用的议事规则：到会、通过、天数、依据、施行日期。"), effect: .reads, result: .rows(rulesShape),
      examples: [
        Example("body rules | select rule attendance passing notice-days since", "The rules in short.", "规则一览。")
      ])
  ) { session, _ in
    let rows = Profile.cn.meetingRules.map { rule in
      Row(
        rulesShape,
        [
          .choice(rule.choice), .text(RuleText.attendance(rule.terms)[session.language]),
          .text(RuleText.passing(rule)[session.language]), .integer(rule.noticeDays), .integer(rule.publicDays),
          .text(RuleText.proxies(rule)[session.language]), .yesNo(rule.writtenVotes),
          rule.reconvened.map { .text(RuleText.reconvened($0)[session.language]) } ?? .none, .date(rule.since),
          rule.revised.map { .date($0) } ?? .none, .text(rule.source[session.language]),
        ])
    }
    return .rows(RowStream(rulesShape, rows: rows), columns: rulesShape.listed)
  }
}
