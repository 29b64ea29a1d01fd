import CommandLanguage
import Diagnostics
import Presentation
import Records
import Values

/// The special verbs of `motion`.
enum MotionCommands {
  static let all = [add, show, vote, notice, object, reply]

  private static let motion = GenericCommands.subject(of: Motion.kind)
  private static let meeting = Field<Reference>("meeting", "会议", "The meeting.", "会议。", type: .reference(["meeting"]))
  private static let inFavour = Field<Int>("for", "同意", "Votes in favour.", "同意票数。")
  private static let body = Field<Reference?>(
    "body", "议事组织", "Whose vote it is, at a joint meeting.", "联席会议时由哪个组织表决。", type: .reference(["body"]))
  private static let from = Field<CalendarDate?>("from", "起", "The first day; today unless given.", "首日，默认今天。")
  private static let days = Field<Int>(
    "days", "天数", "For how many days.", "公示天数。", type: .integer(1...365), default: Profile.cn.noticeDays)
  private static let place = Field<String?>("place", "地点", "Where it hangs.", "公示地点。", type: .text(maximum: 60))
  private static let answer = Field<String>("answer", "答复", "The answer.", "答复内容。", type: .text(maximum: 300))
  private static let amend = Field<String?>(
    "amend", "修改为", "The motion's new text.", "议题的新内容。", type: .text(maximum: 300))

  static let add = OfficeCommand(
    CommandDeclaration(
      Motion.kind.name, Name("add", "添加"),
      Localized("Puts a further item on a meeting's agenda, while its notice allows.", "通知期限内追加议程。"),
      parameters: [.positional(meeting), .positional(Motion.text), .named(Motion.mover)], effect: .writes,
      result: .row(Motion.kind.shape),
      examples: [
        Example(
          "meeting call 春季例会 body=伏虎小区党员驿站 at=\"2021-03-15 19:30\" agenda=[停车线重划]; motion add 春季例会 垃圾分类点选址 mover=李梅",
          "A further item, moved by 李梅.", "李梅 提议追加一项。")
      ])
  ) { session, arguments in
    let added = try Motion.add(
      arguments[Motion.text], to: session.record(arguments[meeting]), mover: arguments[Motion.mover],
      in: session.writer)
    return session.acknowledge(added, Localized(added[Motion.text], added[Motion.text]))
  }

  static let show = OfficeCommand(
    CommandDeclaration(
      Motion.kind.name, Name("show", "查看"),
      Localized("Shows a motion: its text, its votes, how far it has come today.", "查看议题内容、表决和进展。"),
      parameters: [.positional(motion)], effect: .reads, result: .row(Motion.kind.shape),
      examples: [Example("motion show M1.1", "What became of M1.1.", "M1.1 的结果。")])
  ) { session, arguments in
    let record = try session.record(arguments[motion])
    let state = try Motion.state(of: record, on: session.writer.today, in: session.store)
    var sheet = TextSheet()
    sheet.paragraph("\(record[Motion.number])  \(record[Motion.text])")
    if let mover = record[Motion.mover] {
      let name = session.label(of: mover)
      sheet.paragraph(Localized("moved by \(name)", "提议人 \(name)")[session.language], indent: 2)
    }
    if let wording = record[Motion.amended] {
      sheet.paragraph(Localized("amended to: \(wording)", "修改为：\(wording)")[session.language], indent: 2)
    }
    for vote in try session.store.all(Vote.kind, .equal(Vote.motion, record.reference)) {
      let body = session.label(of: vote[Vote.body])
      sheet.paragraph(
        Localized(
          "\(body): \(vote[Vote.inFavour]) for, \(vote[Vote.against]) against, \(vote[Vote.abstain]) abstained; "
            + "\(vote[Vote.present]) of \(vote[Vote.entitled]) present, \(vote[Vote.needed]) in favour needed",
          "\(body)：同意 \(vote[Vote.inFavour])，反对 \(vote[Vote.against])，弃权 \(vote[Vote.abstain])；"
            + "应到 \(vote[Vote.entitled]) 在场 \(vote[Vote.present])，须同意 \(vote[Vote.needed])")[session.language],
        indent: 2)
    }
    if let first = record[Motion.noticeFrom], let last = record[Motion.noticeUntil] {
      sheet.paragraph(
        Localized(
          "notice \(first.exchangeText) to \(last.exchangeText)", "公示 \(first.exchangeText) 至 \(last.exchangeText)")[
            session.language], indent: 2)
    }
    for objection in try session.store.all(Objection.kind, .equal(Objection.motion, record.reference)) {
      let reply = objection[Objection.reply] ?? Localized("open", "待答复")[session.language]
      let isLate = Objection.isInTime(objection, on: session.writer.today) == false
      let late = isLate ? Localized(" (late)", "（逾期）") : Localized(same: "")
      let line =
        Localized("objection: \(objection[Objection.text]) — \(reply)", "异议：\(objection[Objection.text]) —— \(reply)")
        + late
      sheet.paragraph(line[session.language], indent: 2)
    }
    sheet.paragraph(Localized("state: \(state.rawValue)", "进展：\(state.chineseName)")[session.language], indent: 2)
    return .document(TerminalLines.safe(sheet.text), value: .row(try session.row(of: record)))
  }

  static let vote = OfficeCommand(
    CommandDeclaration(
      Motion.kind.name, Name("vote", "表决"),
      Localized("Records a body's vote; the quorum is counted at this moment.", "记录表决；按此刻在场人数核算法定人数。"),
      parameters: [
        .positional(motion), .named(inFavour), .named(Vote.against), .named(Vote.abstain), .named(body),
      ], effect: .writes, result: .row(Motion.kind.shape),
      examples: [
        Example(
          "meeting open 年末例会; for m in $(body members 伏虎小区党员驿站) { meeting sign-in 年末例会 $m }; motion vote \"M4.1\" for=16",
          "Everyone is there and in favour.", "全体到会，一致同意。")
      ])
  ) { session, arguments in
    let voted = try Motion.vote(
      on: session.record(arguments[motion]), body: arguments[body], inFavour: arguments[inFavour],
      against: arguments[Vote.against], abstain: arguments[Vote.abstain], in: session.writer)
    let counts = "\(arguments[inFavour])–\(arguments[Vote.against])–\(arguments[Vote.abstain])"
    let outcome = voted[Motion.outcome]
    let pending = outcome == .onAgenda
    return session.acknowledge(
      voted,
      Localized(
        "\(counts), \(pending ? "the other body votes next" : outcome.rawValue)",
        "\(counts)，\(pending ? "待其他组织表决" : outcome.chineseName)"))
  }

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

  static let object = OfficeCommand(
    CommandDeclaration(
      Motion.kind.name, Name("object", "异议"), Localized("Records an objection while the notice hangs.", "登记公示期间的异议。"),
      parameters: [.positional(motion), .positional(Objection.text), .named(Objection.by)], effect: .writes,
      result: .row(Objection.kind.shape),
      examples: [
        Example("motion notice M1.1 days=7; motion object M1.1 机位正对卧室", "Somebody objects.", "有人提出异议。")
      ])
  ) { session, arguments in
    let objection = try Motion.object(
      to: session.record(arguments[motion]), arguments[Objection.text], by: arguments[Objection.by], in: session.writer)
    let due = objection[Objection.date].adding(days: Profile.cn.replyDays).exchangeText
    return session.acknowledge(objection, Localized("answer it by \(due)", "请于 \(due) 前答复"))
  }

  static let reply = OfficeCommand(
    CommandDeclaration(
      Motion.kind.name, Name("reply", "答复"),
      Localized("Answers the oldest open objection, amending the motion if need be.", "答复最早的异议，必要时修改议题。"),
      parameters: [.positional(motion), .positional(answer), .named(amend)], effect: .writes,
      result: .row(Objection.kind.shape),
      examples: [
        Example(
          "motion notice M1.1 days=7; motion object M1.1 机位正对卧室; motion reply M1.1 已调整角度 amend=\"安装监控，避开住户门窗\"",
          "Answered, and the motion amended.", "答复并修改议题。")
      ])
  ) { session, arguments in
    let objection = try Motion.reply(
      to: session.record(arguments[motion]), arguments[answer], amended: arguments[amend], in: session.writer)
    let isLate = Objection.isInTime(objection, on: session.writer.today) == false
    return session.acknowledge(
      objection, isLate ? Localized("answered late", "已答复（逾期）") : Localized("answered", "已答复"))
  }
}
