import CommandLanguage
import Diagnostics
import Records
import Values

/// `retention`: personal values are kept as long as their purpose needs, and no longer.
enum RetentionCommands {
  static let all = [periods, check, apply]

  private static let noun = Name("retention", "保存期限")
  private static let matter = Column(Name("matter", "事项"), RetentionMatter.valueType)
  private static let periodShape = RowShape([
    matter, Column(Name("period", "期限"), .text(maximum: 40)), Column(Name("from", "起算"), .text(maximum: 200)),
    Column(Name("source", "依据"), .text(maximum: 300)),
  ])
  private static let dueShape = RowShape([
    matter, Column(Name("record", "记录"), .text(maximum: 60)), Column(Name("since", "起算日"), .date),
  ])

  static let periods = OfficeCommand(
    CommandDeclaration(
      noun, Name("periods", "列出"), Localized("Lists how long what is kept, and why.", "列出各类信息的保存期限及依据。"),
      effect: .reads, result: .rows(periodShape),
      examples: [Example("retention periods", "The profile's periods.", "各项保存期限。")])
  ) { session, _ in
    let rows = Profile.cn.retention.rules.map { rule in
      Row(
        periodShape,
        [
          .choice(rule.matter.choice), .text(rule.duration[session.language]), .text(rule.start[session.language]),
          .text(rule.source[session.language]),
        ])
    }
    return .rows(RowStream(periodShape, rows: rows), columns: periodShape.listed)
  }

  static let check = OfficeCommand(
    CommandDeclaration(
      noun, Name("check", "检查"),
      Localized("Lists what has been kept long enough and is to go; changes nothing.", "列出保存期满应删除的内容，不作改动。"),
      effect: .reads, result: .rows(dueShape),
      examples: [Example("retention check", "What is to go.", "期满的内容。")])
  ) { session, _ in
    let rows = try RetentionPlan(in: session.writer).items.map { item in
      Row(
        dueShape, [.choice(item.matter.choice), .text(session.handle(of: item.subject)), .date(item.since)],
        reference: item.subject)
    }
    return .rows(RowStream(dueShape, rows: rows), columns: dueShape.listed)
  }

  static let apply = OfficeCommand(
    CommandDeclaration(
      noun, Name("apply", "执行"),
      Localized(
        "Erases what has been kept long enough, also from the journal. There is no way back.", "删除保存期满的内容（含日志），不可恢复。"),
      effect: .writes, result: .value(.integer(0...Int.max)),
      examples: [Example("retention apply", "What retention check lists is gone.", "删除期满的内容。")]), right: .erase,
    asks: { session, _ in
      try list(of: RetentionPlan(in: session.writer)).map {
        Confirmation(
          Localized("To be erased for good: \($0.english).", "将永久删除：\($0.chinese)。"), typing: "retention")
      }
    }
  ) { session, _ in
    let plan = try RetentionPlan(in: session.writer)
    guard let list = try list(of: plan) else {
      return .acknowledgement(Localized("nothing has been kept too long", "没有期满的内容")) { .integer(0) }
    }
    try plan.apply()
    return .acknowledgement(Localized("erased: \(list.english)", "已删除：\(list.chinese)")) {
      .integer(plan.items.count)
    }
  }

  /// How much of what a plan erases; nothing if that is nothing.
  private static func list(of plan: RetentionPlan) throws -> Localized? {
    let counts = plan.counts.map { matter, count in
      Localized("\(matter.rawValue) \(count)", "\(matter.chineseName) \(count)")
    }
    return counts.isEmpty ? nil : .joined(counts, ", ", "，")
  }
}
