import Diagnostics
import Values

/// Money that a fund paid (支出). An error is reversed by an entry that names it, with the amount below zero.
public enum Expense {
  /// The fund.
  public static let fund = Field<Reference>("fund", "筹款", "The fund.", "筹款。", type: .reference(["fund"]))
  /// How much; below zero in a reversal.
  public static let amount = Field<Money>("amount", "金额", "How much.", "金额。")
  /// To whom.
  public static let payee = Field<String>("payee", "收款方", "To whom.", "收款方。", type: .text(maximum: 60))
  /// What for.
  public static let purpose = Field<String>("for", "用途", "What for.", "用途。", type: .text(maximum: 100))
  /// The voucher's number.
  public static let voucher = Field<String>("voucher", "凭证", "The voucher's number.", "凭证号。", type: .text(maximum: 24))
  /// Who asked for it.
  public static let askedBy = Field<String>("asked-by", "申请人", "Who asked for it.", "申请人。", type: .text(maximum: 50))
  /// The resident who asked for it, if it was one.
  public static let askedResident = Field<Reference?>(
    "asked-resident", "申请居民", "The resident who asked for it.", "申请的居民。", type: .reference(["resident"]), since: 2)
  /// Who approved it.
  public static let approvedBy = Field<String>(
    "approved-by", "批准人", "Who approved it: somebody else.", "批准人，须为另一人。", type: .text(maximum: 50))
  /// The resident who approved it, if it was one.
  public static let approvedResident = Field<Reference?>(
    "approved-resident", "批准居民", "The resident who approved it.", "批准的居民。", type: .reference(["resident"]), since: 2)
  /// When.
  public static let date = Field<CalendarDate>("date", "日期", "When; today unless given.", "日期，默认今天。")
  /// The fix that it was paid for, where the fund pays for several.
  public static let fix = Field<Reference?>(
    "fix", "维修", "The fix that it is for, where the fund pays for several.", "所属维修（一项筹款用于多项维修时填写）。",
    type: .reference(["fix"]), since: 2)
  /// The expense that this one reverses.
  public static let reverses = Field<Reference?>(
    "reverses", "冲正", "The expense that this one reverses.", "所冲正的支出。", type: .reference(["expense"]))
  /// Why it was reversed.
  public static let reason = Field<String?>(
    "reason", "原因", "Why it was reversed.", "冲正原因。", type: .text(maximum: 100), since: 2)

  /// The kind.
  public static let kind = RecordKind(
    "expense", "支出", "Money that a fund paid.", "筹款的支出。", handle: .numbered("X"),
    fields: [
      fund.declaration, amount.declaration, payee.declaration, purpose.declaration, voucher.declaration,
      askedBy.declaration, askedResident.declaration, approvedBy.declaration, approvedResident.declaration,
      date.declaration, fix.declaration, reverses.declaration, reason.declaration,
    ], listed: ["date", "voucher", "payee", "for", "amount", "asked-by", "approved-by"], verbs: [.show, .list, .count],
    uniqueTogether: [["fund", "voucher"]], partOf: ["fund"], tie: .init(isOwn: false),
    sample: .init(handle: "X1", filter: "fund=F1"),
    check: { expense, _, _ in try check(expense) }, undoAdding: { try Reversal.refuseUndo(of: $0, in: $1) })

  private static func check(_ expense: Record) throws {
    try PublicText.checkEntry(expense, [purpose.declaration, reason.declaration])
    // A long number on a voucher is no telephone number.
    try PublicText.checkPresence(of: [payee, voucher, askedBy, approvedBy].map(\.declaration), in: expense)
  }

  /// Pays from a fund; all is set but, if it is today, the date.
  public static func spend(_ new: Record, in writer: RecordWriter) throws -> Record {
    var expense = new
    let fund = try writer.store.get(Fund.kind, expense[self.fund])
    try Fund.requireActive(fund)
    try FundAccounts.requireAmount(expense[amount])
    if !expense.values[kind.slot(of: date.declaration)].isPresent { expense[date] = writer.today }
    try FundAccounts.requireDay(expense[date], of: fund, in: writer)
    try check(expense)
    guard !isOfOnePerson(expense) else {
      throw Diagnostic(
        .segregation,
        Localized(
          "\(expense[askedBy]) asked for it and cannot approve it", "\(expense[askedBy]) 是申请人，不能同时批准"),
        hint: Localized("somebody else approves", "请由另一人批准"), subject: "approved-by")
    }
    if let fix = expense[fix], try writer.store.get(Fix.kind, fix)[Fix.fund] != fund.reference {
      throw Diagnostic(
        .state, Localized("the fix is not paid for by \(fund[Fund.title])", "该维修不由 \(fund[Fund.title]) 出资"),
        subject: "fix")
    }
    try FundAccounts.requireCover(for: expense[amount], from: fund, on: expense[date], in: writer.store)
    return try writer.add(expense)
  }

  /// Whether the same person asked and approved, as far as can be told: two residents are two people whatever they are
  /// called; else names decide that differ in more than spelling.
  static func isOfOnePerson(_ expense: Record) -> Bool {
    if let asked = expense[askedResident], let approved = expense[approvedResident] { return asked == approved }
    return PersonName.comparisonKey(expense[askedBy]) == PersonName.comparisonKey(expense[approvedBy])
  }
}
