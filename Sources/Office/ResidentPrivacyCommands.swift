import CommandLanguage
import Diagnostics
import Records
import Values

/// What a resident may ask of the office: to see what is kept about him, and to be erased.
enum ResidentPrivacyCommands {
  static let all = [access, forget]

  private static let resident = GenericCommands.subject(of: Resident.kind)
  private static let reason = Field<String?>(
    "reason", "理由", "Who asked for it and how; the journal keeps it.", "何人以何种方式提出，记入日志。", type: .text(maximum: 200))
  private static let also = Field<[Reference]>(
    "also", "连同", "Records in whose texts he is meant, although others have his name.", "文字中确指本人的记录（存在同名者时）。",
    type: .list(.reference(OfficeSchema.all.kinds.map(\.name.english))), default: [])

  static let access = OfficeCommand(
    CommandDeclaration(
      Resident.kind.name, Name("access", "查阅"),
      Localized(
        "Shows all that is kept about somebody, and who looked at it and why; for himself.", "列出某人的全部信息及查看记录，供本人查阅。"),
      parameters: [.positional(resident), .named(reason)], effect: .writes, result: .rows(ResidentExport.shape),
      examples: [
        Example("resident access R2 reason=本人申请", "Everything about R2 on a page.", "R2 的全部信息。"),
        Example("resident access R2 reason=本人申请 | to json", "The same for a program.", "供程序读取。"),
      ]), right: .disclose
  ) { session, arguments in
    let why = try StatedReason.require(
      arguments[reason], otherwise: Localized("access needs a reason", "查阅须说明理由"))
    let person = try session.record(arguments[resident])
    try session.writer.note("access", person.reference, reason: why)
    let export = try ResidentExport(of: person, in: session)
    return .document({ try export.document() }, value: { .list(try export.rows().map(Value.row)) })
  }

  static let forget = OfficeCommand(
    CommandDeclaration(
      Resident.kind.name, Name("forget", "抹去"),
      Localized(
        "Erases somebody who asks for it, from the records and the journal; the books still add up. There is no way back.",
        "应本人要求抹去其信息（含日志），账目不变；不可恢复。"),
      parameters: [.positional(resident), .named(reason), .named(also)], effect: .writes, result: .row(outcomeShape),
      examples: [
        Example(
          "resident add 示例午 phone=13800007777; resident forget 示例午 reason=\"书面申请 3\"", "What is left is his number.",
          "只留下编号。")
      ]), right: .erase,
    asks: { session, arguments in
      try requireReason(arguments)
      let person = try session.record(arguments[resident])
      try ResidentErasure(of: person, in: session.writer).refuseObstacles()
      let handle = session.handle(of: person)
      let name = person[Resident.name]
      return Confirmation(
        Localized("\(handle) \(name) will be erased for good.", "将永久抹去 \(handle) \(name) 的信息。"), typing: handle)
    }
  ) { session, arguments in
    let why = try requireReason(arguments)
    let person = try session.record(arguments[resident])
    let erasure = ResidentErasure(of: person, in: session.writer)
    try erasure.refuseObstacles()
    let handle = session.handle(of: person)
    let consents = try session.store.all(Consent.kind, .equal(Consent.resident, person.reference))
    let posted = try session.schema.posted(restingOn: consents, on: session.writer.today, in: session.store)
    let outcome = try erasure.run(reason: why, also: Set(arguments[also]))
    session.forget(outcome.words)
    return .document(
      try text(of: outcome, handle, posted, session),
      value: .row(
        Row(
          outcomeShape,
          [
            .text(handle), .integer(outcome.records), .integer(outcome.entries), .integer(outcome.consents.count),
            .list(posted.map { .text(session.handle(of: $0)) }),
            .list(outcome.doubtful.map { .text(session.handle(of: $0)) }),
          ])))
  }

  @discardableResult
  private static func requireReason(_ arguments: Arguments) throws -> String {
    try StatedReason.require(
      arguments[reason], otherwise: Localized("erasing somebody needs a reason", "抹去信息须说明理由"))
  }

  private static let outcomeShape = RowShape([
    Column(Name("resident", "居民"), .text(maximum: 20)), Column(Name("records", "记录数"), .integer(0...Int.max)),
    Column(Name("entries", "日志条数"), .integer(0...Int.max)), Column(Name("consents", "撤回同意"), .integer(0...Int.max)),
    Column(Name("take-down", "须撤下"), .list(.text(maximum: 40))),
    Column(Name("doubtful", "待辨别"), .list(.text(maximum: 40))),
  ])

  private static func text(
    of outcome: ResidentErasure.Outcome, _ handle: String, _ posted: [Record], _ session: OfficeSession
  ) throws -> String {
    var lines = [
      Localized(
        "\(handle): erased, from \(outcome.records.counted("record")) and "
          + "\(outcome.entries.counted("entry", "entries")) of the journal",
        "\(handle)：已抹去，涉及记录 \(outcome.records) 条、日志 \(outcome.entries) 条")
    ]
    if !outcome.consents.isEmpty {
      lines.append(
        Localized("consents withdrawn: \(outcome.consents.count)", "撤回同意 \(outcome.consents.count) 项"))
    }
    for record in posted {
      guard let posting = record.kind.posting else { continue }
      let title = try posting.title(record, session.store)
      let place = posting.place(record) ?? ""
      let name = session.handle(of: record)
      lines.append(
        Localized("must come down: \(name), \(title.english), \(place)", "须撤下：\(name) \(title.chinese) \(place)"))
    }
    if !outcome.doubtful.isEmpty {
      let list = outcome.doubtful.map { session.handle(of: $0) }.joined(separator: ", ")
      lines.append(
        Localized(
          "the name still stands in \(list), where somebody else may be meant; change those that mean him",
          "以下记录中仍有该姓名，可能指他人，请逐条核对：\(list)"))
    }
    lines.append(
      Localized(
        "backups, exports and papers made before still hold him", "此前的备份、导出文件和纸质材料仍含其信息"))
    return lines.map { $0[session.language] + "\n" }.joined()
  }
}
