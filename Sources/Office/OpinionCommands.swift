import CommandLanguage
import Diagnostics
import Records
import Values

/// The special verbs of `opinion`.
enum OpinionCommands {
  static let all = [add, set, accept, answer, refer, reply, merge, put, close, reopen]

  private static let opinion = GenericCommands.subject(of: Opinion.kind)
  private static let to = Field<String>("to", "转往", "To whom: 公安, 物业.", "转交单位，如 公安、物业。", type: .text(maximum: 60))
  private static let into = Field<Reference>(
    "into", "并入", "Into which other.", "并入哪条意见。", type: .reference(["opinion"]))
  private static let given = Field<String>("answer", "答复", "The answer.", "答复内容。", type: .text(maximum: 500))
  private static let on = Field<CalendarDate?>("on", "日期", "When; today unless given.", "日期，默认今天。")
  private static let words = Field<String?>("text", "内容", "What was said.", "意见内容。", type: .text(maximum: 500))
  private static let category = Field<Value?>(
    "category", "类别", "What it is about.", "意见类别。", type: Opinion.category.declaration.type)
  private static let said = Field<String>("reply", "回复", "What they replied.", "回复内容。", type: .text(maximum: 500))
  private static let returned = Field<Bool>(
    "returned", "退回", "Whether they say that it is not their matter.", "是否因不属其职责而退回。", default: false)
  private static let reason = Field<String>("reason", "理由", "Why.", "理由。", type: .text(maximum: 200))
  private static let last = Field<String?>(
    "answer", "答复", "The answer, if none was given yet or there is another.", "答复内容；已答复的可不写。",
    type: .text(maximum: 500))
  private static let motion = Field<Reference>(
    "motion", "议题", "The motion that answers it.", "回应它的议题。", type: .reference(["motion"]))

  private static func declaration(
    _ verb: Name, _ english: String, _ chinese: String, _ parameters: [Parameter], _ example: String,
    takesAny: Bool = false
  ) -> CommandDeclaration {
    CommandDeclaration(
      Opinion.kind.name, verb, Localized(english, chinese), parameters: parameters, effect: .writes,
      result: .row(Opinion.kind.shape), takesAny: takesAny, examples: [Example(example, english, chinese)])
  }

  static let add = OfficeCommand(
    declaration(
      Name("add", "添加"), "Records what somebody brought to the station.", "登记居民反映的意见。",
      [
        .positional(Opinion.text), .named(Opinion.category), .named(Opinion.from), .named(Opinion.name),
        .named(Opinion.date),
      ],
      "opinion add 二单元路灯不亮 category=公共设施 from=R3")
  ) { session, arguments in
    var record = Record(Opinion.kind)
    record[Opinion.text] = arguments[Opinion.text]
    record[Opinion.category] = arguments[Opinion.category]
    record[Opinion.from] = arguments[Opinion.from]
    record[Opinion.name] = arguments[Opinion.name]
    record[Opinion.date] = arguments[Opinion.date]
    return session.acknowledge(try Opinion.bring(record, in: session.writer), Localized("recorded", "已登记"))
  }

  static let set = OfficeCommand(
    declaration(
      Name("set", "修改"), "Corrects what was written down of an open opinion.", "更正未办结意见的内容或类别。",
      [.positional(opinion), .named(words), .named(category)], "opinion set O5 category=民生求助",
      takesAny: true)
  ) { session, arguments in
    let record = try Opinion.correct(
      session.record(arguments[opinion]), text: arguments[words], category: arguments[category], in: session.writer)
    return session.acknowledge(record, Localized("changed", "已修改"))
  }

  static let accept = OfficeCommand(
    declaration(Name("accept", "受理"), "Accepts an opinion.", "受理意见。", [.positional(opinion)], "opinion accept O5")
  ) { session, arguments in
    let record = try Opinion.advance(
      session.record(arguments[opinion]), to: .accepted, from: [.new], in: session.writer)
    return session.acknowledge(record, Localized("accepted", "已受理"))
  }

  static let answer = OfficeCommand(
    declaration(
      Name("answer", "答复"), "Answers an opinion.", "答复意见。", [.positional(opinion), .positional(given)],
      "opinion answer O5 已报修，三日内更换")
  ) { session, arguments in
    let record = try Opinion.advance(
      session.record(arguments[opinion]), to: .answered, from: [.new, .accepted], in: session.writer
    ) { $0[Opinion.answer] = arguments[given] }
    return session.acknowledge(record, Localized("answered", "已答复"))
  }

  static let refer = OfficeCommand(
    declaration(
      Name("refer", "转交"), "Refers an opinion to those whose matter it is.", "把意见转交有关单位。",
      [.positional(opinion), .named(to), .named(on)], "opinion refer O5 to=物业")
  ) { session, arguments in
    let record = try Opinion.refer(
      session.record(arguments[opinion]), to: arguments[to], on: arguments[on], in: session.writer)
    let day = record[Opinion.referredOn]?.exchangeText ?? ""
    return session.acknowledge(
      record, Localized("referred to \(arguments[to]) on \(day)", "于 \(day) 转交\(arguments[to])"))
  }

  static let reply = OfficeCommand(
    declaration(
      Name("reply", "回复"), "Records what they replied whom an opinion was referred to.", "登记转交单位的回复。",
      [.positional(opinion), .positional(said), .named(returned), .named(on)],
      "opinion refer O5 to=物业; opinion reply O5 属市政管辖 --returned")
  ) { session, arguments in
    let record = try Opinion.reply(
      to: session.record(arguments[opinion]), arguments[said], isReturned: arguments[returned], on: arguments[on],
      in: session.writer)
    let office = record[Opinion.referredTo] ?? ""
    return session.acknowledge(
      record,
      arguments[returned]
        ? Localized("sent back by \(office)", "被\(office)退回") : Localized("\(office) replied", "\(office)已回复"))
  }

  static let merge = OfficeCommand(
    declaration(
      Name("merge", "合并"), "Merges an opinion into another that says the same.", "把重复的意见并入另一条。",
      [.positional(opinion), .named(into)], "opinion add 路灯又坏了 category=公共设施; opinion merge O6 into=O5")
  ) { session, arguments in
    let other = try session.record(arguments[into])
    let record = try Opinion.merge(session.record(arguments[opinion]), into: other, in: session.writer)
    return session.acknowledge(record, Localized("merged into O\(other.id)", "已并入 O\(other.id)"))
  }

  static let put = OfficeCommand(
    declaration(
      Name("put", "提交会议"), "Puts an opinion to a meeting: the motion answers it.", "把意见提交会议，由议题回应。",
      [.positional(opinion), .named(motion)], "opinion put O5 motion=\"M4.1\"")
  ) { session, arguments in
    let motion = try session.record(arguments[motion])
    let record = try Opinion.put(session.record(arguments[opinion]), to: motion, in: session.writer)
    return session.acknowledge(record, Localized("put to \(motion[Motion.number])", "已提交 \(motion[Motion.number])"))
  }

  static let close = OfficeCommand(
    declaration(
      Name("close", "办结"), "Closes an opinion with its answer, and whether the person was content.", "办结意见，写明答复和是否满意。",
      [.positional(opinion), .named(last), .named(Opinion.content)],
      "opinion accept O5; opinion close O5 answer=已更换灯泡 content=yes")
  ) { session, arguments in
    let record = try Opinion.close(
      session.record(arguments[opinion]), answer: arguments[last], content: arguments[Opinion.content],
      in: session.writer)
    return session.acknowledge(record, Localized("closed", "已办结"))
  }

  static let reopen = OfficeCommand(
    declaration(
      Name("reopen", "重办"), "Takes an opinion up again that was closed too soon or merged by mistake.",
      "重新办理过早办结或误合并的意见。",
      [.positional(opinion), .named(reason)], "opinion reopen O1 reason=又发生了")
  ) { session, arguments in
    let record = try Opinion.reopen(
      session.record(arguments[opinion]), reason: arguments[reason], in: session.writer)
    return session.acknowledge(record, Localized("reopened", "已重新受理"))
  }
}
