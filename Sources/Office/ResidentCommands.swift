import CommandLanguage
import Diagnostics
import Records
import Values

/// The special verbs of `resident`: where somebody lives, and what becomes of him.
enum ResidentCommands {
  static let all = [find, move, moveOut, moveIn, died, merge, history]

  static let resident = GenericCommands.subject(of: Resident.kind)
  private static let noun = Resident.kind.name
  private static let on = Field<CalendarDate?>("on", "日期", "When; today unless given.", "日期，默认今天。")

  // MARK: Finding

  private static let words = Field<[String]>(
    "words", "线索", "Name or part of it, pinyin, initials, phone or its last four digits, address, handle.",
    "姓名或其一部分、拼音、首字母、电话或后四位、地址、代号。", type: .list(.text(maximum: 100)))
  private static let foundColumns = ["handle", "name", "address", "phone", "status"].compactMap {
    Resident.kind.shape.slot(named: $0)
  }

  static let find = OfficeCommand(
    CommandDeclaration(
      noun, Name("find", "查找"),
      Localized(
        "Finds residents by anything known of them; several words must all fit. The best matches come first.",
        "按已知线索查找居民；多个线索须同时符合，最符合的在前。"),
      parameters: [.rest(words), .named(Listing.limit)], effect: .reads, result: .rows(Resident.kind.shape),
      examples: [
        Example("resident find hjg", "By the initials of 胡建国.", "按首字母查找 胡建国。"),
        Example("resident find 张伟 3栋", "张伟 who lives in 3栋.", "住在3栋的 张伟。"),
        Example("resident find 3-2-101", "Who lives behind a door.", "某户的住户。"),
      ])
  ) { session, arguments in
    let numbers = try ResidentSearch(session).numbers(arguments[words])
    var rest = numbers.prefix(arguments[Listing.limit] ?? numbers.count)[...]
    let rows = RowStream(Resident.kind.shape) {
      guard let id = rest.popFirst() else { return nil }
      return try session.row(for: Reference(kind: noun.english, id: id))
    }
    return .rows(rows, columns: foundColumns)
  }

  // MARK: Moving

  private static let address = Field<String>(
    "address", "地址", "The new door, as 3-2-402 or 3栋2单元402室.", "新住处，如 3-2-402、3栋2单元402室。",
    type: .text(maximum: 100))
  private static let newAddress = Field<String?>(
    "address", "地址", "The door; the one that he left unless given.", "住处，默认原住处。", type: .text(maximum: 100))

  static let move = OfficeCommand(
    CommandDeclaration(
      noun, Name("move", "搬家"),
      Localized(
        "Records that somebody moved to another door of the neighbourhood; a lead who leaves his building is lead no more.",
        "登记在本社区内搬家；楼栋长搬离本楼则任期结束。"),
      parameters: [.positional(resident), .named(address), .named(on)], effect: .writes,
      result: .row(Resident.kind.shape),
      examples: [Example("resident move R20 address=5栋1单元402室", "R20 lives there from today.", "R20 自今日起住在那里。")])
  ) { session, arguments in
    let door = try Door(arguments[address], in: session.store)
    let (moved, endings) = try Resident.move(
      session.record(arguments[resident]), to: door, on: day(arguments, session), in: session.writer)
    let home = try Resident.text(of: moved, in: session.store) ?? ""
    return session.acknowledge(moved, Localized("lives in \(home)", "迁至\(home)") + ended(endings, session))
  }

  static let moveOut = OfficeCommand(
    CommandDeclaration(
      noun, Name("move-out", "迁出"),
      Localized(
        "Records that somebody moved out; his term as a lead and his consents end with it.", "登记迁出；楼栋长任期和各项同意随之结束。"),
      parameters: [.positional(resident), .named(on)], effect: .writes, result: .row(Resident.kind.shape),
      examples: [Example("resident move-out 曾国安", "曾国安 moved out today.", "曾国安 今天迁出。")])
  ) { session, arguments in
    let date = day(arguments, session)
    let (moved, endings) = try Resident.moveOut(
      session.record(arguments[resident]), on: date, in: session.writer)
    let text = session.text(of: .date(date))
    return session.acknowledge(
      moved, Localized("moved out on \(text)", "于 \(text) 迁出") + ended(endings, session))
  }

  static let moveIn = OfficeCommand(
    CommandDeclaration(
      noun, Name("move-in", "迁入"), Localized("Records that somebody who had moved out is back.", "登记已迁出的居民迁回。"),
      parameters: [.positional(resident), .named(newAddress), .named(on)], effect: .writes,
      result: .row(Resident.kind.shape),
      examples: [
        Example(
          "resident move-out R20 on=2020-08-01; resident move-in R20 address=5-1-402", "He came back, to another door.",
          "迁出后又迁回，住另一户。")
      ])
  ) { session, arguments in
    let door = try arguments[newAddress].map { try Door($0, in: session.store) }
    let moved = try Resident.moveIn(
      session.record(arguments[resident]), to: door, on: day(arguments, session), in: session.writer)
    let home = try Resident.text(of: moved, in: session.store)
    return session.acknowledge(
      moved, home.map { Localized("lives in \($0) again", "迁回\($0)") } ?? Localized("lives here again", "已迁回"))
  }

  static let died = OfficeCommand(
    CommandDeclaration(
      noun, Name("died", "去世"),
      Localized(
        "Records that somebody died; his appointments, seats and consents end with it.", "登记去世；任职、成员资格和各项同意随之结束。"),
      parameters: [.positional(resident), .named(on)], effect: .writes, result: .row(Resident.kind.shape),
      examples: [Example("resident died R40 on=2020-08-15", "R40 died that day.", "R40 于当日去世。")])
  ) { session, arguments in
    let date = day(arguments, session)
    let (deceased, endings) = try Resident.die(
      session.record(arguments[resident]), on: date, in: session.writer)
    let text = session.text(of: .date(date))
    return session.acknowledge(
      deceased, Localized("died on \(text)", "于 \(text) 去世") + ended(endings, session))
  }

  private static func day(_ arguments: Arguments, _ session: OfficeSession) -> CalendarDate {
    arguments[on] ?? session.writer.today
  }

  /// What ended with a move or a death: `; ended: A8 building-lead of 6栋, C6`.
  private static func ended(_ endings: Resident.Endings, _ session: OfficeSession) -> Localized {
    let parts = endings.records.map { record -> Localized in
      guard record.kind == Appointment.kind, let place = Appointment.place(of: record) else {
        return Localized(same: record.handle)
      }
      let (role, label) = (record[Appointment.role], session.label(of: place))
      return Localized(
        "\(record.handle) \(role.rawValue) of \(label)", "\(record.handle) \(label)\(role.chineseName)")
    }
    return parts.isEmpty
      ? Localized(same: "") : Localized("; ended: ", "；随之结束：") + Localized.joined(parts, ", ", "、")
  }

  // MARK: Merging

  private static let double = Field<Reference>(
    "resident", "居民", "The record that is one too many.", "多余的那条记录。", type: .reference(["resident"]))
  private static let into = Field<Reference>(
    "into", "并入", "The record that is kept.", "保留的那条记录。", type: .reference(["resident"]))
  private static let keep = Field<[Value]>(
    "keep", "保留", "In what the record that is kept is right.", "以保留的记录为准的项目。",
    type: .list(.choice(choices(toTake: false))), default: [])
  private static let take = Field<[Value]>(
    "take", "采用", "In what the other one is right.", "以并入的记录为准的项目。",
    type: .list(.choice(choices(toTake: true))), default: [])
  private static let leave = Field<Bool>(
    "leave", "留存", "Leaves with the other one what cannot name both.", "不能同时归于一人的记录仍归原记录。", default: false)

  private static func choices(toTake: Bool) -> [Choice] {
    ResidentMerge.names(toTake: toTake).map { Choice($0.english, $0.chinese) }
  }

  static let merge = OfficeCommand(
    CommandDeclaration(
      noun, Name("merge", "合并"),
      Localized(
        "Makes two records of one person one: what named the first names the second. Where they differ it asks.",
        "把同一人的两条记录合为一条：凡引用前者的改为引用后者；不一致之处须由人决定。"),
      parameters: [.positional(double), .named(into), .named(keep), .named(take), .named(leave)], effect: .writes,
      result: .row(Resident.kind.shape),
      examples: [
        Example(
          "resident merge R18 into=R17 keep=address take=phone", "R18 is R17; his new phone stands in R18.",
          "R18 即 R17；新电话登记在 R18。")
      ])
  ) { session, arguments in
    var decisions = ResidentMerge.Decisions()
    decisions.keep = Set(arguments[keep].map(\.exchangeText))
    decisions.take = Set(arguments[take].map(\.exchangeText))
    decisions.leavesDoubles = arguments[leave]
    if let twice = decisions.keep.intersection(decisions.take).sorted().first {
      throw Diagnostic(
        .arguments, Localized("\(twice) is to be both kept and taken", "\(twice) 不能既保留又采用"), subject: "take")
    }
    let record = try session.record(arguments[double])
    let outcome = try ResidentMerge(
      of: record, into: session.record(arguments[into]), decisions, in: session.writer
    ).run()
    var done = Localized("\(record.handle) was merged into it", "\(record.handle) 已并入")
    if outcome.renamed > 0 {
      let records = outcome.renamed == 1 ? "1 record names" : "\(outcome.renamed) records name"
      done = done + Localized("; \(records) it now", "；\(outcome.renamed) 条记录改为引用它")
    }
    if !outcome.left.isEmpty {
      let left = outcome.left.map(\.handle)
      done =
        done
        + Localized(
          "; left with \(record.handle): \(left.joined(separator: ", "))",
          "；仍归 \(record.handle)：\(left.joined(separator: "、"))")
    }
    return session.acknowledge(outcome.kept, done)
  }

  // MARK: History

  static let history = OfficeCommand(
    CommandDeclaration(
      noun, Name("history", "经历"),
      Localized(
        "Tells where somebody lived when, what he was appointed to, and how his record changed.",
        "列出某人何时住在何处、担任何职，以及登记的改动。"),
      parameters: [.positional(resident)], effect: .reads, result: .rows(ResidentHistory.shape),
      examples: [Example("resident history 胡建国", "All that the records tell of him.", "胡建国 的经历。")])
  ) { session, arguments in
    let rows = try ResidentHistory(of: session.record(arguments[resident]), session).rows()
    return .rows(RowStream(ResidentHistory.shape, rows: rows), columns: ResidentHistory.shape.listed)
  }
}
