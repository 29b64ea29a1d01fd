import CommandLanguage
import Diagnostics
import Records
import Values

/// The special verbs of `body`.
enum BodyCommands {
  static let all = [join, leave, members, quorum]

  private static let body = GenericCommands.subject(of: Body.kind)
  private static let people = Field<[Reference]>(
    "members", "成员", "The residents who join.", "加入的居民。", type: .list(.reference(["resident"])))
  private static let member = Field<Reference>("member", "成员", "The member.", "成员。", type: .reference(["resident"]))
  private static let from = Field<CalendarDate?>("from", "起", "The first day; today unless given.", "起始日期，默认今天。")
  private static let on = Field<CalendarDate?>("on", "日期", "The day; today unless given.", "日期，默认今天。")
  private static let quorumShape = RowShape([
    Column(Name("body", "议事组织"), .reference(["body"])), Column(Name("members", "成员数"), .integer(0...Int.max)),
    Column(Name("needed", "法定人数"), .integer(0...Int.max)), Column(Name("rule", "规则"), Body.rule.declaration.type),
    Column(Name("source", "依据"), .text(maximum: 200)),
  ])

  static let join = OfficeCommand(
    CommandDeclaration(
      Body.kind.name, Name("join", "加入"), Localized("Makes residents members of a body.", "使居民成为组织成员。"),
      parameters: [.positional(body), .rest(people), .named(Membership.voting), .named(from)], effect: .writes,
      result: .row(Body.kind.shape),
      examples: [Example("body join 伏虎小区党员驿站 R20 voting=no", "R20 takes part without a vote.", "R20 列席，无表决权。")])
  ) { session, arguments in
    let record = try session.record(arguments[body])
    let joined = try Body.join(
      record, arguments[people], voting: arguments[Membership.voting], from: arguments[from], in: session.writer)
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
      Localized("Says how many members must be present, and by which rule.", "说明法定到会人数及依据。"),
      parameters: [.positional(body)], effect: .reads, result: .row(quorumShape),
      examples: [Example("body quorum 伏虎小区党员驿站", "11 of 16.", "16 人中须到 11 人。")])
  ) { session, arguments in
    let record = try session.record(arguments[body])
    let rule = try Body.meetingRule(of: record)
    let seats = try Body.memberships(of: record.reference, on: session.writer.today, in: session.store)
    let count = seats.filter { $0[Membership.voting] }.count
    return .value(
      .row(
        Row(
          quorumShape,
          [
            .reference(record.reference), .integer(count), .integer(rule.attendance.needed(of: count)),
            .choice(rule.choice), .text(rule.source[session.language]),
          ])))
  }
}
