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
  /// Who approved it.
  public static let approvedBy = Field<String>(
    "approved-by", "批准人", "Who approved it: somebody else.", "批准人，须为另一人。", type: .text(maximum: 50))
  /// When.
  public static let date = Field<CalendarDate>("date", "日期", "When; today unless given.", "日期，默认今天。")
  /// The expense that this one reverses.
  public static let reverses = Field<Reference?>(
    "reverses", "冲正", "The expense that this one reverses.", "所冲正的支出。", type: .reference(["expense"]))

  /// The kind.
  public static let kind = RecordKind(
    "expense", "支出", "Money that a fund paid.", "筹款的支出。", handle: .numbered("X"),
    fields: [
      fund.declaration, amount.declaration, payee.declaration, purpose.declaration, voucher.declaration,
      askedBy.declaration, approvedBy.declaration, date.declaration, reverses.declaration,
    ], listed: ["date", "voucher", "payee", "for", "amount", "asked-by", "approved-by"], verbs: [.show, .list, .count],
    uniqueTogether: [["fund", "voucher"]], sample: .init(handle: "X1", filter: "fund=F1"))

  /// Pays from a fund.
  public static func spend(_ new: Record, in writer: RecordWriter) throws -> Record {
    var expense = new
    let fund = try writer.store.get(Fund.kind, expense[self.fund])
    try Fund.requireOpen(fund)
    try Fund.requirePositive(expense[amount])
    if expense.values[kind.slot(of: "date") ?? 0] == .none { expense[date] = writer.today }
    guard PersonName.normalized(expense[askedBy]) != PersonName.normalized(expense[approvedBy]) else {
      throw Diagnostic(
        .segregation,
        Localized("\(expense[askedBy]) asked for it and cannot approve it", "\(expense[askedBy]) 是申请人，不能同时批准"),
        hint: Localized("somebody else approves", "请由另一人批准"), subject: "approved-by")
    }
    try FundAccounts.requireCover(for: expense[amount], from: fund, on: expense[date], in: writer.store)
    return try writer.add(expense)
  }

  /// Takes an expense back by an entry that names it.
  public static func reverse(_ expense: Record, voucher number: String, in writer: RecordWriter) throws -> Record {
    try Fund.requireOpen(writer.store.get(Fund.kind, expense[fund]))
    guard expense[reverses] == nil, try writer.store.first(kind, .equal(reverses, expense.reference)) == nil else {
      throw Diagnostic(
        .state, Localized("X\(expense.id) has been reversed, or reverses another", "X\(expense.id) 已冲正，或本身就是冲正"),
        subject: "expense")
    }
    var reversal = expense.copied
    reversal[amount] = Money(fen: -expense[amount].fen)
    reversal[voucher] = number
    reversal[date] = writer.today
    reversal[reverses] = expense.reference
    return try writer.add(reversal)
  }
}

extension Record {
  /// A record to be added with the same values.
  fileprivate var copied: Record { Record(kind, id: 0, values: values) }
}
