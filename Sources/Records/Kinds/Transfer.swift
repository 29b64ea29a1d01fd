import Diagnostics
import Values

/// A surplus moved by a motion, to another fund or out of the house (结转).
public enum Transfer {
  /// The fund that it leaves.
  public static let fund = Field<Reference>(
    "fund", "筹款", "The fund that it leaves.", "转出的筹款。", type: .reference(["fund"]))
  /// The fund that it goes to, if it is one.
  public static let into = Field<Reference?>(
    "into", "转入", "The fund that it goes to.", "转入的筹款。", type: .reference(["fund"]))
  /// What it goes to, if it is no fund.
  public static let to = Field<String?>(
    "to", "去向", "What it goes to, if it is no fund.", "去向（非筹款时）。", type: .text(maximum: 60))
  /// How much.
  public static let amount = Field<Money>("amount", "金额", "How much.", "金额。")
  /// The motion behind it.
  public static let motion = Field<Reference>(
    "motion", "议题", "The motion behind it, in force.", "所依据的生效决议。", type: .reference(["motion"]))
  /// When.
  public static let date = Field<CalendarDate>("date", "日期", "When.", "日期。")

  /// The kind.
  public static let kind = RecordKind(
    "transfer", "结转", "A surplus moved by a motion.", "依决议结转的余款。", handle: .numbered("T"),
    fields: [
      fund.declaration, into.declaration, to.declaration, amount.declaration, motion.declaration, date.declaration,
    ], verbs: [.show, .list, .count], sample: .init(handle: "T1", filter: "fund=F1"))

  /// Moves money; fund, goal (`into` or `to`), amount and motion are set.
  public static func transfer(_ new: Record, in writer: RecordWriter) throws -> Record {
    var transfer = new
    let fund = try writer.store.get(Fund.kind, transfer[self.fund])
    try Fund.requireOpen(fund)
    try Fund.requirePositive(transfer[amount])
    try Fund.requireInForce(transfer[motion], in: writer)
    if let into = transfer[into] {
      guard into != transfer[self.fund] else {
        throw Diagnostic(.state, Localized("it would go where it is", "转入与转出相同"), subject: "into")
      }
      try Fund.requireOpen(writer.store.get(Fund.kind, into))
    } else if transfer[to] == nil {
      throw Diagnostic(
        .missingValue, Localized("where does it go?", "缺少去向"),
        hint: Localized("add into=FUND or to=\"…\"", "请加 转入=筹款 或 去向=“…”"))
    }
    transfer[date] = writer.today
    try FundAccounts.requireCover(for: transfer[amount], from: fund, on: writer.today, in: writer.store)
    return try writer.add(transfer)
  }
}
