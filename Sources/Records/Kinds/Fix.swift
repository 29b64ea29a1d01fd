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

/// How far a fix has come.
public enum FixStatus: String, ChoiceValue {
  case planned
  case underWay = "under-way"
  case accepted
  case inService = "in-service"

  public var chineseName: String {
    switch self {
    case .planned: "计划"
    case .underWay: "施工中"
    case .accepted: "已验收"
    case .inService: "投入使用"
    }
  }
}

/// Something that is put right (维修).
public enum Fix {
  /// What it is.
  public static let title = Field<String>("title", "名称", "What is put right.", "项目名称。", type: .text(maximum: 60))
  /// The fund that pays for it.
  public static let fund = Field<Reference?>(
    "fund", "筹款", "The fund that pays for it.", "出资的筹款。", type: .reference(["fund"]))
  /// Who does it.
  public static let contractor = Field<String?>("contractor", "施工方", "Who does it.", "施工方。", type: .text(maximum: 60))
  /// How far it has come.
  public static let status = Field<FixStatus>("status", "状态", "How far it has come.", "状态。", default: .planned)
  /// When work began.
  public static let started = Field<CalendarDate?>("started", "开工", "When work began.", "开工日期。")
  /// When it was accepted.
  public static let accepted = Field<CalendarDate?>("accepted", "验收", "When it was accepted.", "验收日期。")
  /// When it went into service; may be known to ten days only.
  public static let inService = Field<CalendarDate?>("in-service", "启用", "When it went into service.", "启用日期，可精确到旬。")

  private static let cost = Field<Money?>("cost", "花费", "What its fund has paid.", "筹款已支出。")
  private static let open = Field<Int>("open-checks", "未完成", "How many checks are open.", "未完成的检查项。")

  /// The kind.
  public static let kind = RecordKind(
    "fix", "维修", "Something that is put right.", "一项维修或建设。", handle: .numbered("FX"), label: "title",
    fields: [
      title.declaration, fund.declaration, contractor.declaration, status.declaration, started.declaration,
      accepted.declaration, inService.declaration,
    ],
    computed: [
      .init(cost) { record, reader in try record[fund].map { try FundAccounts.spent($0, in: reader) } },
      .init(open) { record, reader in try openChecks(of: record, in: reader).count },
    ], listed: ["title", "fund", "contractor", "status", "in-service", "cost", "open-checks"],
    verbs: [.show, .list, .count],
    sample: .init(handle: "FX1", filter: "status=in-service"))

  /// Plans a fix with its checklist.
  public static func plan(_ fix: Record, checklist: [String], in writer: RecordWriter) throws -> Record {
    try writer.together {
      let added = try writer.add(fix)
      for item in checklist {
        var check = Record(FixCheck.kind)
        check[FixCheck.fix] = added.reference
        check[FixCheck.item] = item
        try writer.add(check)
      }
      return added
    }
  }

  /// What is still open on the checklist.
  public static func openChecks(of fix: Record, in reader: any RecordReader) throws -> [Record] {
    try reader.all(FixCheck.kind, .equal(FixCheck.fix, fix.reference), .equal(FixCheck.done, nil))
  }

  /// Takes a fix a step further; into service only with its checklist complete.
  public static func advance(
    _ fix: Record, to next: FixStatus, from allowed: FixStatus, in writer: RecordWriter, _ edit: (inout Record) -> Void
  ) throws -> Record {
    guard fix[status] == allowed else {
      throw Diagnostic(
        .state, Localized("\(fix[title]) is \(fix[status].rawValue)", "\(fix[title]) 当前“\(fix[status].chineseName)”"),
        hint: Localized("this follows on \(allowed.rawValue)", "此步应在“\(allowed.chineseName)”之后"), subject: "fix")
    }
    if next == .inService {
      let open = try openChecks(of: fix, in: writer.store).map { $0[FixCheck.item] }
      guard open.isEmpty else {
        throw Diagnostic(
          .checklist, Localized("still open: \(open.joined(separator: ", "))", "尚未完成：\(open.joined(separator: "、"))"),
          hint: Localized("tick them off with fix check", "请用 维修 检查 逐项确认"), subject: "fix")
      }
    }
    return try writer.change(fix) {
      $0[status] = next
      edit(&$0)
    }
  }

  /// Ticks an item off.
  public static func check(_ item: String, of fix: Record, in writer: RecordWriter) throws -> Record {
    let items = try writer.store.all(FixCheck.kind, .equal(FixCheck.fix, fix.reference))
    guard let found = items.first(where: { $0[FixCheck.item] == item }) else {
      let names = items.map { $0[FixCheck.item] }
      throw Diagnostic(
        .unknownRecord, Localized("\(item) is not on the checklist", "检查清单中没有“\(item)”"),
        hint: Suggestion.hint(for: item, in: names)
          ?? Localized("on it: \(names.joined(separator: ", "))", "清单：\(names.joined(separator: "、"))"), subject: "item"
      )
    }
    return try writer.change(found) { $0[FixCheck.done] = writer.today }
  }
}
