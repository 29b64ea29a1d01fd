import Diagnostics
import Values

/// A surplus moved by a motion, to another fund or out of the house (结转). An error is reversed by an entry that names
/// it, with the amount below zero.
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
  /// How much; below zero in a reversal.
  public static let amount = Field<Money>("amount", "金额", "How much.", "金额。")
  /// The motion behind it.
  public static let motion = Field<Reference>(
    "motion", "议题", "The motion behind it, in force.", "所依据的生效决议。", type: .reference(["motion"]))
  /// When.
  public static let date = Field<CalendarDate>("date", "日期", "When; today unless given.", "日期，默认今天。")
  /// The transfer that this one reverses.
  public static let reverses = Field<Reference?>(
    "reverses", "冲正", "The transfer that this one reverses.", "所冲正的结转。", type: .reference(["transfer"]), since: 2)
  /// Why it was reversed.
  public static let reason = Field<String?>(
    "reason", "原因", "Why it was reversed.", "冲正原因。", type: .text(maximum: 100), since: 2)

  /// The kind.
  public static let kind = RecordKind(
    "transfer", "结转", "A surplus moved by a motion.", "依决议结转的余款。", handle: .numbered("T"),
    fields: [
      fund.declaration, into.declaration, to.declaration, amount.declaration, motion.declaration, date.declaration,
      reverses.declaration, reason.declaration,
    ], listed: ["date", "fund", "into", "to", "amount", "motion"], verbs: [.show, .list, .count],
    partOf: ["fund", "into"],
    sample: .init(handle: "T1", filter: "fund=F1"),
    check: { transfer, _, _ in try PublicText.checkEntry(transfer, [to.declaration, reason.declaration]) },
    undoAdding: { try Reversal.refuseUndo(of: $0, in: $1) })

  /// Moves money; fund, goal (`into` or `to`), amount, motion and, if it is not today, date are set.
  public static func transfer(_ new: Record, in writer: RecordWriter) throws -> Record {
    var transfer = new
    let fund = try writer.store.get(Fund.kind, transfer[self.fund])
    try Fund.requireOpen(fund)
    try FundAccounts.requireAmount(transfer[amount])
    if !transfer.values[kind.slot(of: date.declaration)].isPresent { transfer[date] = writer.today }
    let day = transfer[date]
    try FundAccounts.requireDay(day, of: fund, in: writer)
    try Fund.requireInForce(transfer[motion], on: day, in: writer.store)
    if let into = transfer[into] {
      guard into != transfer[self.fund] else {
        throw Diagnostic(.state, Localized("it would go where it is", "转入与转出相同"), subject: "into")
      }
      let goal = try writer.store.get(Fund.kind, into)
      try Fund.requireActive(goal)
      try FundAccounts.requireDay(day, of: goal, in: writer)
      // It goes to one place.
      transfer[to] = nil
    } else if transfer[to]?.isEmpty ?? true {
      throw Diagnostic(
        .missingValue, Localized("where does it go?", "缺少去向"),
        hint: Localized("add into=FUND or to=\"…\"", "请加 转入=筹款 或 去向=“…”"))
    }
    try FundAccounts.requireCover(for: transfer[amount], from: fund, on: day, in: writer.store)
    return try writer.add(transfer)
  }
}
