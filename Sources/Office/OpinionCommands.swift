import CommandLanguage
import Diagnostics
import Records
import Values

/// The special verbs of `opinion`.
enum OpinionCommands {
  static let all = [add, accept, answer, refer, merge, put, close]

  private static let opinion = GenericCommands.subject(of: Opinion.kind)
  private static let to = Field<String>("to", "转往", "To whom: 公安, 物业.", "转交单位，如 公安、物业。", type: .text(maximum: 60))
  private static let into = Field<Reference>(
    "into", "并入", "Into which other.", "并入哪条意见。", type: .reference(["opinion"]))
  private static let reply = Field<String>("answer", "答复", "The answer.", "答复内容。", type: .text(maximum: 500))
  private static let last = Field<String?>(
    "answer", "答复", "The answer, if none was given yet or there is another.", "答复内容；已答复的可不写。",
    type: .text(maximum: 500))
  private static let motion = Field<Reference>(
    "motion", "议题", "The motion that answers it.", "回应它的议题。", type: .reference(["motion"]))

  private static func declaration(
    _ verb: Name, _ english: String, _ chinese: String, _ parameters: [Parameter], _ example: String
  ) -> CommandDeclaration {
    CommandDeclaration(
      Opinion.kind.name, verb, Localized(english, chinese), parameters: parameters, effect: .writes,
      result: .row(Opinion.kind.shape), examples: [Example(example, english, chinese)])
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
    record[Opinion.date] = arguments[Opinion.date] ?? session.writer.today
    return session.acknowledge(try session.writer.add(record), Localized("recorded", "已登记"))
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
      Name("answer", "答复"), "Answers an opinion.", "答复意见。", [.positional(opinion), .positional(reply)],
      "opinion answer O5 已报修，三日内更换")
  ) { session, arguments in
    let record = try Opinion.advance(
      session.record(arguments[opinion]), to: .answered, from: [.new, .accepted], in: session.writer
    ) { $0[Opinion.answer] = arguments[reply] }
    return session.acknowledge(record, Localized("answered", "已答复"))
  }

  static let refer = OfficeCommand(
    declaration(
      Name("refer", "转交"), "Refers an opinion to those whose matter it is.", "把意见转交有关单位。",
      [.positional(opinion), .named(to)], "opinion refer O5 to=物业")
  ) { session, arguments in
    let record = try Opinion.refer(session.record(arguments[opinion]), to: arguments[to], in: session.writer)
    return session.acknowledge(
      record,
      Localized(
        "referred to \(arguments[to]) on \(session.writer.today.exchangeText)",
        "于 \(session.writer.today.exchangeText) 转交\(arguments[to])"))
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
}
