import Diagnostics
import Values

extension DiagnosticCode {
  /// Something on the checklist is still open.
  public static let checklist = DiagnosticCode(
    "E-CHECKLIST", "Everything on the checklist is done before this.", "检查清单须全部完成。",
    mend: Localized("Do what is still open, and tick it off: fix check FIX ITEM.", "请完成剩余各项并逐项确认：维修 检查 维修 检查项。"),
    example: .lines(
      "fix add 路灯 checklist=[接地,亮度]\nfix start 路灯\nfix check 路灯 接地\nfix accept 路灯\nfix serve 路灯",
      "维修 添加 路灯 检查清单=[接地,亮度]\n维修 开工 路灯\n维修 检查 路灯 接地\n维修 验收 路灯\n维修 启用 路灯"))
}

extension Fix {
  /// Plans a fix with its checklist.
  public static func plan(_ fix: Record, checklist: [String], in writer: RecordWriter) throws -> Record {
    try writer.together {
      let added = try writer.add(fix)
      try require(checklist, of: added, in: writer)
      return added
    }
  }

  /// Puts further things on the checklist, as long as the fix is not in service.
  public static func require(_ items: [String], of fix: Record, in writer: RecordWriter) throws {
    guard fix[status] != .inService else {
      throw Diagnostic(
        .state, Localized("\(fix[title]) is in service already", "\(fix[title]) 已投入使用"), subject: "fix")
    }
    for item in items {
      guard !item.isEmpty else {
        throw Diagnostic(.missingValue, Localized("a thing to check is empty", "检查项为空"), subject: "checklist")
      }
      var check = Record(FixCheck.kind)
      check[FixCheck.fix] = fix.reference
      check[FixCheck.item] = item
      try writer.add(check)
    }
  }

  /// What is still open on the checklist.
  public static func openChecks(of fix: Record, in reader: any RecordReader) throws -> [Record] {
    try reader.all(FixCheck.kind, .equal(FixCheck.fix, fix.reference), .equal(FixCheck.done, nil))
  }

  /// A step of a fix: from what, to what, and where its date is kept.
  public enum Step: Sendable {
    case start, accept, serve

    /// How far a fix is before it.
    public var before: FixStatus {
      switch self {
      case .start: .planned
      case .accept: .underWay
      case .serve: .accepted
      }
    }

    /// How far a fix is after it.
    public var after: FixStatus {
      switch self {
      case .start: .underWay
      case .accept: .accepted
      case .serve: .inService
      }
    }

    /// Where its date is kept.
    var date: Field<CalendarDate?> {
      switch self {
      case .start: Fix.started
      case .accept: Fix.accepted
      case .serve: Fix.inService
      }
    }
  }

  /// Takes a fix a step further; into service only with its checklist complete.
  public static func advance(_ fix: Record, _ step: Step, on date: CalendarDate, in writer: RecordWriter) throws
    -> Record
  {
    guard fix[status] == step.before else {
      throw Diagnostic(
        .state, Localized("\(fix[title]) is \(fix[status].rawValue)", "\(fix[title]) 当前“\(fix[status].chineseName)”"),
        hint: Localized("this follows on \(step.before.rawValue)", "此步应在“\(step.before.chineseName)”之后"),
        subject: "fix")
    }
    try requireDate(date, after: fix[started].map { max($0, fix[accepted] ?? $0) }, in: writer)
    if step == .serve {
      let open = try openChecks(of: fix, in: writer.store).map { $0[FixCheck.item] }
      guard open.isEmpty else {
        throw Diagnostic(
          .checklist, Localized("still open: \(open.joined(separator: ", "))", "尚未完成：\(open.joined(separator: "、"))"),
          hint: Localized("tick them off with fix check", "请用 维修 检查 逐项确认"), subject: "fix")
      }
    }
    return try writer.change(fix) {
      $0[status] = step.after
      $0[step.date] = date
    }
  }

  /// Refuses a date that is known less exactly than to ten days, has not come, or cannot follow on the step before.
  private static func requireDate(_ date: CalendarDate, after previous: CalendarDate?, in writer: RecordWriter) throws {
    let reason: Localized
    let (english, chinese) = (date.displayText(in: .english), date.displayText(in: .chinese))
    if date.precision != .day, date.precision != .tenDays {
      reason = Localized("\(english) is not known to a day or to ten days", "\(chinese) 未精确到日或旬")
    } else if date > writer.today {
      reason = Localized("\(english) is still to come", "\(chinese) 尚未到来")
    } else if let previous, date.last < previous {
      reason = Localized(
        "\(english) is before the step that it follows, \(previous.displayText(in: .english))",
        "\(chinese) 早于上一步的 \(previous.displayText(in: .chinese))")
    } else {
      return
    }
    throw Diagnostic(
      .dates, reason, hint: Localized("an example: 2020-08-12, or 2020年8月中旬", "例如：2020-08-12，或 2020年8月中旬"),
      subject: "on")
  }

  /// Ticks an item off, or opens it again until the fix is in service.
  public static func check(_ item: String, of fix: Record, done: Bool = true, in writer: RecordWriter) throws -> Record
  {
    guard fix[status] != .inService else {
      throw Diagnostic(
        .state, Localized("\(fix[title]) is in service already", "\(fix[title]) 已投入使用"), subject: "fix")
    }
    let items = try writer.store.all(FixCheck.kind, .equal(FixCheck.fix, fix.reference))
    guard let found = items.first(where: { $0[FixCheck.item] == item }) else {
      let names = items.map { $0[FixCheck.item] }
      throw Diagnostic(
        .unknownRecord, Localized("\(item) is not on the checklist", "检查清单中没有“\(item)”"),
        hint: Suggestion.hint(for: item, in: names)
          ?? Localized("on it: \(names.joined(separator: ", "))", "清单：\(names.joined(separator: "、"))"), subject: "item"
      )
    }
    return try writer.change(found) { $0[FixCheck.done] = done ? $0[FixCheck.done] ?? writer.today : nil }
  }
}
