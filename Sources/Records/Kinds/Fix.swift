import Values

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

  private static let cost = Field<Money?>("cost", "花费", "What its fund has paid for it.", "筹款已为它支出。")
  private static let raised = Field<Money?>("raised", "已筹", "What its fund has raised.", "筹款已筹。")
  private static let open = Field<Int>("open-checks", "未完成", "How many checks are open.", "未完成的检查项。")

  /// The kind.
  public static let kind = RecordKind(
    "fix", "维修", "Something that is put right.", "一项维修或建设。", handle: .numbered("FX"), label: "title",
    fields: [
      title.declaration, fund.declaration, contractor.declaration, status.declaration, started.declaration,
      accepted.declaration, inService.declaration,
    ],
    computed: [
      .init(cost) { record, reader in try record[fund].map { try cost(of: record, from: $0, in: reader) } },
      .init(raised) { record, reader in try record[fund].map { try FundAccounts.raised($0, in: reader) } },
      .init(open) { record, reader in try openChecks(of: record, in: reader).count },
    ], listed: ["title", "fund", "contractor", "status", "in-service", "cost", "raised", "open-checks"],
    verbs: [.show, .list, .count],
    sample: .init(handle: "FX1", filter: "status=in-service"))

  /// What a fund has paid for a fix: the expenses that name it, and those that name none if the fund pays for no other.
  private static func cost(of fix: Record, from fund: Reference, in reader: any RecordReader) throws -> Money {
    func paid(_ fix: Reference?) throws -> Int {
      try reader.sum("amount", Query(Expense.kind, [.equal(Expense.fund, fund), .equal(Expense.fix, fix)]))
    }
    let isOnly = try reader.count(Query(kind, [.equal(self.fund, fund)])) == 1
    return Money(fen: try paid(fix.reference) + (isOnly ? paid(nil) : 0))
  }
}
