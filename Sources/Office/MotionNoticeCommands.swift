import CommandLanguage
import Diagnostics
import Records
import Values

/// The special verbs of `motion` after its vote: its public notice, objections, and its being carried out.
enum MotionNoticeCommands {
  static let all = [notice, poster, object, reply, revoke, assign, finish]

  private static let motion = MotionCommands.motion
  private static let from = Field<CalendarDate?>("from", "起", "The first day; today unless given.", "首日，默认今天。")
  private static let days = Field<Int?>(
    "days", "天数", "For how many days; those of the rule unless given.", "公示天数，默认按议事规则。", type: .integer(1...365))
  private static let place = Field<String?>("place", "地点", "Where it hangs.", "公示地点。", type: .text(maximum: 60))
  private static let answer = Field<String>("answer", "答复", "The answer.", "答复内容。", type: .text(maximum: 300))
  private static let amend = Field<String?>(
    "amend", "修改为", "The motion's new text.", "议题的新内容。", type: .text(maximum: 300))
  private static let objection = Field<Reference?>(
    "objection", "异议", "Which objection; the oldest open one unless given.", "答复哪条异议，默认最早的一条。",
    type: .reference(["objection"]))
  private static let reason = Field<String>("reason", "理由", "Why.", "理由。", type: .text(maximum: 200))
  private static let result = Field<String>(
    "result", "执行结果", "What came of it.", "执行结果。", type: .text(maximum: 300))
  private static let on = Field<CalendarDate?>("on", "日期", "When; today unless given.", "日期，默认今天。")

  static let notice = OfficeCommand(
    CommandDeclaration(
      Motion.kind.name, Name("notice", "公示"), Localized("Hangs a carried motion out for objections.", "公示已通过的议题，听取异议。"),
      parameters: [.positional(motion), .named(from), .named(days), .named(place)], effect: .writes,
      result: .row(Motion.kind.shape),
      examples: [Example("motion notice M1.1 from=today days=7 place=小区公告栏", "It hangs for seven days.", "公示七天。")])
  ) { session, arguments in
    let record = try Motion.publish(
      session.record(arguments[motion]), from: arguments[from] ?? session.writer.today, days: arguments[days],
      place: arguments[place], in: session.writer)
    let last = record[Motion.noticeUntil]?.exchangeText ?? ""
    return session.acknowledge(record, Localized("on notice until \(last)", "公示至 \(last)"))
  }

  static let poster = OfficeCommand(
    CommandDeclaration(
      Motion.kind.name, Name("poster", "公示书"),
      Localized("Writes the public notice of a decision, for the board.", "写出决议公示，供张贴。"),
      parameters: [.positional(motion)], effect: .publishes, result: .document,
      examples: [Example("motion poster M2.1 | to html", "As a page to print.", "输出为可打印的网页。")])
  ) { session, arguments in
    let record = try session.record(arguments[motion])
    return .document({ try MotionPoster(of: record, session).document() })
  }

  static let object = OfficeCommand(
    CommandDeclaration(
      Motion.kind.name, Name("object", "异议"), Localized("Records an objection while the notice hangs.", "登记公示期间的异议。"),
      parameters: [.positional(motion), .positional(Objection.text), .named(Objection.by), .named(Objection.name)],
      effect: .writes, result: .row(Objection.kind.shape),
      examples: [
        Example("motion notice M1.1 days=7; motion object M1.1 机位正对卧室", "Somebody objects.", "有人提出异议。")
      ])
  ) { session, arguments in
    let objection = try Motion.object(
      to: session.record(arguments[motion]), arguments[Objection.text], by: arguments[Objection.by],
      name: arguments[Objection.name], in: session.writer)
    let due = Objection.dueDay(of: objection).exchangeText
    return session.acknowledge(objection, Localized("answer it by \(due)", "请于 \(due) 前答复"))
  }

  static let reply = OfficeCommand(
    CommandDeclaration(
      Motion.kind.name, Name("reply", "答复"),
      Localized("Answers an open objection, amending the motion if need be.", "答复异议，必要时修改议题。"),
      parameters: [.positional(motion), .positional(answer), .named(amend), .named(objection)], effect: .writes,
      result: .row(Objection.kind.shape),
      examples: [
        Example(
          "motion notice M1.1 days=7; motion object M1.1 机位正对卧室; motion reply M1.1 已调整角度 amend=\"安装监控，避开住户门窗\"",
          "Answered, and the motion amended.", "答复并修改议题。")
      ])
  ) { session, arguments in
    let chosen = try arguments[objection].map { try session.record($0) }
    let objection = try Motion.reply(
      to: session.record(arguments[motion]), arguments[answer], objection: chosen, amended: arguments[amend],
      in: session.writer)
    let isLate = Objection.isInTime(objection, on: session.writer.today) == false
    return session.acknowledge(
      objection, isLate ? Localized("answered late", "已答复（逾期）") : Localized("answered", "已答复"))
  }

  static let revoke = OfficeCommand(
    CommandDeclaration(
      Motion.kind.name, Name("revoke", "撤销"),
      Localized("Gives a carried motion up before it is in force.", "在生效前撤销已通过的议题。"),
      parameters: [.positional(motion), .named(reason)], effect: .writes, result: .row(Motion.kind.shape),
      examples: [Example("motion revoke M1.1 reason=异议成立，重新讨论", "The objection was right.", "异议成立。")])
  ) { session, arguments in
    let record = try Motion.revoke(
      session.record(arguments[motion]), reason: arguments[reason], in: session.writer)
    return session.acknowledge(record, Localized("revoked", "已撤销"))
  }

  static let assign = OfficeCommand(
    CommandDeclaration(
      Motion.kind.name, Name("assign", "交办"), Localized("Says who carries a motion out, and by when.", "写明执行人和期限。"),
      parameters: [.positional(motion), .named(Motion.executor), .named(Motion.due)], effect: .writes,
      result: .row(Motion.kind.shape),
      examples: [Example("motion assign M1.1 executor=伏虎小区业委会 due=2021-01-31", "The committee sees to it.", "由业委会办理。")])
  ) { session, arguments in
    let record = try Motion.assign(
      session.record(arguments[motion]), to: arguments[Motion.executor], by: arguments[Motion.due],
      in: session.writer)
    let executor = record[Motion.executor]
    let deadline = record[Motion.due]?.deadline
    return session.acknowledge(
      record,
      Localized(
        [executor, deadline?.english].compactMap { $0 }.joined(separator: ", "),
        [executor, deadline?.chinese].compactMap { $0 }.joined(separator: "，")))
  }

  static let finish = OfficeCommand(
    CommandDeclaration(
      Motion.kind.name, Name("finish", "办结"),
      Localized("Records that a motion in force was carried out, and what came of it.", "登记已生效议题的执行结果。"),
      parameters: [.positional(motion), .positional(result), .named(on)], effect: .writes,
      result: .row(Motion.kind.shape),
      examples: [Example("motion finish M2.1 监控已投入使用 on=2020-08-15", "It is done.", "已经办成。")])
  ) { session, arguments in
    let record = try Motion.finish(
      session.record(arguments[motion]), arguments[result], on: arguments[on], in: session.writer)
    return session.acknowledge(record, Localized("carried out", "已执行"))
  }
}
